using Refractor.Cohorts;
using Refractor.Cohorts.Pairing;
using Refractor.Cohorts.Recipes;
using Refractor.Statistics;

namespace Refractor.Cli.Pages;

/// <summary>Lays out what changes between two samples of the same patients.</summary>
internal static class ChangePage
{
    private const int SetsShown = 10;
    private const int EdgeShown = 5;

    public static Page Of(ChangeComparison comparison, int top)
    {
        var figures = ChangeFigures.Of(comparison);
        var recipes = new Queue<Recipe>(ChangeRecipes.Of(comparison));
        var blocks = new List<Block>
        {
            new Title(
                $"Change of {comparison.Layer.Name} from baseline to {TimePoints.InWords(comparison.Pairs.Later)} in {comparison.Cohort.Title}"
            ),
        };
        blocks.AddRange(PairsText.Of(comparison.Cohort, comparison.Pairs));
        blocks.Add(
            new Remark(
                $"{Parts.Count(comparison.Changes.Tested, "feature")} tested; {Parts.Number(comparison.Changes.LogQ.Count(q => q < Math.Log(0.05)))} with q < 0.05. Above 0, the later sample has more."
            )
        );
        blocks.Add(Changes(comparison, top));
        blocks.Add(new Derivation([recipes.Dequeue()]));
        blocks.Add(new Drawing(figures.Volcano));
        blocks.Add(new Drawing(figures.Slopes));
        AddSets(blocks, comparison, figures);
        if (comparison.ByResponse is { } response)
            AddResponse(blocks, comparison, response, top, recipes.Dequeue());
        if (comparison.Overlap is { } overlap)
            AddOverlap(blocks, comparison, overlap, figures, recipes.Dequeue());
        blocks.AddRange(comparison.NotDone.Select(n => new Remark(n, Tone.Notice)));
        blocks.Add(
            new Footer(
                "Moderated t on differences within patients (limma with the patient as block); q by Benjamini and Hochberg over all features. A later sample can differ by its share of tumour cells, by its site, and by who is left to give one: without a control group a change is not the work of the therapy. Research use only."
            )
        );
        return new Page(blocks);
    }

    private static Table Changes(ChangeComparison comparison, int top) =>
        new(
            [
                new("feature"),
                new("pairs", true),
                new("mean change (95 % CI)"),
                new("t", true),
                new("P", true),
                new("q", true),
            ],
            [
                .. comparison
                    .Changes.ByP(comparison.Layer.Features)
                    .Take(top)
                    .Select(f =>
                        (IReadOnlyList<string>)[comparison.Layer.Features[f], .. Cells(comparison.Changes, f)]
                    ),
            ]
        );

    private static string[] Cells(ChangeTests tests, int f) =>
        [
            Parts.Number(tests.N[f]),
            Change(tests, f),
            ComparisonPage.Number(tests.Statistics[f], 2),
            P(tests.LogP[f]),
            P(tests.LogQ[f]),
        ];

    private static string Change(ChangeTests tests, int f)
    {
        var interval = tests.IntervalOf(f);
        return $"{ComparisonPage.Number(tests.Effects[f], 2)} ({ComparisonPage.Number(interval.Low, 2)} to {ComparisonPage.Number(interval.High, 2)})";
    }

    private static void AddSets(List<Block> blocks, ChangeComparison comparison, ChangeFigures figures)
    {
        if (figures.Sets is not { } figure || comparison.Enrichment is not { } enrichment)
            return;
        blocks.Add(new Heading("Sets"));
        blocks.Add(
            new Table(
                [new("set"), new("size", true), new("NES", true), new("P", true), new("q", true), new("leading edge")],
                [
                    .. comparison
                        .SetsByP()
                        .Take(SetsShown)
                        .Select(s =>
                            (IReadOnlyList<string>)
                                [
                                    comparison.Request.Sets[s].Name,
                                    Parts.Number(enrichment.Sizes[s]),
                                    ComparisonPage.Number(enrichment.NormalizedScores[s], 2),
                                    P(enrichment.LogP[s]),
                                    P(enrichment.LogAdjustedP[s]),
                                    Edge(comparison.LeadingEdge(s)),
                                ]
                        ),
                ]
            )
        );
        blocks.Add(new Drawing(figure));
    }

