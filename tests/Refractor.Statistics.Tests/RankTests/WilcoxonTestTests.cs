using Refractor.Statistics.RankTests;

namespace Refractor.Statistics.Tests.RankTests;

public class WilcoxonTestTests
{
    private static readonly double[] Differences = [1.2, -0.4, 2.2, 0.7, -1.1, 3.4, 0.9, -0.2, 1.6, 0.35];

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void Exact_rank_sum_p_agrees_with_counting_of_all_arrangements(bool ties, ulong seed)
    {
        for (var trial = 0UL; trial < 30; trial++)
        {
            var random = new RandomSource(seed, trial);
            var x = Sample(ref random, 2 + (int)trial % 7, ties);
            var y = Sample(ref random, 3 + (int)trial % 5, ties);
            var counts = RankSumEnumeration.Distribution(x, y);
            if (counts.Count == 1)
                continue;
            var w = WilcoxonTest.RankSum(x, y).Value.Statistic;
            var mean = x.Length * y.Length / 2.0;
            P(x, y, Alternative.Greater).ShouldBe(counts.Where(c => c.Key >= w).Sum(c => c.Value), 1e-13);
            P(x, y, Alternative.Less).ShouldBe(counts.Where(c => c.Key <= w).Sum(c => c.Value), 1e-13);
            var far = counts.Where(c => Math.Abs(c.Key - mean) >= Math.Abs(w - mean)).Sum(c => c.Value);
            P(x, y, Alternative.TwoSided).ShouldBe(far, 1e-13);
        }
    }

    // R 4.2.2: wilcox.exact(c(1,2,2,3,7), c(2,3,3,5,6,8), alternative=)
    [Theory]
    [InlineData(Alternative.Greater, 0.913419913419913)]
    [InlineData(Alternative.Less, 0.112554112554113)]
    public void One_sided_p_with_ties_agrees_with_R(Alternative alternative, double expected) =>
        P([1, 2, 2, 3, 7], [2, 3, 3, 5, 6, 8], alternative).ShouldBe(expected, 1e-14);

    [Fact]
    public void Exact_p_of_many_tied_values_agrees_with_R()
    {
        // exactRankTests 0.8-35: wilcox.exact((1:40*7) %% 11, (1:45*5) %% 13); wilcox.exact(((1:30*7) %% 11) - 4)
        double[] x = [.. Enumerable.Range(1, 40).Select(i => (double)(i * 7 % 11))];
        double[] y = [.. Enumerable.Range(1, 45).Select(i => (double)(i * 5 % 13))];
        P(x, y, Alternative.TwoSided).ShouldBe(0.2662157867324695, 1e-13);
        P(x, y, Alternative.Less).ShouldBe(0.1330837712585635, 1e-13);
        double[] d = [.. Enumerable.Range(1, 30).Select(i => i * 7 % 11 - 4.0)];
        var test = WilcoxonTest.SignedRank(d, RankTestMethod.Exact).Value;
        test.P.Value.ShouldBe(0.08142996579408646, 1e-14);
        test.M.ShouldBe(2);
    }

    // R 4.2.2: wilcox.test(d, alternative=); wilcox.test(d, alternative=, exact=FALSE)
    [Theory]
    [InlineData(Alternative.Greater, 0.041992187500000, 0.041565571350402)]
    [InlineData(Alternative.Less, 0.967773437500000, 0.966727139328142)]
    public void One_sided_signed_rank_p_agrees_with_R(Alternative alternative, double exact, double normal)
    {
        WilcoxonTest.SignedRank(Differences, alternative: alternative).Value.P.Value.ShouldBe(exact, 1e-14);
        var test = WilcoxonTest.SignedRank(Differences, RankTestMethod.Normal, alternative).Value;
        test.P.Value.ShouldBe(normal, 1e-13);
    }

