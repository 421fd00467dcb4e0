using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Tests.Distributions;

public class RankDistributionTests
{
    [Fact]
    public void Rank_sums_are_counted_as_by_their_recurrence()
    {
        foreach (var (m, n) in new[] { (1, 1), (1, 9), (4, 7), (9, 9), (12, 5) })
        {
            var counts = Recurrence(m, n);
            var total = counts.Sum();
            for (var u = 0; u < counts.Length; u++)
                WilcoxonRankSum.Density(u, m, n).ShouldBe(counts[u] / total, 1e-14 * counts[u] / total);
        }
    }

    [Fact]
    public void Large_samples_keep_symmetry_and_total()
    {
        WilcoxonRankSum
            .Probability(19999, 200, 200)
            .ShouldBe(WilcoxonRankSum.Probability(20000, 200, 200, Tail.Upper), 1e-13);
        var middle = WilcoxonRankSum.Density(20000, 200, 200);
        (2 * WilcoxonRankSum.Probability(19999, 200, 200) + middle).ShouldBe(1, 1e-12);
        WilcoxonRankSum.LogDensity(0, 200, 200).ShouldBe(-SpecialFunctions.LogChoose(400, 200), 1e-9);
        // Normal limit: variance m n (m + n + 1) / 12.
        WilcoxonRankSum.Probability(20000 - 2 * 1156.1, 200, 200).ShouldBe(Normal.Probability(-2), 1e-3);
    }

    [Fact]
    public void Signed_ranks_are_counted_as_by_enumeration()
    {
        const int n = 12;
        var counts = new double[n * (n + 1) / 2 + 1];
        for (var signs = 0; signs < 1 << n; signs++)
            counts[Enumerable.Range(0, n).Where(i => (signs >> i & 1) == 1).Sum(i => i + 1)]++;
        for (var v = 0; v < counts.Length; v++)
            WilcoxonSignedRank.Density(v, n).ShouldBe(counts[v] / (1 << n), 1e-15);
        (2 * WilcoxonSignedRank.Probability(49, 13, Tail.Lower)).ShouldBe(
            2 * WilcoxonSignedRank.Probability(13 * 14 / 2 - 50, 13, Tail.Upper),
            1e-15
        );
    }

    /// <summary>Mann and Whitney's recurrence: the largest value belongs to either sample.</summary>
    private static double[] Recurrence(int m, int n)
    {
        if (m == 0 || n == 0)
            return [1];
        var counts = new double[m * n + 1];
        var first = Recurrence(m - 1, n);
        var second = Recurrence(m, n - 1);
        for (var u = 0; u < first.Length; u++)
            counts[u + n] += first[u];
        for (var u = 0; u < second.Length; u++)
            counts[u] += second[u];
        return counts;
    }
}
