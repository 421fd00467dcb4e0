using Refractor.Statistics.Contingency;
using Refractor.Statistics.MultipleTesting;

namespace Refractor.Cohorts.Pairing;

/// <summary>A variant of a gene over all pairs.</summary>
/// <param name="Variant">Change of the protein; where none is told, the class of the variant.</param>
/// <param name="Gained">Pairs with it in the later sample alone.</param>
/// <param name="Lost">Pairs with it in the baseline sample alone.</param>
/// <param name="Shared">Pairs with it in both.</param>
public sealed record VariantChange(string Variant, int Gained, int Lost, int Shared);

/// <summary>A gene over all pairs whose samples were both sequenced for it.</summary>
/// <param name="Gene">Symbol.</param>
/// <param name="Pairs">Pairs sequenced for the gene on both sides.</param>
/// <param name="Before">Pairs altered at baseline.</param>
/// <param name="After">Pairs altered later.</param>
/// <param name="Gained">Pairs with a variant that is new, and none that is gone.</param>
/// <param name="Lost">Pairs with a variant that is gone, and none that is new.</param>
/// <param name="Replaced">Pairs with both: they speak for neither direction.</param>
/// <param name="Shared">Altered pairs with the same variants on both sides.</param>
/// <param name="Variants">Every variant, by name.</param>
/// <param name="LogP">Natural logarithm of McNemar's exact p of gained against lost; NaN if not tested.</param>
/// <param name="LogQ">The same adjusted by Benjamini and Hochberg over the genes tested.</param>
public sealed record GeneChange(
    string Gene,
    int Pairs,
    int Before,
    int After,
    int Gained,
    int Lost,
    int Replaced,
    int Shared,
    IReadOnlyList<VariantChange> Variants,
    double LogP,
    double LogQ
);

/// <summary>
/// What mutations are gained, lost and shared between two samples of the same patients, gene by gene, on pairs sequenced for the gene on
/// both sides. What was not looked for on one side is neither gained nor lost.
/// </summary>
/// <param name="Pairs">The pairs, and who has none.</param>
/// <param name="Genes">Genes altered in a pair: those tested by p, then the others by the number of pairs that changed, then by name.</param>
/// <param name="NotTested">Genes altered in fewer pairs than asked for.</param>
public sealed record MutationPairs(SamplePairs Pairs, IReadOnlyList<GeneChange> Genes, int NotTested)
{
    /// <summary>Compares the mutations of all pairs.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="request">Whose samples.</param>
    /// <param name="fewest">Genes altered in fewer pairs are counted and not tested.</param>
    /// <exception cref="CohortLacksException">The cohort has no mutations, no pairs, or lacks what is asked for.</exception>
    public static MutationPairs Run(
        Cohort cohort,
        PairRequest request,
        int fewest = Scanning.MutationScan.FewestAltered
    )
    {
        var layer = cohort.Mutations ?? throw new CohortLacksException($"The cohort {cohort.Name} has no mutations.");
        var pairs = SamplePairs.Of(
            cohort,
            request,
            "sequenced",
            s => layer.PanelOf[s] is { Scope: not PanelScope.NotListed }
        );
        var genes = layer.Genes.Select(g => Compare(layer, pairs.Pairs, g)).Where(g => g.Variants.Count > 0).ToList();
        var tested = genes.Where(g => Altered(g) >= fewest).Select(Test).ToList();
        var logQ = AdjustedP.BenjaminiHochbergOfLog([.. tested.Select(g => g.LogP)]);
        return new MutationPairs(
            pairs,
            [
                .. tested
                    .Select((g, i) => g with { LogQ = logQ[i] })
                    .Concat(genes.Where(g => Altered(g) < fewest))
                    .OrderBy(g => double.IsNaN(g.LogP))
                    .ThenBy(g => g.LogP)
                    .ThenByDescending(g => g.Gained + g.Lost)
                    .ThenBy(g => g.Gene, StringComparer.Ordinal),
            ],
            genes.Count - tested.Count
        );
    }

    private static int Altered(GeneChange gene) => gene.Gained + gene.Lost + gene.Replaced + gene.Shared;

    private static GeneChange Test(GeneChange gene)
    {
        var table = new TwoByTwo(gene.Shared + gene.Replaced, gene.Lost, gene.Gained, gene.Pairs - Altered(gene));
        // Without a pair that changed there is nothing to tell a direction from: p is 1, so that the gene stays in the family of q.
        return gene with
        {
            LogP = McNemarTest.Of(table) is { IsEstimable: true, Value: var test } ? test.ExactP.Log : 0,
        };
    }

    private static GeneChange Compare(MutationLayer layer, IReadOnlyList<SamplePair> all, string gene)
    {
        var variants = layer
            .Of(gene)
            .Where(m => VariantClass.ChangesProtein(m.Class))
            .ToLookup(m => m.Sample, m => m.Protein ?? m.Class);
        var counts = new SortedDictionary<string, (int Gained, int Lost, int Shared)>(StringComparer.Ordinal);
        var (pairs, before, after, gained, lost, replaced, shared) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var pair in all)
        {
            if (!layer.IsProfiled(pair.Before, gene) || !layer.IsProfiled(pair.After, gene))
                continue;
            pairs++;
            HashSet<string> early = [.. variants[pair.Before]];
            HashSet<string> late = [.. variants[pair.After]];
            before += early.Count > 0 ? 1 : 0;
            after += late.Count > 0 ? 1 : 0;
            foreach (var variant in early.Union(late))
            {
                var c = counts.GetValueOrDefault(variant);
                counts[variant] =
                    !early.Contains(variant) ? c with { Gained = c.Gained + 1 }
                    : !late.Contains(variant) ? c with { Lost = c.Lost + 1 }
                    : c with { Shared = c.Shared + 1 };
            }
            var (isNew, isGone) = (late.Except(early).Any(), early.Except(late).Any());
            gained += isNew && !isGone ? 1 : 0;
            lost += isGone && !isNew ? 1 : 0;
            replaced += isNew && isGone ? 1 : 0;
            shared += !isNew && !isGone && early.Count > 0 ? 1 : 0;
        }
        return new GeneChange(
            gene,
            pairs,
            before,
            after,
            gained,
            lost,
            replaced,
            shared,
            [.. counts.Select(c => new VariantChange(c.Key, c.Value.Gained, c.Value.Lost, c.Value.Shared))],
            double.NaN,
            double.NaN
        );
    }
}
