namespace Refractor.Knowledge;

/// <summary>A publication. Identified by DOI, else PMID, else PMCID, else journal with volume and pages.</summary>
public sealed class Paper
{
    /// <summary>Position in <see cref="KnowledgePack.Papers"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>Name of its evidence file without extension, unique.</summary>
    public required string Key { get; init; }

    /// <summary>DOI in lower case; null when not seen.</summary>
    public string? Doi { get; init; }

    /// <summary>PubMed identifier; null when not seen.</summary>
    public string? Pmid { get; init; }

    /// <summary>PubMed Central identifier; null when not seen.</summary>
    public string? Pmcid { get; init; }

    /// <summary>Title; null when not seen.</summary>
    public string? Title { get; init; }

    /// <summary>First author as "Family Initials"; null when not seen.</summary>
    public string? FirstAuthor { get; init; }

    /// <summary>Journal; null when not seen.</summary>
    public string? Journal { get; init; }

    /// <summary>Volume; null when not recorded.</summary>
    public string? Volume { get; init; }

    /// <summary>Pages; null when not recorded.</summary>
    public string? Pages { get; init; }

    /// <summary>Year of publication; null when not seen.</summary>
    public int? Year { get; init; }

    /// <summary>Kind of publication.</summary>
    public required PaperKind Kind { get; init; }

    /// <summary>Trial names, registry numbers and data-set accessions.</summary>
    public IReadOnlyList<string> TrialIds { get; init; } = [];

    /// <summary>Whether the paper was retracted.</summary>
    public bool Retracted { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Key;
}
