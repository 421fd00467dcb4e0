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
/// its panel.
/// </summary>
public sealed class MutationLayer
{
    private readonly ILookup<string, Mutation> _byGene;

    /// <summary>Makes a layer.</summary>
    /// <param name="mutations">All mutations.</param>
    /// <param name="profiled">One flag for each sample of the cohort: whether it was sequenced.</param>
    /// <param name="panel">Genes that were sequenced; null for all genes (exomes and genomes).</param>
    public MutationLayer(IReadOnlyList<Mutation> mutations, IReadOnlyList<bool> profiled, IReadOnlySet<string>? panel)
    {
        (Mutations, Profiled, Panel) = (mutations, profiled, panel);
        _byGene = mutations.ToLookup(m => m.Gene, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All mutations.</summary>
    public IReadOnlyList<Mutation> Mutations { get; }

    /// <summary>One flag for each sample of the cohort: whether it was sequenced.</summary>
    public IReadOnlyList<bool> Profiled { get; }

    /// <summary>Genes that were sequenced; null for all.</summary>
    public IReadOnlySet<string>? Panel { get; }

    /// <summary>Genes with at least one mutation, in ordinal order.</summary>
    public IReadOnlyList<string> Genes => [.. _byGene.Select(g => g.Key).Order(StringComparer.Ordinal)];

    /// <summary>The mutations of a gene.</summary>
    public IEnumerable<Mutation> Of(string gene) => _byGene[gene];

    /// <summary>Whether a gene was sequenced at all.</summary>
    public bool IsOnPanel(string gene) => Panel is null || Panel.Contains(gene) || _byGene.Contains(gene);

    /// <summary>
    /// For each sample of the cohort: whether the gene carries a mutation that changes the protein or its splicing; null where the
    /// sample was not profiled, or the gene not sequenced.
    /// </summary>
    public bool?[] AlteredIn(string gene)
    {
        if (!IsOnPanel(gene))
            return new bool?[Profiled.Count];
        var altered = Profiled.Select(p => p ? (bool?)false : null).ToArray();
        foreach (var mutation in _byGene[gene].Where(m => VariantClass.ChangesProtein(m.Class)))
            if (Profiled[mutation.Sample])
                altered[mutation.Sample] = true;
        return altered;
    }
}