    [Fact]
    public void The_far_tail_keeps_its_digits()
    {
        var x = Enumerable.Range(1, 1000).Select(i => i / 7.0).ToArray();
        var y = x.Select(v => v + Math.Sqrt(2) * 50).ToArray();
        // R 4.2.2: wilcox.test(1:1000/7, 1:1000/7 + sqrt(2)*50)$p.value
        WilcoxonTest.RankSum(x, y).Value.P.Log.ShouldBe(Math.Log(1.01448842060645e-182), 1e-11);
        var many = Enumerable.Range(0, 20_000).Select(i => (double)i).ToArray();
        var p = WilcoxonTest.RankSum(many, many.Select(v => v - 20_000).ToArray()).Value.P;
        p.Value.ShouldBe(0);
        p.Log10.ShouldBeLessThan(-1000);
    }

    [Fact]
    public void Exchanged_groups_mirror_the_statistic_and_keep_p()
    {
        var random = new RandomSource(9);
        foreach (var ties in new[] { false, true })
        {
            var (x, y) = (Sample(ref random, 9, ties), Sample(ref random, 12, ties));
            foreach (var method in new[] { RankTestMethod.Exact, RankTestMethod.Normal })
            {
                var one = WilcoxonTest.RankSum(x, y, method).Value;
                var other = WilcoxonTest.RankSum(y, x, method).Value;
                other.Statistic.ShouldBe(9 * 12 - one.Statistic);
                other.P.Log.ShouldBe(one.P.Log, 1e-12);
                WilcoxonTest
                    .RankSum(y, x, method, Alternative.Greater)
                    .Value.P.Log.ShouldBe(WilcoxonTest.RankSum(x, y, method, Alternative.Less).Value.P.Log, 1e-12);
            }
        }
    }

    [Fact]
    public void A_monotone_change_of_scale_and_the_order_of_values_change_nothing()
    {
        double[] x = [0.3, 2, 5, 5, 9],
            y = [1, 2, 4, 4.5, 3, 8];
        var one = WilcoxonTest.RankSum(x, y, RankTestMethod.Exact).Value;
        var other = WilcoxonTest.RankSum(
            [.. x.Reverse().Select(v => Math.Exp(v))],
            [.. y.Reverse().Select(v => Math.Exp(v))],
            RankTestMethod.Exact
        );
        other.Value.ShouldBe(one);
    }

    [Fact]
    public void What_cannot_be_compared_has_a_reason()
    {
        WilcoxonTest.RankSum([1, 2], []).Reason.ShouldBe(NotEstimable.OneGroup);
        WilcoxonTest.RankSum([double.NaN], [1]).Reason.ShouldBe(NotEstimable.OneGroup);
        WilcoxonTest.RankSum([3, 3], [3]).Reason.ShouldBe(NotEstimable.NoVariation);
        WilcoxonTest.RankSum([3, 3], [3], RankTestMethod.Exact).Reason.ShouldBe(NotEstimable.NoVariation);
        var many = Enumerable.Range(0, 900).Select(i => (double)(i / 2)).ToArray();
        WilcoxonTest.RankSum(many, many, RankTestMethod.Exact).Reason.ShouldBe(NotEstimable.TooLarge);
        double[] untied = [.. Enumerable.Range(0, 1100).Select(i => (double)i)];
        WilcoxonTest
            .RankSum(untied, [.. untied.Select(v => v + 0.5)], RankTestMethod.Exact)
            .Reason.ShouldBe(NotEstimable.TooLarge);
        WilcoxonTest.SignedRank(untied, RankTestMethod.Exact).Reason.ShouldBe(NotEstimable.TooLarge);
        HodgesLehmann.PseudoMedian(untied, method: RankTestMethod.Exact).Reason.ShouldBe(NotEstimable.TooLarge);
        WilcoxonTest.SignedRank([0, 0]).Reason.ShouldBe(NotEstimable.NoVariation);
        WilcoxonTest.SignedRank([double.NaN]).Reason.ShouldBe(NotEstimable.TooFewValues);
        WilcoxonTest.SignedRank([], []).Reason.ShouldBe(NotEstimable.TooFewValues);
        KruskalWallisTest.Of([1, 2], [5, 5]).Reason.ShouldBe(NotEstimable.OneGroup);
        KruskalWallisTest.Of([2, 2, double.NaN], [0, 1, 2]).Reason.ShouldBe(NotEstimable.NoVariation);
        FlignerKilleenTest.Of([2, 2], [0, 1]).Reason.ShouldBe(NotEstimable.NoVariation);
        HodgesLehmann.Shift([2], [2]).Reason.ShouldBe(NotEstimable.NoVariation);
        HodgesLehmann
            .Shift([double.PositiveInfinity, 1], [double.PositiveInfinity])
            .Reason.ShouldBe(NotEstimable.OutOfRange);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Should.Throw<ArgumentException>(() => WilcoxonTest.SignedRank([1], [1, 2])).ParamName.ShouldBe("y");
        Should.Throw<ArgumentException>(() => HodgesLehmann.Shift([1], [2], level: 95)).ParamName.ShouldBe("level");
        Should.Throw<ArgumentException>(() => KruskalWallisTest.Of([1], [1, 2])).ParamName.ShouldBe("groups");
    }

