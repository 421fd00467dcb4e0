using System.Text;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>What the header says: the separator, the columns, and how many cells a row has.</summary>
internal sealed class TableLayout
{
    private const int RowsLookedAt = 2;

    private static readonly char[] Separators = ['\t', ',', ';'];

    private TableLayout(string file, byte separator, int textColumns, IReadOnlyList<string> columns)
    {
        (File, Separator, TextColumns, Columns) = (file, separator, textColumns, columns);
    }

    public string File { get; }

    public byte Separator { get; }

    public int TextColumns { get; }

    /// <summary>The line that ends the table; empty if it ends with the file.</summary>
    public byte[] EndMark { get; private init; } = [];

    /// <summary>Names of the text columns; empty for the names of rows in a header without a corner.</summary>
    public IReadOnlyList<string> TextNames { get; private init; } = [];

    public IReadOnlyList<string> Columns { get; }

    public int Cells => TextColumns + Columns.Count;

    /// <summary>
    /// Reads the header. R writes tables whose header lacks a name for the row names; such a header has one cell fewer than the row
    /// rows below it.
    /// </summary>
    public static TableLayout Of(
        string file,
        ReadOnlySpan<byte> header,
        int line,
        ReadOnlySpan<byte> rows,
        NumberTableOptions options
    )
    {
        var text = Encoding.UTF8.GetString(header).TrimEnd('\r', '\n');
        var separator = options.Separator ?? Separators.MaxBy(s => text.Count(c => c == s));
        var cells = text.Split(separator).Select(c => c.Trim().Trim('"')).ToArray();
        var lacksCorner = AllHave(1 + cells.Length, (byte)separator, rows);
        cells = WithoutEmptyEnd(cells);
        var named = lacksCorner ? options.TextColumns - 1 : options.TextColumns;
        if (cells.Length <= named)
            throw new DataFileException([
                new DataProblem(
                    Severity.Error,
                    "header",
                    file,
                    line,
                    $"{cells.Length} column(s)",
                    $"{named} text column(s) and at least one column of numbers, separated by tab, comma or semicolon"
                ),
            ]);
        var mark = options.EndsBefore is null ? [] : Encoding.UTF8.GetBytes(options.EndsBefore);
        return new TableLayout(file, (byte)separator, options.TextColumns, cells[named..])
        {
            EndMark = mark,
            TextNames = lacksCorner ? ["", .. cells[..named]] : cells[..named],
        };
    }

    /// <summary>Whether the first rows, of which one may be faulty, all have so many cells.</summary>
    private static bool AllHave(int cells, byte separator, ReadOnlySpan<byte> rows)
    {
        var seen = 0;
        for (; seen < RowsLookedAt && rows.IndexOf((byte)'\n') is >= 0 and var end; rows = rows[(end + 1)..])
        {
            var row = rows[..end].TrimEnd([separator, (byte)'\r']);
            if (row.IsEmpty)
                continue;
            if (row.Count(separator) + 1 != cells)
                return false;
            seen++;
        }
        return seen > 0;
    }

    /// <summary>Spreadsheets end lines with separators of columns that are empty.</summary>
    private static string[] WithoutEmptyEnd(string[] cells) =>
        cells[..(Array.FindLastIndex(cells, c => c.Length > 0) + 1)];

    /// <summary>The name of a cell of a row, for messages.</summary>
    public string Name(int cell) => cell < TextColumns ? $"text column {cell + 1}" : Columns[cell - TextColumns];
}
