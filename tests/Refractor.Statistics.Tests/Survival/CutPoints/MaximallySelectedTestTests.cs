using Refractor.Statistics.Distributions;
using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.CutPoints;

namespace Refractor.Statistics.Tests.Survival.CutPoints;

public class MaximallySelectedTestTests
{
    private static readonly double[] Marker =
    [
        1.2,
        0.3,
        2.2,
        1.9,
        0.8,
        1.5,
        2.7,
        0.1,
        1.1,
        2.0,
        1.7,
        0.6,
        2.4,
        0.9,
        1.4,
    ];

    private static readonly double[] Outcome =
    [
        3.1,
        1.0,
        4.4,
        4.4,
        2.0,
        2.5,
        3.9,
        1.1,
        2.9,
        3.6,
        4.0,
        0.7,
        5.2,
        1.8,
        2.2,
    ];

    // R 4.2.2, coin 1.4-2: m <- maxstat_test(Surv(time, status) ~ marker); p, b = statistic(m): 1 - pmvnorm(-b, b, corr =
    // cov2cor(covariance(m)), algorithm = GenzBretz(maxpts = 2e6)), which is simulated to 1.3e-5 and 9e-5.
    [Theory]
    [InlineData("nodes", 4.12922758252259, 3, 0.0003188, 1.5e-5)]
    [InlineData("age", 2.58816177050836, 57, 0.08215, 1e-4)]
    public void Survival_of_gbsg_agrees_with_R(string marker, double statistic, double cutOff, double p, double error)
    {
        if (Environment.GetEnvironmentVariable("REFRACTOR_REFERENCE") is { Length: > 0 })
            return;
        var data = SurvivalData.Of("gbsg_first120");
        var test = MaximallySelectedTest
            .LogRank(data.Times, data.Column(marker), new() { Permutations = 4000, Seed = 3 })
            .Value;
        Math.Abs(test.Z).ShouldBe(statistic, 1e-10);
        test.CutOff.ShouldBe(cutOff);
        test.AsymptoticP.Value.ShouldBe(p, error);
        test.ImprovedBonferroniP.Log.ShouldBeGreaterThanOrEqualTo(test.AsymptoticP.Log - 1e-6);
        test.ImprovedBonferroniP.Value.ShouldBe(p, 0.4 * p);
        test.PermutationP.Value.ShouldBe(p, Math.Max(0.012, 0.1 * p));
    }

    // R: maxstat_test(y ~ x, ytrafo = function(d) trafo(d, numeric_trafo = rank_trafo)) and maxstat_test(factor(case) ~ x).
    [Fact]
    public void Rank_sums_and_cases_agree_with_R()
    {
        var ranks = MaximallySelectedTest.RankSum(Outcome, Marker).Value;
        Math.Abs(ranks.Z).ShouldBe(3.18482538002513, 1e-10);
        ranks.CutOff.ShouldBe(1.5);
        ranks.AsymptoticP.Value.ShouldBe(0.0112677, 4e-5);
        ranks.Z.ShouldBeGreaterThan(0, "high markers go with high outcomes");
        var cases = MaximallySelectedTest.Cases([.. Outcome.Select(y => y > 2.5)], Marker).Value;
        Math.Abs(cases.Z).ShouldBe(2.85773803324704, 1e-10);
        cases.AsymptoticP.Value.ShouldBe(0.0306438188647598, 0.004);
    }

    [Fact]
    public void The_asymptotic_p_of_one_cut_off_is_that_of_a_normal_statistic()
    {
        var options = new CutPointOptions { SmallestLow = 0.5, LargestLow = 0.5 };
        var test = MaximallySelectedTest.RankSum([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6], options).Value;
        test.Cuts.ShouldBe(1);
        test.AsymptoticP.Log.ShouldBe(Normal.TwoSided(test.Z).Log, 1e-9);
    }

    [Theory]
    [InlineData(2.0, 10, 25, 50)]
    [InlineData(3.5, 20, 21, 50)]
    [InlineData(5.0, 1500, 1501, 3000)]
    [InlineData(12.0, 5, 40, 50)]
    [InlineData(0.8, 5, 40, 50)]
    public void The_asymptotic_p_of_two_cut_offs_is_a_bivariate_normal_probability(
        double z,
        int first,
        int second,
        int n
    )
    {
        var rho = Math.Sqrt((double)first * (n - second) / ((double)(n - first) * second));
        var deviation = Math.Sqrt(1 - rho * rho);
        const int pieces = 20_000;
        var outside = Normal.TwoSided(z).Value;
        for (var i = 0; i < pieces; i++)
        {
            var x = z * (2 * (i + 0.5) / pieces - 1);
            var above = Normal.Probability((z - rho * x) / deviation, Tail.Upper);
            var below = Normal.Probability((-z - rho * x) / deviation);
            outside += 2 * z / pieces * Normal.Density(x) * (above + below);
        }
        MarkovMaximum.UpperTail(z, [first, second], n).Value.ShouldBe(outside, 1e-6 * outside);
    }

    [Fact]
    public void The_same_seed_gives_the_same_permutation_p_and_no_permutation_gives_none()
    {
        PValue P(int count, ulong seed) =>
            MaximallySelectedTest
                .RankSum(Outcome, Marker, new() { Permutations = count, Seed = seed })
                .Value.PermutationP;
        P(999, 5).ShouldBe(P(999, 5));
        P(0, 5).IsKnown.ShouldBeFalse();
        P(999, 5).Value.ShouldBeGreaterThanOrEqualTo(0.001);
    }

    [Fact]
    public void A_marker_turned_round_mirrors_the_cut_off()
    {
        var test = MaximallySelectedTest.RankSum(Outcome, Marker).Value;
        var turned = MaximallySelectedTest.RankSum(Outcome, Array.ConvertAll(Marker, m => -m)).Value;
        turned.Z.ShouldBe(-test.Z, 1e-12);
        (turned.Low, turned.High).ShouldBe((test.High, test.Low));
        turned.AsymptoticP.Log.ShouldBe(test.AsymptoticP.Log, 1e-7);
    }

    [Fact]
    public void What_has_no_cut_off_carries_its_reason()
    {
        MaximallySelectedTest.RankSum(Outcome, new double[15]).Reason.ShouldBe(NotEstimable.NoVariation);
        MaximallySelectedTest.RankSum(new double[15], Marker).Reason.ShouldBe(NotEstimable.ZeroVariance);
        MaximallySelectedTest.RankSum([1], [1]).Reason.ShouldBe(NotEstimable.TooFewValues);
        var censored = SurvivalTimes.Of([1, 2], [false, false]);
        MaximallySelectedTest.LogRank(censored, [1, 2]).Reason.ShouldBe(NotEstimable.NoEvents);
    }

    [Fact]
    public void Published_median_and_optimised_splits_stand_side_by_side()
    {
        var data = SurvivalData.Of("gbsg");
        var splits = SurvivalSplit.Compare(data.Times, data.Column("nodes"), [3.0, 9.0]);
        splits
            .Select(s => s.Kind)
            .ShouldBe([SplitKind.Published, SplitKind.Published, SplitKind.Median, SplitKind.Optimised]);
        splits.ShouldAllBe(s => s.Low + s.High == data.Times.N);
        var best = splits[^1];
        best.P.Log.ShouldBeGreaterThan(best.Test.Value.P.Log, "the search is paid for");
        splits.ShouldAllBe(s => s.Test.Value.ChiSquared <= best.Test.Value.ChiSquared * 1.1);
    }
}
