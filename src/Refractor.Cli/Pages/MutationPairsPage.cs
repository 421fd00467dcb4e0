using System.Globalization;
using Refractor.Cohorts;
using Refractor.Cohorts.Pairing;
using Refractor.Statistics;

namespace Refractor.Cli.Pages;

/// <summary>Lays out what mutations are gained, lost and shared within patients.</summary>
internal static class MutationPairsPage
{
    private const int VariantsShown = 3;

    public static Page Of(Cohort cohort, MutationPairs mutations, int top)
    {
        var blocks = new List<Block> { new Title($"Mutations before and after in {cohort.Title}") };
        blocks.AddRange(PairsText.Of(cohort, mutations.Pairs));
        blocks.Add(
            new Remark(
                $"{Parts.Count(mutations.Genes.Count, "gene")} altered in a pair, {Parts.Number(mutations.NotTested)} of them in too few to be tested; {Parts.Number(mutations.Genes.Count(g => g.LogQ < Math.Log(0.05)))} with q < 0.05."
            )
        );
        blocks.Add(Genes([.. mutations.Genes.Take(top)]));
        blocks.Add(new Derivation(MutationPairFigures.Recipes(cohort, mutations)));
        if (MutationPairFigures.Of(mutations, top) is { } figure)
            blocks.Add(new Drawing(figure));
        blocks.Add(
            new Footer(
                "Counted are pairs whose samples were both sequenced for the gene. A variant is shared if both samples have the same change of the protein (where none is told, the same class of variant). Gained: a variant is new and none is gone; lost: the reverse; replaced: both, which speaks for neither direction. P: McNemar's exact test of gained against lost; q by Benjamini and Hochberg over the genes tested. Not found is not absent: depth and the share of tumour cells differ between samples. Research use only."
            )
        );
        return new Page(blocks);
    }

    private static Table Genes(IReadOnlyList<GeneChange> genes) =>
        new(
            [
                new("gene"),
                new("pairs", true),
                new("before", true),
                new("after", true),
                new("gained", true),
                new("lost", true),
                new("replaced", true),
                new("shared", true),
                new("P", true),
                new("q", true),
                new("variants gained or lost"),
            ],
            [
                .. genes.Select(g =>
                    (IReadOnlyList<string>)
                        [
                            g.Gene,
                            Parts.Number(g.Pairs),
                            Parts.Number(g.Before),
                            Parts.Number(g.After),
                            Parts.Number(g.Gained),
                            Parts.Number(g.Lost),
                            Parts.Number(g.Replaced),
                            Parts.Number(g.Shared),
                            P(g.LogP),
                            P(g.LogQ),
                            Variants(g),
                        ]
                ),
            ]
        );

    private static string Variants(GeneChange gene)
    {
        var changed = gene
            .Variants.Where(v => v.Gained + v.Lost > 0)
            .OrderByDescending(v => v.Gained + v.Lost)
            .ThenBy(v => v.Variant, StringComparer.Ordinal)
            .ToList();
        var shown = changed
            .Take(VariantsShown)
            .Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Variant} +{v.Gained} −{v.Lost}"));
        return string.Join(", ", shown)
            + (changed.Count > VariantsShown ? $", {changed.Count - VariantsShown} more" : "");
    }

    private static string P(double logP) => double.IsNaN(logP) ? "–" : PValue.FromLog(logP).ToString();
}
