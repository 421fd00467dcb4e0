using Refractor.Plots;
using Refractor.Statistics;
using Refractor.Statistics.Distributions;

namespace Refractor.Cohorts.Scanning;

/// <summary>The figures of a scan.</summary>
/// <param name="Features">On features: volcano, estimates, heat map, p values.</param>
/// <param name="Sets">On sets; null without enrichment.</param>
public sealed record ScanFigures(IReadOnlyList<Figure> Features, Figure? Sets)
{
    private const int Lines = 20;
    private const int HeatRows = 30;
    private const int SetBars = 20;
    private const int FewestForVolcano = 10;

    /// <summary>Draws the figures of a scan; a few features alone make neither volcano nor histogram.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="scan">A scan of it.</param>
    public static ScanFigures Of(Cohort cohort, CohortScan scan)
    {
        if (scan.Tested == 0)
            return new ScanFigures([], null);
        Figure[] figures = [Forest(scan), HeatMap(cohort, scan)];
        return new ScanFigures(
            scan.Tested < FewestForVolcano ? figures : [Volcano(scan), .. figures, PValues(scan)],
            scan.SetsByP().Count > 0 ? SetScores(scan) : null
        );
    }

    private static bool IsResponse(CohortScan scan) => scan.Areas is not null;

    private static string Subject(CohortScan scan) => $"{scan.Layer.Name} and {scan.Population.Outcome.Endpoint}";

    private static Figure Volcano(CohortScan scan) =>
        VolcanoFigure.Of(
            $"{Subject(scan)}: all features",
            $"{scan.Tested} features in {scan.Population.N} patients. Right: {(IsResponse(scan) ? "more in tumours without response" : "more of it goes with earlier events")}. Line: the largest p with q < 0.05 (Benjamini and Hochberg); none is drawn where there is none.",
            IsResponse(scan)
                ? "difference, no response minus response"
                : "logarithm of the hazard ratio for one unit more",
            [
                .. Enumerable
                    .Range(0, scan.Effects.Length)
                    .Select(f => new VolcanoPoint(scan.Layer.Features[f], scan.Effects[f], scan.LogP[f], scan.LogQ[f])),
            ]
        );

    private static Figure Forest(CohortScan scan)
    {
        var caption = "The features of the smallest p, with 95 % interval, not corrected for their selection.";
        return IsResponse(scan)
            ? ForestFigure.Of(
                $"{Subject(scan)}: strongest features",
                $"{caption} Area under the ROC curve for no response, DeLong's interval, without covariates.",
                "AUC for resistance",
                [
                    .. scan.ByP()
                        .Take(Lines)
                        .Select(f => Line(scan, f, scan.Areas![f], new Interval(scan.AreaLow![f], scan.AreaHigh![f]))),
                ],
                "more in responders",
                "more in the others",
                ForestScale.Area
            )
            : ForestFigure.Of(
                $"{Subject(scan)}: strongest features",
                $"{caption} Hazard ratio for one unit more.",
                "hazard ratio",
                [
                    .. scan.ByP()
                        .Take(Lines)
                        .Select(f => Line(scan, f, Math.Exp(scan.Effects[f]), HazardInterval(scan, f))),
                ],
                "fewer events",
                "more events"
            );
    }

    private static ForestLine Line(CohortScan scan, int f, double estimate, Interval interval) =>
        new(scan.Layer.Features[f], "feature", estimate, interval, scan.N[f]);

    /// <summary>The 95 % interval of the hazard ratio of a feature for one unit more.</summary>
    public static Interval HazardInterval(CohortScan scan, int f)
    {
        var half = Normal.Quantile(0.975) * scan.StandardErrors[f];
        return new Interval(Math.Exp(scan.Effects[f] - half), Math.Exp(scan.Effects[f] + half));
    }

    private static Figure HeatMap(Cohort cohort, CohortScan scan)
    {
        var groups = OutcomeOrder.Of(cohort, scan);
        var features = scan.ByP().Take(HeatRows).OrderBy(f => scan.Effects[f] < 0).ThenBy(f => scan.LogP[f]).ToList();
        var values = new double[scan.Layer.Samples.Count];
        var cells = new List<HeatCell>();
        foreach (var f in features)
        {
            scan.Layer.Matrix.CopyFeature(f, values);
            var used = groups.SelectMany(g => g.Rows).Select(r => values[r]).Where(v => !double.IsNaN(v)).ToList();
            var mean = used.Average();
            var deviation = Math.Sqrt(used.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, used.Count - 1));
            foreach (var group in groups)
            {
                var known = group.Rows.Select(r => values[r]).Where(v => !double.IsNaN(v)).ToList();
                var z = known.Count == 0 ? double.NaN : (known.Average() - mean) / deviation;
                cells.Add(new HeatCell(scan.Layer.Features[f], group.Label, z));
            }
        }
        var size = groups.Count > 0 ? groups.Max(g => g.Rows.Count) : 0;
        return HeatMapFigure.Of(
            $"{Subject(scan)}: strongest features by patients",
            $"Standard deviations from the mean of the patients of the scan, cut at ±2. {(size > 1 ? $"Each column is the mean of up to {size} patients who are neighbours in outcome." : "Each column is a patient.")} From left: {(IsResponse(scan) ? "responders, then the others" : "longest follow-up without event, then events from the latest to the earliest")}. Rows chosen by p, so that a difference is to be expected.",
            "z",
            2,
            [.. features.Select(f => scan.Layer.Features[f])],
            [.. groups.Select(g => g.Label)],
            cells,
            IsResponse(scan) ? "← response      no response →" : "← no event      early event →",
            showColumns: false
        );
    }

    private static Figure PValues(CohortScan scan) =>
        HistogramFigure.Of(
            $"{Subject(scan)}: p values",
            "p of all features. Without any association they would be level; a peak at the left is what q measures, one at the right or in the middle speaks against the model.",
            "p",
            scan.LogP.Where(p => !double.IsNaN(p)).Select(Math.Exp),
            0,
            1,
            20
        );

    private static Figure SetScores(CohortScan scan) =>
        BarFigure.Amounts(
            $"{Subject(scan)}: sets",
            $"The sets of the smallest p. Right: enriched among features that go with {(IsResponse(scan) ? "no response" : "earlier events")}. The table of sets has p and q.",
            "normalised enrichment score",
            [
                .. scan.SetsByP()
                    .Take(SetBars)
                    .Select(s => new AmountBar(
                        scan.Request.Sets[s].Name,
                        scan.Enrichment!.LogAdjustedP[s] < Math.Log(0.05) ? "q < 0.05" : "q ≥ 0.05",
                        scan.Enrichment.NormalizedScores[s]
                    )),
            ]
        );
}
