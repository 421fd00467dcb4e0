using System.Globalization;
using Refractor.Cohorts;
using Refractor.Cohorts.Scanning;
using Refractor.Statistics;

namespace Refractor.Cli.Pages;

/// <summary>Lays out a scan: the strongest features and sets.</summary>
internal static class ScanPage
{
    private const int SetsShown = 10;
    private const int EdgeShown = 5;

    public static Page Of(Cohort cohort, CohortScan scan, int top)
    {
        var blocks = new List<Block>
        {
            new Title($"{Parts.Capital(scan.Layer.Name)} and {scan.Population.Outcome.Endpoint} in {cohort.Title}"),
        };
        blocks.AddRange(Findings(cohort, scan, top));
        blocks.Add(
            new Footer(
                "q by Benjamini and Hochberg over all features of this scan. Associations within one cohort; research use only."
            )
        );
        return new Page(blocks);
    }

    /// <summary>Who was looked at, and the strongest features and sets.</summary>
    internal static IEnumerable<Block> Findings(Cohort cohort, CohortScan scan, int top)
    {
        yield return new Remark(PopulationText.Of(cohort, scan.Population));
        yield return new Remark(
            $"{Parts.Count(scan.Tested, "feature")} tested{Adjusted(scan)}; {Parts.Number(scan.LogQ.Count(q => q < Math.Log(0.05)))} with q < 0.05. {Direction(scan)}"
        );
        var figures = new Lazy<ScanFigures>(() => ScanFigures.Of(cohort, scan));
        var recipes = ScanRecipes.Of(cohort, scan);
        yield return scan.Areas is null ? Survival(scan, top) : Response(scan, top);
        yield return new Derivation([.. recipes.Take(scan.Areas is null ? 1 : 2)]);
        yield return new Drawing(() => figures.Value.Features);
        if (scan.Enrichment is not { } enrichment || scan.SetsByP() is not { Count: > 0 } sets)
            yield break;
        yield return new Subheading("Sets");
        yield return Sets(scan, enrichment, sets);
        yield return new Derivation([recipes[^1]]);
        yield return new Drawing(() => figures.Value.Sets is { } drawn ? [drawn] : []);
    }

    private static string Adjusted(CohortScan scan) =>
        scan.Request.Adjust.Count > 0 ? $", adjusted for {string.Join(", ", scan.Request.Adjust)}" : "";

    private static string Direction(CohortScan scan) =>
        scan.Areas is null
            ? "Above 1, more of the feature goes with earlier events."
            : "Above 0, tumours that did not respond have more of it.";

    private static Table Response(CohortScan scan, int top) =>
        new(
            [
                new("feature"),
                new("difference", true),
                new("P", true),
                new("q", true),
                new("AUC for resistance (95 % CI)"),
                new("Wilcoxon P", true),
            ],
            [
                .. scan.ByP()
                    .Take(top)
                    .Select(f =>
                        (IReadOnlyList<string>)
                            [
                                scan.Layer.Features[f],
                                Number(scan.Effects[f]),
                                P(scan.LogP[f]),
                                P(scan.LogQ[f]),
                                $"{EffectText.Ratio(scan.Areas![f])} {EffectText.Interval(new Interval(scan.AreaLow![f], scan.AreaHigh![f]))}",
                                P(scan.WilcoxonLogP![f]),
                            ]
                    ),
            ]
        );

    private static Table Survival(CohortScan scan, int top) =>
        new(
            [new("feature"), new("HR for one unit more (95 % CI)"), new("P", true), new("q", true), new("n", true)],
            [
                .. scan.ByP()
                    .Take(top)
                    .Select(f =>
                        (IReadOnlyList<string>)
                            [
                                scan.Layer.Features[f],
                                HazardRatio(scan, f),
                                P(scan.LogP[f]),
                                P(scan.LogQ[f]),
                                Parts.Number(scan.N[f]),
                            ]
                    ),
            ]
        );

    private static string HazardRatio(CohortScan scan, int f) =>
        $"{EffectText.Ratio(Math.Exp(scan.Effects[f]))} {EffectText.Interval(ScanFigures.HazardInterval(scan, f))}";

    private static Table Sets(
        CohortScan scan,
        Statistics.Enrichment.EnrichmentScreen enrichment,
        IReadOnlyList<int> sets
    ) =>
        new(
            [new("set"), new("size", true), new("NES", true), new("P", true), new("q", true), new("leading edge")],
            [
                .. sets.Take(SetsShown)
                    .Select(s =>
                        (IReadOnlyList<string>)
                            [
                                scan.Request.Sets[s].Name,
                                Parts.Number(enrichment.Sizes[s]),
                                Number(enrichment.NormalizedScores[s]),
                                P(enrichment.LogP[s]),
                                P(enrichment.LogAdjustedP[s]),
                                Edge(ScanTables.LeadingEdge(scan, s)),
                            ]
                    ),
            ]
        );

    private static string Edge(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(EdgeShown)) + (names.Count > EdgeShown ? $" +{names.Count - EdgeShown}" : "");

    private static string Number(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private static string P(double logP) => PValue.FromLog(logP).ToString();
}
