using Refractor.Statistics.Ordering;
using Refractor.Statistics.Survival.CutPoints;
using Refractor.Statistics.Tests.Survival.Screening;

namespace Refractor.Statistics.Tests.Survival.CutPoints;

public class MaximallySelectedScreenTests
{
    [Theory]
    [InlineData(30, false, false)]
    [InlineData(120, true, false)]
    [InlineData(120, true, true)]
    public void Every_feature_gives_its_own_maximally_selected_test(int samples, bool missing, bool entries)
    {
        var data = new ScreenData(samples, 20, entries, missing, distinctTimes: 50);
        foreach (var matrix in new[] { data.Doubles, data.Singles })
        {
            var screen = MaximallySelectedScreen.LogRank(matrix, SampleOrder.Of(matrix), data.Times);
            for (var f = 0; f < data.Rows.Length; f++)
            {
                var x = new double[samples];
                matrix.CopyFeature(f, x);
                var test = MaximallySelectedTest.LogRank(data.Times, x).Value;
                screen.Z[f].ShouldBe(test.Z, 1e-9);
                (screen.CutOff[f], screen.NLow[f]).ShouldBe((test.CutOff, test.Low));
                screen.N[f].ShouldBe(test.Low + test.High);
                screen.LogP[f].ShouldBe(test.ImprovedBonferroniP.Log, 1e-8);
                screen.LogPLausenSchumacher[f].ShouldBe(test.LausenSchumacherP.Log, 1e-8);
            }
        }
    }

    [Fact]
    public void Threads_change_nothing_and_constant_features_carry_their_reason()
    {
        var data = new ScreenData(60, 70);
        var one = MaximallySelectedScreen.LogRank(data.Singles, null, data.Times, threads: 1);
        MaximallySelectedScreen.LogRank(data.Singles, null, data.Times, threads: 3).LogP.ShouldBe(one.LogP);
        var constant = FeatureMatrix.Of(1, 60, Enumerable.Repeat(2f, 60).ToArray());
        MaximallySelectedScreen.LogRank(constant, null, data.Times).Reasons[0].ShouldBe(NotEstimable.NoVariation);
    }
}
