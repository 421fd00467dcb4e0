using Refractor.Cohorts.Tables;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// The first three lines of a GCT file: the version; the numbers of rows and columns, in version 1.3 of annotations too; the header.
/// </summary>
internal sealed record GctHead(string File, int Rows, int Columns, NumberTableOptions Options)
{
    /// <summary>Reads the lines; null if the file is no GCT file.</summary>
    /// <exception cref="DataFileException">It is one, and its first lines contradict each other.</exception>
    public static GctHead? Of(IReadOnlyList<string> lines, string file)
    {
        if (lines.Count == 0 || !lines[0].StartsWith("#1.", StringComparison.Ordinal))
            return null;
        var version = lines[0].TrimEnd('\t', ' ');
        var isThree = version == "#1.3";
        if (version is not ("#1.2" or "#1.3"))
            throw Wrong(file, 1, $"the version '{version}'", "#1.2 or #1.3");
        var counts = Cells(lines, 1).Select(c => int.TryParse(c, out var n) && n >= 0 ? n : -1).ToArray();
        if (counts.Length < (isThree ? 4 : 2) || counts.Contains(-1))
            throw Wrong(
                file,
                2,
                $"'{string.Join(' ', Cells(lines, 1).Take(6))}'",
                isThree
                    ? "four numbers: rows, columns, annotations of rows, annotations of columns"
                    : "two numbers: rows and columns"
            );
        var header = Cells(lines, 2);
        var texts = isThree ? counts[2] : 1;
        if (!isThree && (header.Length < 2 || !header[1].Equals("Description", StringComparison.OrdinalIgnoreCase)))
            throw Wrong(
                file,
                3,
                $"'{(header.Length < 2 ? "" : header[1])}' in column 2",
                "'Description'; version 1.2 has a column of descriptions after the names"
            );
        if (isThree && header.Length != (long)1 + texts + counts[1])
            throw Wrong(
                file,
                3,
                $"{header.Length} cells",
                $"{(long)1 + texts + counts[1]}: the name, {texts} annotations of rows and {counts[1]} samples, as line 2 says"
            );
        return new GctHead(
            file,
            counts[0],
            counts[1],
            new NumberTableOptions
            {
                Separator = '\t',
                LinesBeforeHeader = 2,
                TextColumns = 1 + texts,
                LinesBelowHeader = isThree ? counts[3] : 0,
            }
        );
    }

    /// <summary>Reports where a file holds more or less than its second line says.</summary>
    public void Compare(NumberTable table, ImportLog log)
    {
        var rows = table.Rows.Count + table.RowsRejected;
        if (rows != Rows || table.Columns.Count != Columns)
            log.Warning(
                "dimensions",
                File,
                2,
                $"{Rows} rows and {Columns} columns stated, {rows} and {table.Columns.Count} read",
                "the same numbers; the file may be cut off, or line 2 was not kept up to date"
            );
    }

    private static string[] Cells(IReadOnlyList<string> lines, int index) =>
        index < lines.Count ? [.. lines[index].TrimEnd('\t', '\r', ' ').Split('\t').Select(c => c.Trim())] : [];

    private static DataFileException Wrong(string file, int line, string found, string expected) =>
        new([new DataProblem(Severity.Error, "gct", file, line, found, expected)]);
}
