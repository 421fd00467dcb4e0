using Refractor.Cohorts;
using Refractor.Cohorts.Scanning;
using Refractor.Statistics;

namespace Refractor.Cli.Pages;

/// <summary>Lays out altered against not altered tumours, gene by gene.</summary>
internal static class MutationsPage
{
    public static Page Of(Cohort cohort, MutationScan scan, int top)
    {
        var endpoint = scan.Population.Outcome.Endpoint;
        var shown = scan.Genes.Take(top).ToList();
        var figures = MutationFigures.Of(scan, top);
        return new Page([
            new Title($"Mutations and {endpoint} in {cohort.Title}"),
            new Remark(PopulationText.Of(cohort, scan.Population)),
            new Remark(
                $"{Parts.Count(scan.Genes.Count, "gene")} tested, {Parts.Number(scan.TooFew)} altered in too few; {Parts.Number(scan.Genes.Count(g => g.LogQ < Math.Log(0.05)))} with q < 0.05."
            ),
            scan.Population.Outcome is ResponseOutcome ? Response(shown) : Survival(shown),
            new Derivation(MutationFigures.Recipes(cohort, scan)),
            .. new[] { figures.Effects, figures.Rates }.OfType<Plots.Figure>().Select(f => new Drawing(f)),
            new Footer(
                "Altered: a variant that changes the protein or its splicing. Only patients whose tumour was sequenced for the gene are counted; the others are not taken for wild type. q by Benjamini and Hochberg over the genes tested."
            ),
        ]);
    }

    private static Table Response(IReadOnlyList<GeneAlteration> genes) =>
        new(
            [
                new("gene"),
                new("response, altered"),
                new("response, others"),
                new("OR (95 % CI)"),
                new("Fisher P", true),
                new("q", true),
            ],
            [
                .. genes.Select(g =>
                    (IReadOnlyList<string>)
                        [
                            g.Gene,
                            Rate(g.Split!.Table.A, g.Split.Table.FirstRow),
                            Rate(g.Split.Table.C, g.Split.Table.SecondRow),
                            g.Split.Fisher is { IsEstimable: true, Value: var f }
                                ? $"{EffectText.Ratio(f.OddsRatio)} {EffectText.Interval(f.Interval)}"
                                : "–",
                            P(g.LogP),
                            P(g.LogQ),
                        ]
                ),
            ]
        );

    private static Table Survival(IReadOnlyList<GeneAlteration> genes) =>
        new(
            [
                new("gene"),
                new("altered", true),
                new("profiled", true),
                new("HR (95 % CI)"),
                new("P", true),
                new("q", true),
            ],
            [
                .. genes.Select(g =>
                    (IReadOnlyList<string>)
                        [
                            g.Gene,
                            Parts.Number(g.Altered),
                            Parts.Number(g.Profiled),
                            g.Effect.IsEstimable
                                ? $"{EffectText.Ratio(g.Effect.Value)} {EffectText.Interval(g.Effect.Interval)}"
                                : EffectText.Reason(g.Effect.Reason),
                            P(g.LogP),
                            P(g.LogQ),
                        ]
                ),
            ]
        );

    private static string Rate(int responses, long of) =>
        of == 0 ? "–" : $"{responses}/{of} = {EffectText.Percent(responses / (double)of)}";

    private static string P(double logP) => PValue.FromLog(logP).ToString();
}
