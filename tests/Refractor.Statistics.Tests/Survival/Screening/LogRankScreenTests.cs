using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.CutPoints;
using Refractor.Statistics.Survival.LogRank;
using Refractor.Statistics.Survival.Screening;

namespace Refractor.Statistics.Tests.Survival.Screening;

public class LogRankScreenTests
{
    [Theory]
    [InlineData(5, false, false, false)]
    [InlineData(37, false, false, false)]
    [InlineData(200, false, false, true)]
    [InlineData(200, true, false, true)]
    [InlineData(150, false, true, false)]
    [InlineData(150, true, true, true)]
    public void Every_feature_gives_the_log_rank_test_of_its_split(int samples, bool entries, bool missing, bool strata)
    {
        var data = new ScreenData(samples, 40, entries, missing);
        var codes = strata ? data.Strata : [];
        foreach (var matrix in new[] { data.Doubles, data.Singles })
        {
            var screen = LogRankScreen.AtMedian(matrix, data.Times, codes, threads: 1);
            for (var f = 0; f < data.Rows.Length; f++)
            {
                var high = Split(data, f);
                var test = LogRankTest.Of(data.Times, high, codes);
                screen.Reasons[f].ShouldBe(test.Reason);
                if (!test.IsEstimable)
                    continue;
                screen.Z[f].ShouldBe(test.Value.Z, 1e-10);
                screen.ChiSquared[f].ShouldBe(test.Value.ChiSquared, 1e-10);
                screen.LogP[f].ShouldBe(test.Value.P.Log, 1e-9);
                screen.ObservedHigh[f].ShouldBe(test.Value.Groups[1].Observed);
                screen.ExpectedHigh[f].ShouldBe(test.Value.Groups[1].Expected, 1e-10);
                screen.NHigh[f].ShouldBe(test.Value.Groups[1].N);
                screen.N[f].ShouldBe(test.Value.Groups.Sum(g => g.N));
            }
        }
    }

    [Fact]
    public void Cut_offs_of_their_own_split_the_features()
    {
        var data = new ScreenData(60, 3);
        var screen = LogRankScreen.AtCutOffs(data.Singles, data.Times, [9.1, double.NaN, 99]);
        screen.NHigh[0].ShouldBe(data.Rows[0].Count(v => (float)v > 9.1));
        screen.Reasons.ShouldBe([NotEstimable.None, NotEstimable.NotComputed, NotEstimable.OneGroup]);
        screen.LogP[2].ShouldBe(double.NaN);
    }

    [Fact]
    public void Values_at_the_median_are_low()
    {
        var times = SurvivalTimes.Of([1, 2, 3, 4, 5], [true, true, true, false, true]);
        var screen = LogRankScreen.AtMedian(FeatureMatrix.Of(1, 5, new float[] { 3, 1, 2, 2, 7 }), times);
        (screen.CutOff[0], screen.NHigh[0]).ShouldBe((2, 2));
    }

    [Fact]
    public void Threads_and_the_order_of_samples_change_nothing()
    {
        var data = new ScreenData(120, 100);
        var one = LogRankScreen.AtMedian(data.Singles, data.Times, threads: 1);
        LogRankScreen.AtMedian(data.Singles, data.Times, threads: 3).LogP.ShouldBe(one.LogP);
        var order = Enumerable.Range(0, 120).OrderBy(i => i * 37 % 120).ToArray();
        var shuffled = FeatureMatrix.Of(100, 120, data.Rows.SelectMany(r => order.Select(i => (float)r[i])).ToArray());
        var times = SurvivalTimes.Of(
            [.. order.Select(i => data.Times.Times[i])],
            [.. order.Select(i => data.Times.EventObserved[i])]
        );
        var again = LogRankScreen.AtMedian(shuffled, times);
        for (var f = 0; f < 100; f++)
            again.Z[f].ShouldBe(one.Z[f], 1e-12);
    }

    [Fact]
    public void Constant_and_missing_features_carry_their_reason()
    {
        var matrix = FeatureMatrix.Of(3, 3, new double[] { 1, 1, 1, double.NaN, double.NaN, double.NaN, 1, 2, 3 });
        var screen = LogRankScreen.AtMedian(matrix, SurvivalTimes.Of([1, 2, 3], [true, true, true]));
        screen.Reasons.ShouldBe([NotEstimable.OneGroup, NotEstimable.TooFewValues, NotEstimable.None]);
        screen.Z[0].ShouldBe(double.NaN);
        LogRankScreen
            .AtMedian(matrix, SurvivalTimes.Of([1, 2, 3], [false, false, false]))
            .Reasons[2]
            .ShouldBe(NotEstimable.NoEvents);
    }

    [Fact]
    public void Without_samples_or_follow_up_every_feature_has_too_few_values()
    {
        var nobody = SurvivalTimes.Of([], Array.Empty<bool>());
        LogRankScreen
            .AtMedian(FeatureMatrix.Of(2, 0, Array.Empty<float>()), nobody)
            .Reasons.ShouldAllBe(r => r == NotEstimable.TooFewValues);
        CoxScoreScreen
            .Of(FeatureMatrix.Of(2, 0, Array.Empty<float>()), nobody)
            .Reasons.ShouldAllBe(r => r == NotEstimable.TooFewValues);
        var unknown = SurvivalTimes.Of([double.NaN, double.NaN], [true, true]);
        var matrix = FeatureMatrix.Of(1, 2, new float[] { 1, 2 });
        LogRankScreen.AtMedian(matrix, unknown).Reasons.ShouldBe([NotEstimable.TooFewValues]);
        CoxScoreScreen.Of(matrix, unknown).Reasons.ShouldBe([NotEstimable.TooFewValues]);
        MaximallySelectedScreen.LogRank(matrix, null, unknown).Reasons.ShouldBe([NotEstimable.TooFewValues]);
    }

    private static int[] Split(ScreenData data, int feature)
    {
        var used = data.Times.Order.Select(i => data.Rows[feature][i]).Where(v => !double.IsNaN(v)).Order().ToArray();
        var cut = used[(used.Length - 1) / 2];
        return
        [
            .. data.Rows[feature]
                .Select(v =>
                    double.IsNaN(v) ? -1
                    : v > cut ? 1
                    : 0
                ),
        ];
    }
}
