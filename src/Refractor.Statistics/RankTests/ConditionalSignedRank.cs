namespace Refractor.Statistics.RankTests;

/// <summary>The distribution of the sum of the positive ranks over all signs, given the ties; it is symmetric.</summary>
internal static class ConditionalSignedRank
{
    /// <summary>P of the observed sum.</summary>
    public static PValue P(SignedRanks ranks, Alternative alternative)
    {
        var counts = new double[ranks.N * (ranks.N + 1) + 1];
        counts[0] = 1;
        var reach = 0;
        foreach (var score in ranks.Doubled)
        {
            for (var s = reach; s >= 0; s--)
                counts[s + score] += counts[s];
            reach += score;
        }
        var observed = (int)Math.Round(2 * ranks.PositiveSum);
        var lower = Math.Log(counts[..(observed + 1)].Sum()) - ranks.N * Math.Log(2);
        var upper = Math.Log(counts[observed..].Sum()) - ranks.N * Math.Log(2);
        return alternative.OfTails(lower, upper);
    }
}
