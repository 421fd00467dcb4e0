namespace Refractor.Statistics.RankTests;

/// <summary>The term by which ties reduce the variance of rank statistics.</summary>
internal static class TieTerms
{
    /// <summary>Σ (t³ − t) over the blocks of t equal values.</summary>
    /// <param name="sorted">Values in order.</param>
    public static double OfSorted(IReadOnlyList<int> sorted)
    {
        var (sum, from) = (0.0, 0);
        for (var i = 1; i <= sorted.Count; i++)
        {
            if (i < sorted.Count && sorted[i] == sorted[from])
                continue;
            double t = i - from;
            sum += t * t * t - t;
            from = i;
        }
        return sum;
    }
}
