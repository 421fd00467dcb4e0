namespace Refractor.Cohorts.Tables;

/// <summary>How a table of numbers is read.</summary>
public sealed record NumberTableOptions
{
    /// <summary>What stands between cells: tab, comma or semicolon; null to take the one that is most frequent in the header.</summary>
    public char? Separator { get; init; }

    /// <summary>Leading columns that hold text: the name of the row and, after it, annotations such as an Entrez identifier. At least 1.</summary>
    public int TextColumns { get; init; } = 1;

    /// <summary>Lines before the header, such as the two of a GCT file.</summary>
    public int LinesBeforeHeader { get; init; }

    /// <summary>A line after which the header follows, such as <c>!series_matrix_table_begin</c>; null if the table begins the file.</summary>
    public string? BeginsAfter { get; init; }

    /// <summary>A line that ends the table, such as <c>!series_matrix_table_end</c>; null if it ends with the file.</summary>
    public string? EndsBefore { get; init; }

    /// <summary>Lines below the header that are no rows, such as the sample annotations of a GCT 1.3 file.</summary>
    public int LinesBelowHeader { get; init; }

    /// <summary>What stands for a missing number, besides an empty cell. Letter case counts.</summary>
    public IReadOnlyList<string> MissingWords { get; init; } =
    ["NA", "NaN", "nan", "na", "N/A", "#N/A", "null", "NULL", "[Not Available]"];

    /// <summary>How many problems are described; further ones are only counted. Default 100.</summary>
    public int ProblemsDescribed { get; init; } = 100;

    /// <summary>Threads that read; 0 for one per core. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
