namespace Refractor.Statistics.Counts;

/// <summary>Which values are left when those of the lowest and highest ranks are trimmed; ties share their mean rank.</summary>
internal readonly struct TrimBounds
{
    private readonly double _low;
    private readonly double _high;
    private readonly bool _keepsLow;
    private readonly bool _keepsHigh;

    private TrimBounds(double low, double high, bool keepsLow, bool keepsHigh) =>
        (_low, _high, _keepsLow, _keepsHigh) = (low, high, keepsLow, keepsHigh);

    /// <summary>The bounds when a share is trimmed on each side.</summary>
    public static TrimBounds Of(ReadOnlySpan<double> values, double trim)
    {
        var n = values.Length;
        var first = TrimmedMeans.Cut(n, trim);
        var last = n + 1 - first;
        var buffer = values.ToArray();
        var (low, high) = (Quantile.Smallest(buffer, first - 1), Quantile.Smallest(buffer, last - 1));
        var (lowRank, highRank) = (MeanRank(values, low), MeanRank(values, high));
        return new TrimBounds(low, high, lowRank >= first && lowRank <= last, highRank >= first && highRank <= last);
    }

    /// <summary>Whether a value is left.</summary>
    public bool Keeps(double value) =>
        value == _low ? _keepsLow
        : value == _high ? _keepsHigh
        : value > _low && value < _high;

    private static double MeanRank(ReadOnlySpan<double> values, double value)
    {
        var (below, equal) = (0, 0);
        foreach (var v in values)
        {
            below += v < value ? 1 : 0;
            equal += v == value ? 1 : 0;
        }
        return below + (equal + 1) / 2.0;
    }
}
