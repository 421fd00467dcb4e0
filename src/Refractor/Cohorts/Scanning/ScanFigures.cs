using Refractor.Plots;
using Refractor.Statistics;
using Refractor.Statistics.Distributions;

namespace Refractor.Cohorts.Scanning;

/// <summary>The figures of a scan.</summary>
public static class ScanFigures
{
    private const int Bins = 20;
    private const int SetsShown = 15;
    private const int MostPatients = 300;
    private const double HeatLimit = 2.5;

    /// <summary>Volcano plot, p values, the strongest features with intervals and over the patients, and the strongest sets.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="scan">A scan in it.</param>
    /// <param name="top">How many features are shown one by one.</param>
    public static IEnumerable<Figure> Of(Cohort cohort, CohortScan scan, int top)
    {
        if (scan.Tested == 0)
            yield break;
        var strongest = scan.ByP().Take(top).ToList();
        yield return Volcano(scan);
        yield return PValues(scan);
        if (scan.Areas is null)
            yield return Forest(scan, strongest);
        if (HeatMap(cohort, scan, strongest) is { } map)
            yield return map;
        if (scan.SetsByP() is { Count: > 0 } sets)
            yield return Sets(scan, [.. sets.Take(SetsShown)]);
    }

    private static string Endpoint(CohortScan scan) => scan.Population.Outcome.Endpoint;

    private static Figure Volcano(CohortScan scan) =>
        VolcanoFigure.Of(
            $"All features and {Endpoint(scan)}",
            "Each point a feature; to the right, more of it goes with resistance. The line, where there is one, is the largest p with q below 0.05.",
            scan.Areas is null ? "logarithm of the hazard ratio" : "difference, resistant minus sensitive",
            [
                .. scan.Layer.Features.Select(
                    (name, f) => new VolcanoPoint(name, scan.Effects[f], scan.LogP[f], scan.LogQ[f])
                ),
            ]
        );

    private static Figure PValues(CohortScan scan) =>
        HistogramFigure.Of(
            "P values of all features",
            "Flat where nothing goes with the endpoint; a peak at the left is what does. Any other shape speaks against the model.",
            "P",
            scan.LogP.Select(Math.Exp),
            0,
            1,
            Bins
        );

    private static Figure Forest(CohortScan scan, List<int> strongest)
    {
        var z = Normal.Quantile(0.025, tail: Tail.Upper);
        return ForestFigure.Of(
            "The strongest features",
            "Hazard ratio for one unit more of the feature, with 95 % interval. Chosen by p among all features, so that the effects are overstated.",
            "hazard ratio",
            [
                .. strongest.Select(f => new ForestLine(
                    scan.Layer.Features[f],
                    "recomputed",
                    Math.Exp(scan.Effects[f]),
                    new Interval(
                        Math.Exp(scan.Effects[f] - (z * scan.StandardErrors[f])),
                        Math.Exp(scan.Effects[f] + (z * scan.StandardErrors[f]))
                    ),
                    scan.N[f]
                )),
            ],
            "later events",
            "earlier events"
        );
    }

    private static Figure Sets(CohortScan scan, IReadOnlyList<int> sets) =>
        BarFigure.Amounts(
            "The strongest sets",
            "Normalised enrichment score; above 0, members go with resistance. q is over all sets.",
            "normalised enrichment score",
            [
                .. sets.Select(s => new AmountBar(
                    $"{scan.Request.Sets[s].Name} (q = {PValue.FromLog(scan.Enrichment!.LogAdjustedP[s])})",
                    scan.Enrichment.LogAdjustedP[s] < Math.Log(0.05) ? "q below 0.05" : "q 0.05 or more",
                    scan.Enrichment.NormalizedScores[s]
                )),
            ]
        );

    /// <summary>Standard deviations from the mean of the patients of the scan, who stand in the order of their outcome.</summary>
    private static Figure? HeatMap(Cohort cohort, CohortScan scan, List<int> strongest)
    {
        var patients = CohortScanner.Rows(cohort, scan.Layer, scan.Population);
        var ordered = Enumerable.Range(0, patients.Length).Where(i => patients[i] >= 0).ToList();
        ordered = [.. ordered.OrderBy(i => Rank(scan.Population.Outcome, patients[i])).ThenBy(i => i)];
        if (ordered.Count < 2)
            return null;
        var step = (ordered.Count + MostPatients - 1) / MostPatients;
        var shown = ordered.Where((_, i) => i % step == 0).ToList();
        var cells = new List<HeatCell>();
        var row = new double[patients.Length];
        foreach (var f in strongest)
        {
            scan.Layer.Matrix.CopyFeature(f, row);
            var known = ordered.Select(i => row[i]).Where(double.IsFinite).ToList();
            var mean = known.Average();
            var deviation = Math.Sqrt(known.Sum(v => (v - mean) * (v - mean)) / (known.Count - 1));
            cells.AddRange(
                shown.Select(i => new HeatCell(
                    scan.Layer.Features[f],
                    cohort.Patients[patients[i]],
                    (row[i] - mean) / deviation
                ))
            );
        }
        var part = step > 1 ? $" Every {step}th of {ordered.Count} patients is shown." : "";
        var order = scan.Areas is null ? "shortest time under observation first" : "patients with response first";
        return HeatMapFigure.Of(
            "The strongest features over the patients",
            $"Standard deviations from the mean, cut at ±{HeatLimit.ToString(System.Globalization.CultureInfo.InvariantCulture)}; {order}.{part}",
            "z",
            HeatLimit,
            [.. strongest.Select(f => scan.Layer.Features[f])],
            [.. shown.Select(i => cohort.Patients[patients[i]])],
            cells,
            "patients",
            showColumns: false
        );
    }

    private static double Rank(Outcome outcome, int patient) =>
        outcome switch
        {
            SurvivalOutcome survival => survival.Months[patient],
            ResponseOutcome response => response.Responded[patient] == true ? 0 : 1,
            _ => 0,
        };
}
