namespace Refractor.Cohorts;

/// <summary>The genes that samples were sequenced for.</summary>
/// <param name="Name">Name of the panel, as the source gives it.</param>
/// <param name="Scope">What is known of its genes.</param>
/// <param name="Genes">Its genes, whatever their letter case; empty unless they are listed.</param>
public sealed record GenePanel(string Name, PanelScope Scope, IReadOnlySet<string> Genes)
{
    /// <summary>Exomes and genomes.</summary>
    /// <param name="name">Name.</param>
    public static GenePanel AllGenes(string name) => new(name, PanelScope.AllGenes, new HashSet<string>());

    /// <summary>A panel of some genes.</summary>
    /// <param name="name">Name.</param>
    /// <param name="genes">Symbols.</param>
    public static GenePanel Of(string name, IEnumerable<string> genes) =>
        new(name, PanelScope.Listed, new HashSet<string>(genes, StringComparer.OrdinalIgnoreCase));

    /// <summary>A panel of which no list of genes is at hand.</summary>
    /// <param name="name">Name.</param>
    public static GenePanel NotListed(string name) => new(name, PanelScope.NotListed, new HashSet<string>());

    /// <summary>Whether a gene is known to be on the panel.</summary>
    public bool Covers(string gene) =>
        Scope == PanelScope.AllGenes || (Scope == PanelScope.Listed && Genes.Contains(gene));
}

/// <summary>What is known of the genes of a panel.</summary>
public enum PanelScope
{
    /// <summary>All genes were sequenced.</summary>
    AllGenes,

    /// <summary>The genes that are listed.</summary>
    Listed,

    /// <summary>Some genes, nobody says which: the sample counts for none.</summary>
    NotListed,
}
