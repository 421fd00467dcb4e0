using System.Text;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>What the header says: the separator, the columns, and how many cells a row has.</summary>
internal sealed class TableLayout
{
    private static readonly char[] Separators = ['\t', ',', ';'];

    private TableLayout(string file, byte separator, int textColumns, IReadOnlyList<string> columns)
    {
        (File, Separator, TextColumns, Columns) = (file, separator, textColumns, columns);
    }

    public string File { get; }

    public byte Separator { get; }

    public int TextColumns { get; }

    public IReadOnlyList<string> Columns { get; }

    public int Cells => TextColumns + Columns.Count;

    /// <summary>
    /// Reads the header. R writes tables whose header lacks a name for the row names; such a header has one cell fewer than the row
    /// below it.
    /// </summary>
    public static TableLayout Of(
        string file,
        ReadOnlySpan<byte> header,
        ReadOnlySpan<byte> firstRow,
        NumberTableOptions options
    )
    {
        var text = Encoding.UTF8.GetString(header).TrimEnd('\r', '\n');
        var separator = options.Separator ?? Separators.MaxBy(s => text.Count(c => c == s));
        var cells = text.Split(separator).Select(c => c.Trim().Trim('"')).ToArray();
        var lacksCorner = firstRow.Count((byte)separator) == cells.Length;
        var named = lacksCorner ? options.TextColumns - 1 : options.TextColumns;
        if (cells.Length <= named)
            throw new DataFileException([
                new DataProblem(
                    Severity.Error,
                    "header",
                    file,
                    1,
                    $"{cells.Length} column(s)",
                    $"{named} text column(s) and at least one column of numbers, separated by tab, comma or semicolon"
                ),
            ]);
        return new TableLayout(file, (byte)separator, options.TextColumns, cells[named..]);
    }

    /// <summary>The name of a cell of a row, for messages.</summary>
    public string Name(int cell) => cell < TextColumns ? $"text column {cell + 1}" : Columns[cell - TextColumns];
}
