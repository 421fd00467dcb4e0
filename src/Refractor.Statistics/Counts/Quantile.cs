namespace Refractor.Statistics.Counts;

/// <summary>Quantiles between order statistics, as R's default (type 7).</summary>
internal static class Quantile
{
    /// <summary>The quantile; NaN of nothing.</summary>
    public static double Of(double[] values, double share)
    {
        if (values.Length == 0)
            return double.NaN;
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        var at = share * (sorted.Length - 1);
        var low = (int)at;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }
}
