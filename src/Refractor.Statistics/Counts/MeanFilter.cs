using Refractor.Statistics.MultipleTesting;
using Refractor.Statistics.Smoothing;

namespace Refractor.Statistics.Counts;

/// <summary>
/// Adjusts p values after leaving out genes of low mean count, which could hardly differ, at the first of 50 thresholds that comes near
/// the most rejections (Bourgon, Gentleman and Huber, PNAS 2010).
/// </summary>
internal static class MeanFilter
{
    private const int Thresholds = 50;
    private const double HighestShare = 0.95;
    private const double Span = 0.2;
    private const int Iterations = 3;

    // With so few rejections the curve over thresholds says nothing, and all genes stay in.
    private const int FewRejections = 10;

    public static (double[] LogAdjusted, double Threshold) Adjust(double[] means, double[] logP, double rate)
    {
        var lowest = means.Count(m => m == 0) / (double)means.Length;
        var highest = lowest < HighestShare ? HighestShare : 1;
        var shares = new double[Thresholds];
        var cutoffs = new double[Thresholds];
        var rejections = new double[Thresholds];
        var adjusted = new double[Thresholds][];
        for (var i = 0; i < Thresholds; i++)
        {
            shares[i] = lowest + i * (highest - lowest) / (Thresholds - 1);
            cutoffs[i] = Quantile.Of(means, shares[i]);
            adjusted[i] = Above(means, logP, cutoffs[i]);
            rejections[i] = adjusted[i].Count(p => p < Math.Log(rate));
        }
        var chosen = Choose(shares, rejections);
        return (adjusted[chosen], cutoffs[chosen]);
    }

    private static double[] Above(double[] means, double[] logP, double cutoff)
    {
        var kept = new double[logP.Length];
        for (var g = 0; g < kept.Length; g++)
            kept[g] = means[g] >= cutoff ? logP[g] : double.NaN;
        return AdjustedP.BenjaminiHochbergOfLog(kept);
    }

    private static int Choose(double[] shares, double[] rejections)
    {
        if (rejections.Max() <= FewRejections)
            return 0;
        var curve = Lowess.Fit(shares, rejections, Span, Iterations, 0.01 * (shares[^1] - shares[0]));
        double[] squares =
        [
            .. rejections.Zip(curve).Where(x => x.First > 0).Select(x => (x.First - x.Second) * (x.First - x.Second)),
        ];
        var enough = curve.Max() - Math.Sqrt(squares.Average());
        return Math.Max(0, Array.FindIndex(rejections, r => r > enough));
    }
}
