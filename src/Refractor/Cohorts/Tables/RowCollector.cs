using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>
/// Collects the rows of a table. Spreadsheets leave out empty cells at the end of a row and add some beyond the last column: both are
/// mended; text beyond the last column shifts everything, so that such a row is rejected.
/// </summary>
internal sealed class RowCollector(string file, int columns, IReadOnlyList<string> missingWords)
{
    private readonly HashSet<string> _missing = [.. missingWords, ""];

    public List<string?[]> Rows { get; } = [];

    public List<int> Lines { get; } = [];

    public List<DataProblem> Problems { get; } = [];

    public int Rejected { get; private set; }

    public void Add(List<string> cells, int line)
    {
        if (cells.TrueForAll(c => c.Length == 0))
            return;
        if (cells.Count > columns && cells.Skip(columns).Any(c => c.Length > 0))
        {
            Reject(line, "cells", $"{cells.Count} cells", $"{columns}, as in the header; the row is left out");
            return;
        }
        var row = new string?[columns];
        for (var i = 0; i < Math.Min(columns, cells.Count); i++)
            row[i] = PlainCell.Of(cells[i]) is var cell && IsMissing(cell) ? null : cell;
        Rows.Add(row);
        Lines.Add(line);
    }

    /// <summary>Whether a cell stands for a value that is not known.</summary>
    public bool IsMissing(string cell) => _missing.Contains(cell);

    /// <summary>Leaves a row out and names why.</summary>
    public void Reject(int line, string rule, string found, string expected)
    {
        Rejected++;
        Problems.Add(new DataProblem(Severity.Error, rule, file, line, found, expected));
    }
}
