using Refractor.Cohorts.Comparing;
using Refractor.Cohorts.Scanning;
using Refractor.Statistics;

namespace Refractor.Cli.Pages;

/// <summary>Sets of features enriched in either of two contrasts.</summary>
internal static class ComparedSetBlocks
{
    private const int SetsShown = 5;

    public static IEnumerable<Block> Of(TherapyComparison comparison, ComparisonFigures figures)
    {
        if (figures.Sets is not { } figure)
            yield break;
        var (first, second) = (comparison.First.Scan, comparison.Second.Scan);
        yield return new Heading("Sets");
        yield return new Table(
            [
                new("set"),
                new("NES, first", true),
                new("P", true),
                new("q", true),
                new("NES, second", true),
                new("P", true),
                new("q", true),
            ],
            [
                .. first
                    .SetsByP()
                    .Take(SetsShown)
                    .Union(second.SetsByP().Take(SetsShown))
                    .Order()
                    .Select(s =>
                        (IReadOnlyList<string>)
                            [first.Request.Sets[s].Name, .. SetCells(first, s), .. SetCells(second, s)]
                    ),
            ]
        );
        yield return new Drawing(figure);
    }

    private static string[] SetCells(CohortScan scan, int set) =>
        scan.Enrichment is { } e && !double.IsNaN(e.LogP[set])
            ?
            [
                ComparisonPage.Number(e.NormalizedScores[set], 2),
                PValue.FromLog(e.LogP[set]).ToString(),
                PValue.FromLog(e.LogAdjustedP[set]).ToString(),
            ]
            : ["–", "–", "–"];
}
