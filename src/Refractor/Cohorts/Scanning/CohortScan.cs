using Refractor.Cohorts.Selecting;
using Refractor.Knowledge;
using Refractor.Statistics;
using Refractor.Statistics.Enrichment;

namespace Refractor.Cohorts.Scanning;

/// <summary>
/// All features of a layer against one endpoint, as columns of length f. Effects are resistant minus sensitive: above 0, tumours without
/// response, or with earlier events, have more of the feature.
/// </summary>
public sealed class CohortScan
{
    internal CohortScan(Cohort cohort, MeasuredLayer layer, ScanRequest request, Population population)
    {
        (Cohort, Layer, Request, Population) = (cohort.Name, layer, request, population);
    }

    /// <summary>Name of the cohort.</summary>
    public string Cohort { get; }

    /// <summary>The layer.</summary>
    public MeasuredLayer Layer { get; }

    /// <summary>What was declared.</summary>
    public ScanRequest Request { get; }

    /// <summary>Who was looked at.</summary>
    public Population Population { get; }

    /// <summary>Difference of means in the unit of the layer (response), or logarithm of the hazard ratio for one unit more (survival).</summary>
    public required double[] Effects { get; init; }

    /// <summary>Standard errors of the effects.</summary>
    public required double[] StandardErrors { get; init; }

    /// <summary>Moderated t (response) or Wald z (survival).</summary>
    public required double[] Statistics { get; init; }

    /// <summary>Natural logarithms of two-sided p.</summary>
    public required double[] LogP { get; init; }

    /// <summary>Natural logarithms of p adjusted by Benjamini and Hochberg over all features of the scan.</summary>
    public required double[] LogQ { get; init; }

    /// <summary>Patients used for each feature.</summary>
    public required int[] N { get; init; }

    /// <summary>Why there is no number.</summary>
    public required NotEstimable[] Reasons { get; init; }

    /// <summary>Area under the ROC curve for resistance; null for survival.</summary>
    public double[]? Areas { get; init; }

    /// <summary>Lower bounds of DeLong's intervals; null for survival.</summary>
    public double[]? AreaLow { get; init; }

    /// <summary>Upper bounds; null for survival.</summary>
    public double[]? AreaHigh { get; init; }

    /// <summary>Natural logarithms of p of Wilcoxon's test; null for survival.</summary>
    public double[]? WilcoxonLogP { get; init; }

    /// <summary>Enrichment of the sets; null if there are none.</summary>
    public EnrichmentScreen? Enrichment { get; internal set; }

    /// <summary>How effects are measured.</summary>
    public Metric Metric => Areas is null ? Metric.HazardRatio : Metric.Log2FoldChange;

    /// <summary>Features with a number.</summary>
    public int Tested => Reasons.Count(r => r == NotEstimable.None);

    /// <summary>Rows of features by p, the smallest first; those without a number are left out. Equal p stand by name.</summary>
    public IReadOnlyList<int> ByP() =>
        [
            .. Enumerable
                .Range(0, LogP.Length)
                .Where(f => !double.IsNaN(LogP[f]))
                .OrderBy(f => LogP[f])
                .ThenBy(f => Layer.Features[f], StringComparer.Ordinal),
        ];

    /// <summary>Sets by p, the smallest first.</summary>
    public IReadOnlyList<int> SetsByP() =>
        Enrichment is { } e
            ?
            [
                .. Enumerable
                    .Range(0, Request.Sets.Count)
                    .Where(s => !double.IsNaN(e.LogP[s]))
                    .OrderBy(s => e.LogP[s])
                    .ThenBy(s => s),
            ]
            : [];
}
