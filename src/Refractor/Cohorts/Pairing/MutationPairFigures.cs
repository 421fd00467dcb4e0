using Refractor.Cohorts.Recipes;
using Refractor.Plots;

namespace Refractor.Cohorts.Pairing;

/// <summary>The figure and the recipe of mutations in pairs.</summary>
public static class MutationPairFigures
{
    /// <summary>Pairs that gained, lost, replaced or kept alterations of each gene; null if no gene is altered.</summary>
    /// <param name="mutations">The comparison.</param>
    /// <param name="top">How many genes.</param>
    public static Figure? Of(MutationPairs mutations, int top)
    {
        var genes = mutations.Genes.Take(top).ToList();
        return genes.Count == 0
            ? null
            : StackedBarFigure.Of(
                "Mutations in pairs",
                $"Pairs by what became of the alterations of a gene between baseline and the sample {TimePoints.InWords(mutations.Pairs.Later)}; only pairs sequenced for the gene on both sides. A replaced alteration is gone, and another one is new.",
                "pairs",
                [
                    .. genes.SelectMany(g =>
                        new[]
                        {
                            new AmountBar(g.Gene, "gained", g.Gained),
                            new AmountBar(g.Gene, "lost", g.Lost),
                            new AmountBar(g.Gene, "replaced", g.Replaced),
                            new AmountBar(g.Gene, "shared", g.Shared),
                        }
                    ),
                ]
            );
    }

    /// <summary>How the p of a gene was made.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="mutations">The comparison.</param>
    public static IReadOnlyList<Recipe> Recipes(Cohort cohort, MutationPairs mutations) =>
        [
            new Recipe(
                "p of gained against lost, gene by gene",
                ChangeRecipes.Input(cohort, mutations.Pairs),
                "McNemar's exact test: binomial test of the pairs that gained among those that gained or lost, share one half; q by Benjamini and Hochberg over the genes tested",
                [
                    new("unit", "the pair; a variant is its change of the protein, or its class where none is told"),
                    new("replaced", "counts for neither direction"),
                    new("sequenced", "the gene is on the panel of both samples"),
                ],
                """
                g <- read.delim("genes.tsv")
                mapply(function(gained, lost) if (gained + lost > 0) binom.test(gained, gained + lost)$p.value else 1, g$gained, g$lost)
                """
            ),
        ];
}
