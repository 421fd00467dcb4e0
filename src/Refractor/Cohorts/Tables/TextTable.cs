using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>A table of texts with named columns, as read from a file.</summary>
/// <param name="File">Name of the file in messages.</param>
/// <param name="Comments">Comment lines before the header, without their mark.</param>
/// <param name="Columns">Names of the columns; a repeated or empty name has a number added.</param>
/// <param name="Rows">Rows, each with as many cells as there are columns; a missing value is null.</param>
/// <param name="Lines">The line of each row in the file, counted from 1.</param>
/// <param name="RowsRejected">Rows that were left out, each with a problem: rows read = loaded + rejected.</param>
/// <param name="Problems">All problems in the order of the file.</param>
public sealed record TextTable(
    string File,
    IReadOnlyList<string> Comments,
    IReadOnlyList<string> Columns,
    IReadOnlyList<string?[]> Rows,
    IReadOnlyList<int> Lines,
    int RowsRejected,
    IReadOnlyList<DataProblem> Problems
)
{
    /// <summary>The index of a column; −1 if there is none of that name. Letter case counts only where two names differ by it alone.</summary>
    public int IndexOf(string column)
    {
        var exact = IndexOf(column, StringComparison.Ordinal);
        return exact >= 0 ? exact : IndexOf(column, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The values of a column, row by row.</summary>
    /// <param name="column">Index of the column.</param>
    public IReadOnlyList<string?> Values(int column) => [.. Rows.Select(r => r[column])];

    private int IndexOf(string column, StringComparison comparison)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (string.Equals(Columns[i], column, comparison))
                return i;
        return -1;
    }
}
