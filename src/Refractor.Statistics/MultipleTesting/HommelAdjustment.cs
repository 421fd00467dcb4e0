namespace Refractor.Statistics.MultipleTesting;

/// <summary>
/// Hommel's adjustment in n log n steps. The adjusted p of the i-th smallest is the largest over m ≤ n − i + 1 of
/// min(m p(i), Q(m)), where Q(m) = min of m p(j) / (j − n + m) over j ≥ n − m + 2 is the Simes test of the m − 1 largest with one more. The
/// first grows with m and Q falls, so they cross once (after Meijer, Krebs and Goeman, Biom J 2019).
/// </summary>
internal static class HommelAdjustment
{
    public static double[] Of<TScale>(ReadOnlySpan<double> p)
        where TScale : IProbabilityScale
    {
        var family = SortedFamily.Of<TScale>(p);
        var adjusted = family.Unadjusted();
        var n = family.Count;
        var simes = new double[n + 1];
        if (n > 0)
            simes[1] = TScale.One;
        FillSimes<TScale>(family.Sorted, simes, 2, n, 1, n);
        for (var i = 1; i <= n; i++)
            adjusted[family.Order[i - 1]] = Largest<TScale>(family.Sorted[i - 1], n - i + 1, simes);
        return adjusted;
    }

    /// <summary>
    /// Q(m) for m in first … last whose minimum lies in j = lowest … highest. The best j falls as m grows, so the middle m splits both
    /// ranges.
    /// </summary>
    private static void FillSimes<TScale>(double[] sorted, double[] simes, int first, int last, int lowest, int highest)
        where TScale : IProbabilityScale
    {
        while (first <= last)
        {
            var n = sorted.Length;
            var m = (first + last) / 2;
            var best = double.PositiveInfinity;
            var at = highest;
            for (var j = Math.Max(lowest, n - m + 2); j <= highest; j++)
            {
                var value = TScale.Times(sorted[j - 1], (double)m / (j - n + m));
                if (value < best)
                    (best, at) = (value, j);
            }
            simes[m] = Math.Min(TScale.One, best);
            FillSimes<TScale>(sorted, simes, first, m - 1, at, highest);
            (first, highest) = (m + 1, at);
        }
    }

    /// <summary>The largest over m = 1 … most of min(m p, Q(m)).</summary>
    private static double Largest<TScale>(double p, int most, double[] simes)
        where TScale : IProbabilityScale
    {
        int low = 1,
            high = most;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (TScale.Times(p, middle) <= simes[middle])
                low = middle;
            else
                high = middle - 1;
        }
        var largest = Math.Min(TScale.Times(p, low), simes[low]);
        if (low < most)
            largest = Math.Max(largest, Math.Min(TScale.Times(p, low + 1), simes[low + 1]));
        return Math.Min(TScale.One, largest);
    }
}
