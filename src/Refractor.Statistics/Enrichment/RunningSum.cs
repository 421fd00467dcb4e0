namespace Refractor.Statistics.Enrichment;

/// <summary>
/// The running sum of a set along a ranking: up by weight / Σ weights at a member, down by 1 / (features − members) at any other.
/// </summary>
internal static class RunningSum
{
    /// <summary>The largest deviation above zero, seen from the end where the ranking begins.</summary>
    /// <param name="ranking">The ranking of N features.</param>
    /// <param name="positions">The k members' positions in ascending order, k &lt; N.</param>
    /// <param name="leading">Number of members up to the largest deviation.</param>
    public static double Deviation(Ranking ranking, ReadOnlySpan<int> positions, out int leading)
    {
        var total = 0.0;
        foreach (var p in positions)
            total += ranking.Weights[p];
        var equal = total == 0;
        if (equal)
            total = positions.Length;

        var (best, sum, others) = (0.0, 0.0, (double)(ranking.Count - positions.Length));
        leading = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            sum += equal ? 1 : ranking.Weights[positions[i]];
            var value = sum / total - (ranking.BlockEnds[positions[i]] - i) / others;
            if (value > best)
                (best, leading) = (value, i + 1);
        }
        return best;
    }

    /// <summary>The score of two deviations: the larger with its sign, 0 if they are equal.</summary>
    public static double Larger(double top, double end) =>
        Math.Abs(top - end) <= ScoredSet.Tolerance ? 0
        : top > end ? top
        : -end;

    /// <summary>The same set seen from the other end.</summary>
    public static void Mirror(int features, ReadOnlySpan<int> positions, Span<int> mirrored)
    {
        for (var i = 0; i < positions.Length; i++)
            mirrored[positions.Length - 1 - i] = features - 1 - positions[i];
    }
}
