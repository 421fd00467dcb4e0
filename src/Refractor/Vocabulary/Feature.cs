namespace Refractor.Vocabulary;

/// <summary>What kind of thing a feature is.</summary>
public enum FeatureType
{
    /// <summary>A gene or its product, named by HGNC symbol.</summary>
    Gene,

    /// <summary>A microRNA.</summary>
    MicroRna,

    /// <summary>A long non-coding RNA.</summary>
    LongNonCodingRna,

    /// <summary>Several genes taken together.</summary>
    GeneGroup,

    /// <summary>A pathway or process.</summary>
    Pathway,

    /// <summary>A named, weighted or combined score.</summary>
    Signature,

    /// <summary>A population of cells, such as tumour-infiltrating lymphocytes.</summary>
    CellType,

    /// <summary>A measure over the whole genome or transcriptome.</summary>
    GenomeWide,

    /// <summary>A molecular or histological subtype taken as marker.</summary>
    Subtype,

    /// <summary>A clinical characteristic or previous treatment.</summary>
    Clinical,
}

/// <summary>What is measured in the tumour: a gene with its products, a non-coding RNA, a signature, a cell population.</summary>
public sealed class Feature
{
    /// <summary>Position in <see cref="Lexicon.Features"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>Canonical name; the HGNC symbol for genes.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of feature.</summary>
    public required FeatureType Type { get; init; }

    /// <summary>Name in common use beside the symbol, such as "P-glycoprotein"; null when there is none.</summary>
    public string? CommonName { get; init; }

    /// <summary>Other names and spellings, joined source names included.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Gene symbols that a combined feature names ("NCOA3 + ERBB2"); empty for single genes.</summary>
    public IReadOnlyList<string> Genes { get; init; } = [];

    /// <summary>Names of features that a question about this one should find too, though they are not the same.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>
    /// Whether accumulated protein is read as a mutation, as for p53: immunohistochemistry and sequencing then answer one question.
    /// </summary>
    public bool ProteinMarksMutation { get; init; }

    /// <summary>Aliases that also belong to another gene, with the choice made here.</summary>
    public IReadOnlyList<AmbiguousAlias> Ambiguous { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>An alias that more than one gene carries.</summary>
/// <param name="Alias">The alias.</param>
/// <param name="Also">HGNC symbols of the other genes.</param>
/// <param name="Note">Which one is meant here and why.</param>
public sealed record AmbiguousAlias(string Alias, IReadOnlyList<string> Also, string Note);

/// <summary>A set of features asked for together, such as the ABC transporters.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Members">Names of the member genes.</param>
/// <param name="Features">Names of pathways, signatures and gene groups that belong to it.</param>
public sealed record FeatureGroup(
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Members,
    IReadOnlyList<string> Features
);
