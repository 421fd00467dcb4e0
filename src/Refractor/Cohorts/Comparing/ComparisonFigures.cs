using Refractor.Plots;

namespace Refractor.Cohorts.Comparing;

/// <summary>The figures of a comparison of two therapies.</summary>
/// <param name="Map">The overlap of ranks.</param>
/// <param name="Effects">Both statistics of all features.</param>
/// <param name="Permuted">Correlation and concordance under permutation.</param>
/// <param name="Sets">Normalised scores of the sets of smallest p in each contrast; null without sets.</param>
public sealed record ComparisonFigures(Figure Map, Figure Effects, IReadOnlyList<Figure> Permuted, Figure? Sets)
{
    private const int SetsShown = 10;

    /// <summary>Draws the figures.</summary>
    public static ComparisonFigures Of(TherapyComparison comparison)
    {
        var (first, second) = (Name(comparison.First), Name(comparison.Second));
        return new ComparisonFigures(
            AgreementFigures.Map(
                comparison.Agreement.Overlap,
                (first, "resistance", "sensitivity"),
                (second, "resistance", "sensitivity")
            ),
            AgreementFigures.Scatter(
                $"Resistance to {first} and to {second}",
                $"{first}: {comparison.First.RankedStatistic}",
                $"{second}: {comparison.Second.RankedStatistic}",
                [.. comparison.Features.Select(f => (f.Name, f.FirstZ, f.SecondZ))]
            ),
            [
                .. new[]
                {
                    AgreementFigures.Permuted("Spearman's correlation", comparison.Correlation),
                    AgreementFigures.Permuted("same less opposite signs", comparison.Concordance),
                }.OfType<Figure>(),
            ],
            SetsOf(comparison)
        );
    }

    private static Figure? SetsOf(TherapyComparison comparison)
    {
        AmountBar[] bars = [.. Bars(comparison.First), .. Bars(comparison.Second)];
        return bars.Length == 0
            ? null
            : BarFigure.Amounts(
                "Enriched sets",
                $"Normalised enrichment score of the {SetsShown} sets of smallest p in each contrast; above 0, members go with resistance.",
                "normalised enrichment score",
                bars
            );
    }

    private static IEnumerable<AmountBar> Bars(TherapyContrast contrast)
    {
        var (scan, name) = (contrast.Scan, Name(contrast));
        return scan.SetsByP()
            .Take(SetsShown)
            .Select(s => new AmountBar(
                $"{scan.Request.Sets[s].Name} ({name})",
                name,
                scan.Enrichment!.NormalizedScores[s]
            ));
    }

    private static string Name(TherapyContrast contrast) => contrast.Therapy.Replace('_', ' ');
}
