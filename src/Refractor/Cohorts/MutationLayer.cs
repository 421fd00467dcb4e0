namespace Refractor.Cohorts;

/// <summary>A mutation found in a sample.</summary>
/// <param name="Sample">Index of the sample in the cohort.</param>
/// <param name="Gene">Symbol as the source gives it.</param>
/// <param name="Class">Variant classification in the words of MAF, such as <c>Missense_Mutation</c>.</param>
/// <param name="Protein">Change of the protein, such as <c>p.H1047R</c>; null if not told.</param>
/// <param name="AlternateReads">Reads with the change; null if not told.</param>
/// <param name="Depth">All reads; null if not told.</param>
public sealed record Mutation(int Sample, string Gene, string Class, string? Protein, int? AlternateReads, int? Depth);

/// <summary>
/// Mutations with what was looked at: a sample without a mutation in a gene is wild type only if the sample was profiled and the gene is on
/// its panel. A mutation in a gene that is not on the panel of its sample does not count either: samples of that panel without one
/// could not be counted beside it.
/// </summary>
public sealed class MutationLayer
{
    private readonly ILookup<string, Mutation> _byGene;

    /// <summary>Makes a layer.</summary>
    /// <param name="mutations">All mutations.</param>
    /// <param name="panelOf">For each sample of the cohort its panel; null if it was not sequenced.</param>
    public MutationLayer(IReadOnlyList<Mutation> mutations, IReadOnlyList<GenePanel?> panelOf)
    {
        (Mutations, PanelOf) = (mutations, panelOf);
        _byGene = mutations.ToLookup(m => m.Gene, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All mutations.</summary>
    public IReadOnlyList<Mutation> Mutations { get; }

    /// <summary>For each sample of the cohort its panel; null if it was not sequenced.</summary>
    public IReadOnlyList<GenePanel?> PanelOf { get; }

    /// <summary>The panels that samples have, in the order of the samples.</summary>
    public IReadOnlyList<GenePanel> Panels => [.. PanelOf.OfType<GenePanel>().DistinctBy(p => p.Name)];

    /// <summary>Samples that were sequenced.</summary>
    public int Profiled => PanelOf.Count(p => p is not null);

    /// <summary>Genes with at least one mutation, in ordinal order.</summary>
    public IReadOnlyList<string> Genes => [.. _byGene.Select(g => g.Key).Order(StringComparer.Ordinal)];

    /// <summary>The mutations of a gene.</summary>
    public IEnumerable<Mutation> Of(string gene) => _byGene[gene];

    /// <summary>Whether a sample is known to have been sequenced for a gene.</summary>
    /// <param name="sample">Index of the sample in the cohort.</param>
    /// <param name="gene">Symbol.</param>
    public bool IsProfiled(int sample, string gene) => PanelOf[sample]?.Covers(gene) == true;

    /// <summary>
    /// For each sample of the cohort: whether the gene carries a mutation that changes the protein or its splicing; null where the
    /// sample is not known to have been sequenced for the gene.
    /// </summary>
    public bool?[] AlteredIn(string gene)
    {
        bool?[] altered = [.. PanelOf.Select(p => p?.Covers(gene) == true ? (bool?)false : null)];
        foreach (var mutation in _byGene[gene].Where(m => VariantClass.ChangesProtein(m.Class)))
            if (altered[mutation.Sample] is not null)
                altered[mutation.Sample] = true;
        return altered;
    }
}