    [Fact]
    public void Centre_of_differences_agrees_with_R()
    {
        // R 4.2.2: wilcox.test(d, conf.int = TRUE, conf.level = 0.9)
        var exact = HodgesLehmann.PseudoMedian(Differences, level: 0.9).Value;
        exact.Estimate.ShouldBe(0.8, 1e-15);
        exact.Interval.Low.ShouldBe(0.05, 1e-15);
        exact.Interval.High.ShouldBe(1.6, 1e-15);
        // The same with c(d, 1.2, 1.2, -0.4), exact = FALSE, and correct = TRUE or FALSE: a root search to 1e-4.
        double[] tied = [.. Differences, 1.2, 1.2, -0.4];
        var normal = HodgesLehmann.PseudoMedian(tied).Value;
        normal.Estimate.ShouldBe(0.775, 1e-3);
        normal.Interval.Low.ShouldBe(0.05, 1e-3);
        normal.Interval.High.ShouldBe(1.55, 1e-3);
        HodgesLehmann.PseudoMedian(tied, continuityCorrection: false).Value.Interval.High.ShouldBe(1.5, 1e-3);
    }

    [Fact]
    public void Shift_moves_with_the_values_and_its_interval_is_what_the_test_does_not_reject()
    {
        var random = new RandomSource(17);
        var (x, y) = (Sample(ref random, 11, ties: false), Sample(ref random, 13, ties: false));
        var shift = HodgesLehmann.Shift(x, y).Value;
        var moved = HodgesLehmann.Shift([.. x.Select(v => v + 10)], y).Value;
        moved.Estimate.ShouldBe(shift.Estimate + 10, 1e-13);
        shift.AchievedLevel.ShouldBeGreaterThanOrEqualTo(0.95);
        foreach (var (bound, outwards) in new[] { (shift.Interval.Low, -1e-9), (shift.Interval.High, 1e-9) })
        {
            PAt(bound + outwards).ShouldBeLessThan(0.05);
            PAt(bound - outwards).ShouldBeGreaterThan(0.05);
        }

        double PAt(double d) => WilcoxonTest.RankSum([.. x.Select(v => v - d)], y).Value.P.Value;
    }

    private static double P(double[] x, double[] y, Alternative alternative) =>
        WilcoxonTest.RankSum(x, y, RankTestMethod.Exact, alternative).Value.P.Value;

    private static double[] Sample(ref RandomSource random, int n, bool ties)
    {
        var values = new double[n];
        foreach (ref var v in values.AsSpan())
            v = ties ? random.NextInt(5) : random.NextDouble();
        return values;
    }
}