    private static string Edge(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(EdgeShown)) + (names.Count > EdgeShown ? $" +{names.Count - EdgeShown}" : "");

    private static void AddResponse(
        List<Block> blocks,
        ChangeComparison comparison,
        ResponseChanges response,
        int top,
        Recipe recipe
    )
    {
        var endpoint = comparison.Request.Endpoint!;
        var adjusted =
            comparison.Request.Adjust.Count > 0 ? $", adjusted for {string.Join(", ", comparison.Request.Adjust)}" : "";
        blocks.Add(new Heading($"Change by {endpoint}"));
        blocks.Add(
            new Remark(
                $"{Parts.Count(response.RespondersN, "pair")} with {endpoint}, {Parts.Number(response.OthersN)} without; {Parts.Number(response.Difference.LogQ.Count(q => q < Math.Log(0.05)))} features with q < 0.05 for the difference{adjusted}. Above 0, the feature rises more, or falls less, without {endpoint}."
            )
        );
        blocks.Add(
            new Table(
                [
                    new("feature"),
                    new($"with {endpoint}", true),
                    new($"without {endpoint}", true),
                    new("difference (95 % CI)"),
                    new("t", true),
                    new("P", true),
                    new("q", true),
                ],
                [
                    .. response
                        .Difference.ByP(comparison.Layer.Features)
                        .Take(top)
                        .Select(f =>
                            (IReadOnlyList<string>)
                                [
                                    comparison.Layer.Features[f],
                                    ComparisonPage.Number(response.Responders.Effects[f], 2),
                                    ComparisonPage.Number(response.Others.Effects[f], 2),
                                    .. Cells(response.Difference, f)[1..],
                                ]
                        ),
                ]
            )
        );
        blocks.Add(new Derivation([recipe]));
    }

    private static void AddOverlap(
        List<Block> blocks,
        ChangeComparison comparison,
        ChangeOverlap overlap,
        ChangeFigures figures,
        Recipe recipe
    )
    {
        blocks.Add(new Heading("Does what changes look like what resists?"));
        blocks.Add(
            new Remark(
                $"Resistance at baseline by {comparison.Request.Endpoint}: {PopulationText.Of(comparison.Cohort, overlap.Contrast.Scan.Population)} {Parts.Count(overlap.Paired, "patient")} of these also have a pair."
            )
        );
        var rows = new List<IReadOnlyList<string>>
        {
            ComparisonPage.Row("Spearman's correlation", overlap.Correlation, 2),
        };
        if (overlap.Apart is { } apart)
            rows.Add(ComparisonPage.Row("with resistance in patients without a pair", apart, 2));
        rows.Add(ComparisonPage.Row("same less opposite signs", overlap.Concordance, 0));
        blocks.Add(
            new Table(
                [new("measure"), new("observed", true), new("permuted: mean (95 %)"), new("P, two-sided", true)],
                rows
            )
        );
        blocks.Add(new Remark(Peaks(overlap)));
        blocks.Add(
            new Remark(
                $"Permuted: {overlap.Contrast.Permuted}, among patients with a pair and among the others apart ({Parts.Count(comparison.Request.Permutations, "permutation")}, seed {comparison.Request.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}). A baseline sample is part of both lists; the row without paired patients is free of that."
            )
        );
        blocks.Add(new Derivation([recipe]));
        blocks.AddRange(figures.Resistance.Select(f => new Drawing(f)));
    }

    private static string Peaks(ChangeOverlap overlap)
    {
        string[] names = ["rises, resistance", "falls, sensitivity", "rises, sensitivity", "falls, resistance"];
        return "Overlap of ranks, peak −log10: "
            + string.Join(
                "; ",
                overlap.Peaks.Select(
                    (p, q) => $"{names[q]} {ComparisonPage.Number(p.Observed, 1)} (P {ComparisonPage.P(p.PGreater)})"
                )
            )
            + $". {Parts.Count(overlap.Agreement.Overlap.Features, "feature")} in both; p < 0.05 in both: {Parts.Number(overlap.Agreement.Same)} with the same sign, {Parts.Number(overlap.Agreement.Opposite)} with opposite signs.";
    }

    private static string P(double logP) => PValue.FromLog(logP).ToString();
}
