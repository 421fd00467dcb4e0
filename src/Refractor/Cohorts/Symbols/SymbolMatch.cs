namespace Refractor.Cohorts.Symbols;

/// <summary>What a name is among the symbols of genes.</summary>
public enum SymbolKind
{
    /// <summary>The approved symbol.</summary>
    Approved,

    /// <summary>A symbol that the gene had before.</summary>
    Previous,

    /// <summary>Another name of one gene.</summary>
    Alias,

    /// <summary>An identifier of Ensembl or of NCBI Gene (Entrez).</summary>
    Identifier,

    /// <summary>A date or number that a spreadsheet made of a symbol that can be only one.</summary>
    Restored,

    /// <summary>A name of several genes.</summary>
    Ambiguous,

    /// <summary>A date or number that may have been several symbols, or none that is known.</summary>
    Mangled,

    /// <summary>A symbol that was withdrawn and belongs to no gene now.</summary>
    Withdrawn,

    /// <summary>No name of a gene.</summary>
    Unknown,
}

/// <summary>A name looked up among the symbols of genes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Genes">Approved symbols: one where the gene is known, several where it is ambiguous, else none.</param>
public sealed record SymbolMatch(SymbolKind Kind, IReadOnlyList<string> Genes)
{
    /// <summary>The approved symbol; null if the name does not lead to one gene.</summary>
    public string? Symbol => Genes.Count == 1 ? Genes[0] : null;
}
