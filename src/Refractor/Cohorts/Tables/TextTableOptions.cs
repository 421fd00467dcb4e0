namespace Refractor.Cohorts.Tables;

/// <summary>How a table of mixed content, such as clinical data, is read.</summary>
public sealed record TextTableOptions
{
    /// <summary>What stands between cells: tab, comma or semicolon; null to take the one that is most frequent in the header.</summary>
    public char? Separator { get; init; }

    /// <summary>
    /// Lines that begin with this text and stand before the header are comments, as the <c>#</c> lines of cBioPortal and MAF files; null
    /// for none.
    /// </summary>
    public string? Comment { get; init; } = "#";

    /// <summary>Lines below the header that describe columns and are no rows: 2 in the clinical files of TCGA.</summary>
    public int LinesBelowHeader { get; init; }

    /// <summary>Name of the encoding; UTF-8 unless the file begins with the mark of another Unicode form.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>What stands for a missing value, besides an empty cell. Letter case counts.</summary>
    public IReadOnlyList<string> MissingWords { get; init; } = DefaultMissingWords;

    /// <summary>The words that registries and exports write for what is not known.</summary>
    public static IReadOnlyList<string> DefaultMissingWords { get; } =
    [
        "NA",
        "NaN",
        "N/A",
        "#N/A",
        "null",
        "NULL",
        "[Not Available]",
        "[Not Applicable]",
        "[Not Evaluated]",
        "[Unknown]",
        "[Discrepancy]",
        "[Completed]",
    ];
}
