using Refractor.Cohorts.Comparing;
using Refractor.Plots;

namespace Refractor.Cohorts.Pairing;

/// <summary>The figures of a comparison of pairs.</summary>
/// <param name="Volcano">Changes of all features against their p.</param>
/// <param name="Slopes">The features of smallest p, patient by patient.</param>
/// <param name="Sets">Normalised scores of the sets of smallest p; null without sets.</param>
/// <param name="Resistance">Changes against resistance at baseline: map, scatter, permutations; empty without an endpoint.</param>
public sealed record ChangeFigures(Figure Volcano, Figure Slopes, Figure? Sets, IReadOnlyList<Figure> Resistance)
{
    private const int Plots = 8;
    private const int SetsShown = 15;

    /// <summary>Draws the figures.</summary>
    public static ChangeFigures Of(ChangeComparison comparison) =>
        new(
            VolcanoFigure.Of(
                $"Change of {comparison.Layer.Name}",
                $"{comparison.Pairs.Pairs.Count} pairs; mean of the sample {Later(comparison)} less that at baseline, moderated t on differences within patients.",
                $"mean change, {Later(comparison)} less baseline",
                [
                    .. comparison.Layer.Features.Select(
                        (name, f) =>
                            new VolcanoPoint(
                                name,
                                comparison.Changes.Effects[f],
                                comparison.Changes.LogP[f],
                                comparison.Changes.LogQ[f]
                            )
                    ),
                ]
            ),
            SlopesOf(comparison),
            SetsOf(comparison),
            comparison.Overlap is { } overlap ? ResistanceOf(comparison, overlap) : []
        );

    private static string Later(ChangeComparison comparison) => TimePoints.InWords(comparison.Pairs.Later);

    private static Figure SlopesOf(ChangeComparison comparison)
    {
        var (layer, pairs) = (comparison.Layer, comparison.Pairs.Pairs);
        var place = layer.Samples.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
        var (row, slopes) = (new double[layer.Samples.Count], new List<Slope>());
        foreach (var f in comparison.Changes.ByP(layer.Features).Take(Plots))
        {
            layer.Matrix.CopyFeature(f, row);
            slopes.AddRange(
                pairs.Select(p => new Slope(
                    layer.Features[f],
                    comparison.Cohort.Patients[p.Patient],
                    Group(comparison, p.Patient),
                    row[place[p.Before]],
                    row[place[p.After]]
                ))
            );
        }
        return SlopeFigure.Of(
            "Features that change most clearly",
            "One line a patient; the features of smallest p.",
            layer.Name,
            "baseline",
            Later(comparison),
            slopes
        );
    }

    private static string Group(ChangeComparison comparison, int patient) =>
        comparison.Request.Endpoint is { } endpoint
        && comparison.Cohort.FindOutcome(endpoint) is ResponseOutcome response
            ? response.Responded[patient] switch
            {
                true => endpoint,
                false => $"no {endpoint}",
                null => $"{endpoint} not known",
            }
            : "pairs";

    private static Figure? SetsOf(ChangeComparison comparison) =>
        comparison.SetsByP() is { Count: > 0 } sets
            ? BarFigure.Amounts(
                "Sets that change",
                $"Normalised enrichment score over the changes; the {SetsShown} sets of smallest p.",
                "normalised enrichment score",
                [
                    .. sets.Take(SetsShown)
                        .Select(s => new AmountBar(
                            comparison.Request.Sets[s].Name,
                            comparison.Enrichment!.LogAdjustedP[s] < Math.Log(0.05) ? "q < 0.05" : "q ≥ 0.05",
                            comparison.Enrichment.NormalizedScores[s]
                        )),
                ]
            )
            : null;

    private static IReadOnlyList<Figure> ResistanceOf(ChangeComparison comparison, ChangeOverlap overlap) =>
        [
            AgreementFigures.Map(
                overlap.Agreement.Overlap,
                ("change", "increase", "decrease"),
                ("baseline", "resistance", "sensitivity")
            ),
            AgreementFigures.Scatter(
                "Change and resistance at baseline",
                $"change {Later(comparison)}, moderated t as z",
                $"resistance at baseline: {overlap.Contrast.RankedStatistic}",
                [.. comparison.Layer.Features.Select((name, f) => (name, overlap.ChangeZ[f], overlap.ContrastZ[f]))]
            ),
            .. new[] { AgreementFigures.Permuted("Spearman's correlation", overlap.Correlation) }.OfType<Figure>(),
        ];
}
