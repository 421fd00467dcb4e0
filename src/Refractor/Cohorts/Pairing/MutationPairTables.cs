using System.Globalization;
using Refractor.Cohorts.Storing;
using Refractor.Statistics;

namespace Refractor.Cohorts.Pairing;

/// <summary>Gained, lost and shared mutations as tab-separated tables.</summary>
public static class MutationPairTables
{
    /// <summary>One row a gene, those tested by p first.</summary>
    public static string Genes(MutationPairs mutations)
    {
        var table = new TableText(
            "gene",
            "pairs",
            "altered_before",
            "altered_after",
            "gained",
            "lost",
            "replaced",
            "shared",
            "p",
            "q",
            "variants_gained",
            "variants_lost",
            "variants_shared"
        );
        foreach (var g in mutations.Genes)
            table.Add([
                g.Gene,
                Whole(g.Pairs),
                Whole(g.Before),
                Whole(g.After),
                Whole(g.Gained),
                Whole(g.Lost),
                Whole(g.Replaced),
                Whole(g.Shared),
                P(g.LogP),
                P(g.LogQ),
                Variants(g, v => v.Gained),
                Variants(g, v => v.Lost),
                Variants(g, v => v.Shared),
            ]);
        return table.ToString();
    }

    private static string Variants(GeneChange gene, Func<VariantChange, int> count) =>
        string.Join(
            ", ",
            gene.Variants.Where(v => count(v) > 0)
                .OrderByDescending(count)
                .Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Variant} {count(v)}"))
        );

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? P(double logP) => double.IsNaN(logP) ? null : PValue.FromLog(logP).ToString();
}
