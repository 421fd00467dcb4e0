using Refractor.Statistics.Correlation;
using Refractor.Statistics.Distributions;

namespace Refractor.Cohorts.Comparing;

/// <summary>How two lists of statistics agree.</summary>
/// <param name="Rho">Spearman's correlation; NaN if there is none.</param>
/// <param name="Same">Features with p &lt; 0.05 in both and the same sign.</param>
/// <param name="Opposite">Features with p &lt; 0.05 in both and opposite signs.</param>
/// <param name="Overlap">The overlap of the ranks.</param>
public sealed record Agreement(double Rho, int Same, int Opposite, RankOverlap Overlap)
{
    /// <summary>|z| at which a two-sided p is 0.05.</summary>
    private const double Noticed = 1.959963984540054;

    /// <summary>Same less opposite signs.</summary>
    public int Concordance => Same - Opposite;

    /// <summary>
    /// The peak of a quadrant; 0 where no overlap is above what is expected, for such quadrants do not differ by how far they are below.
    /// </summary>
    internal double Peak(OverlapQuadrant quadrant) =>
        Math.Max(0, Overlap.Quadrants[(int)quadrant].Peak()?.SignedLog10 ?? 0);

    /// <summary>Compares; a feature without a number in either list is left out.</summary>
    internal static Agreement Of(double[] first, double[] second)
    {
        int[] both =
        [
            .. Enumerable.Range(0, first.Length).Where(f => double.IsFinite(first[f]) && double.IsFinite(second[f])),
        ];
        var (a, b) = (Array.ConvertAll(both, f => first[f]), Array.ConvertAll(both, f => second[f]));
        var signs = a.Zip(b, (x, y) => Math.Abs(x) > Noticed && Math.Abs(y) > Noticed ? Math.Sign(x * y) : 0).ToList();
        return new Agreement(Correlate(a, b), signs.Count(s => s > 0), signs.Count(s => s < 0), RankOverlap.Of(a, b));
    }

    /// <summary>The normal deviate with the p of a t, so that statistics of unlike degrees of freedom have one scale; NaN for NaN.</summary>
    /// <param name="t">The statistic.</param>
    /// <param name="logP">Natural logarithm of its two-sided p.</param>
    internal static double ToNormal(double t, double logP) =>
        double.IsNaN(t) ? double.NaN
        : t == 0 ? 0
        : Math.Sign(t) * Normal.QuantileOfLog(logP - Math.Log(2), Tail.Upper);

    /// <summary>Spearman's correlation of the features that have both numbers; NaN if there is none.</summary>
    internal static double Correlate(double[] a, double[] b) =>
        SpearmanCorrelation.Of(a, b, CorrelationMethod.Approximate) is { IsEstimable: true, Value.Rho: var rho }
            ? rho
            : double.NaN;
}
