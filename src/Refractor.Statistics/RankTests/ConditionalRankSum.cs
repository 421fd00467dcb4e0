using System.Numerics.Tensors;

namespace Refractor.Statistics.RankTests;

/// <summary>
/// The distribution of the rank sum over all ways to choose the first group, given the ties: the shift algorithm of Streitberg and
/// Röhmel counts the subsets of each size by their sum of scores, one value after the other.
/// </summary>
internal static class ConditionalRankSum
{
    /// <summary>
    /// P of the observed rank sum. Two-sided: the probability of a sum at least as far from its mean, on either side, as
    /// <c>exactRankTests</c> defines it; the distribution is not symmetric with ties.
    /// </summary>
    public static PValue P(TwoSampleRanks ranks, Alternative alternative)
    {
        // The sum of the smaller group says all: that of the other is the total less it.
        var swap = ranks.First > ranks.Second;
        var size = swap ? ranks.Second : ranks.First;
        var scores = ranks.Doubled.AsSpan();
        var doubledSum = (long)Math.Round(2 * ranks.Count) + (long)ranks.First * (ranks.First + 1);
        if (swap)
            doubledSum = (long)scores.Length * (scores.Length + 1) - doubledSum;
        var least = scores[0];
        var counts = CountSubsets(scores, size, least);
        var observed = doubledSum - (long)size * least;
        // N times the mean, so that all comparisons are of integers.
        var mean = (long)size * ((long)scores.Length * (scores.Length + 1) - (long)least * scores.Length);
        var distance = Math.Abs(observed * scores.Length - mean);
        var (all, lower, upper, far) = (0.0, 0.0, 0.0, 0.0);
        for (var s = 0; s < counts.Length; s++)
        {
            all += counts[s];
            lower += s <= observed ? counts[s] : 0;
            upper += s >= observed ? counts[s] : 0;
            far += Math.Abs((long)s * scores.Length - mean) >= distance ? counts[s] : 0;
        }
        if (swap)
            (lower, upper) = (upper, lower);
        return PValue.From(
            alternative switch
            {
                Alternative.Greater => upper / all,
                Alternative.Less => lower / all,
                _ => far / all,
            }
        );
    }

    /// <summary>Number of subsets of the size by their sum of (score − least).</summary>
    private static double[] CountSubsets(ReadOnlySpan<int> scores, int size, int least)
    {
        var width = 1;
        foreach (var score in scores[^size..])
            width += score - least;
        var counts = new double[size + 1][];
        for (var k = 0; k <= size; k++)
            counts[k] = new double[width];
        counts[0][0] = 1;
        var reach = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            var score = scores[i] - least;
            reach = Math.Min(width - 1, reach + score);
            for (var k = Math.Min(size, i + 1); k >= 1; k--)
            {
                var target = counts[k].AsSpan(score, reach + 1 - score);
                TensorPrimitives.Add(target, counts[k - 1].AsSpan(0, target.Length), target);
            }
        }
        return counts[size];
    }
}
