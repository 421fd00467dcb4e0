using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Cox;
using Refractor.Statistics.Survival.Screening;

namespace Refractor.Statistics.Tests.Survival.Screening;

public class CoxScoreScreenTests
{
    [Theory]
    [InlineData(40, CoxTies.Efron, false, false, false)]
    [InlineData(40, CoxTies.Breslow, false, false, true)]
    [InlineData(150, CoxTies.Efron, true, false, true)]
    [InlineData(150, CoxTies.Efron, true, true, true)]
    [InlineData(150, CoxTies.Breslow, true, true, false)]
    public void Every_feature_gives_the_score_test_of_a_Cox_regression(
        int samples,
        CoxTies ties,
        bool entries,
        bool missing,
        bool strata
    )
    {
        var data = new ScreenData(samples, 12, entries, missing);
        var codes = strata ? data.Strata : null;
        foreach (var matrix in new[] { data.Doubles, data.Singles })
        {
            var screen = CoxScoreScreen.Of(matrix, data.Times, new() { Ties = ties, Strata = codes });
            for (var f = 0; f < data.Rows.Length; f++)
            {
                var x = new double[samples];
                matrix.CopyFeature(f, x);
                var options = new CoxOptions { Ties = ties, Strata = codes };
                var model = CoxRegression.Fit(data.Times, [Covariate.Numeric("x", x)], options).Value;
                screen.Reasons[f].ShouldBe(NotEstimable.None);
                (screen.N[f], screen.Events[f]).ShouldBe((model.N, model.Events));
                (screen.Z[f] * screen.Z[f]).ShouldBe(model.ScoreTest.Statistic, 1e-9);
                Math.Sign(screen.Z[f]).ShouldBe(Math.Sign(model["x"].Value));
            }
        }
    }

    // R 4.2.2: f0 <- coxph(y ~ z, ties = t); coxph(y ~ x + z, ties = t, init = c(0, coef(f0)), iter.max = 0)$score
    [Theory]
    [InlineData(CoxTies.Efron, 4.69520913125814)]
    [InlineData(CoxTies.Breslow, 4.70637824835958)]
    public void Adjusted_for_covariates_agrees_with_R(CoxTies ties, double expected)
    {
        double[] time = [3, 5, 5, 2, 8, 8, 1, 4, 4, 4, 9, 7, 6, 6];
        double[] status = [1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0];
        double[] x = [0.2, 1.1, 0.5, 2.0, 0.1, 0.7, 1.9, 1.2, 0.4, 0.9, 0.3, 0.8, 0.6, 1.4];
        double[] z = [1, 0, 0, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1];
        double[] copy = [.. z.Select(v => 2 * v + 1)];
        var screen = CoxScoreScreen.Of(
            FeatureMatrix.Of(3, 14, (double[])[.. x, .. copy, .. x.Select((v, i) => i == 4 ? double.NaN : v)]),
            SurvivalTimes.Of(time, status),
            new() { Ties = ties, Covariates = [Covariate.Numeric("z", z), Covariate.Numeric("z2", copy)] }
        );
        (screen.Z[0] * screen.Z[0]).ShouldBe(expected, 1e-8);
        screen.Reasons.ShouldBe([NotEstimable.None, NotEstimable.Collinear, NotEstimable.None]);
        screen.N.ShouldBe([14, 14, 13]);
        var without = CoxScoreScreen.Of(
            FeatureMatrix.Of(1, 13, (double[])[.. x.Where((_, i) => i != 4)]),
            SurvivalTimes.Of([.. time.Where((_, i) => i != 4)], [.. status.Where((_, i) => i != 4)]),
            new() { Ties = ties, Covariates = [Covariate.Numeric("z", [.. z.Where((_, i) => i != 4)])] }
        );
        screen.Z[2].ShouldBe(without.Z[0], 1e-9);
    }

    [Fact]
    public void A_constant_added_and_the_number_of_threads_change_nothing_and_negation_mirrors()
    {
        var data = new ScreenData(90, 70);
        var screen = CoxScoreScreen.Of(data.Singles, data.Times, threads: 1);
        CoxScoreScreen.Of(data.Singles, data.Times, threads: 3).LogP.ShouldBe(screen.LogP);
        FeatureMatrix Map(Func<double, double> map) =>
            FeatureMatrix.Of(70, 90, data.Rows.SelectMany(r => r).Select(map).ToArray());
        var reference = CoxScoreScreen.Of(data.Doubles, data.Times);
        var shifted = CoxScoreScreen.Of(Map(v => v + 1000), data.Times);
        var negated = CoxScoreScreen.Of(Map(v => -v), data.Times);
        for (var f = 0; f < 70; f++)
        {
            shifted.Z[f].ShouldBe(reference.Z[f], 1e-9);
            negated.Z[f].ShouldBe(-reference.Z[f], 1e-12);
        }
    }

    [Fact]
    public void What_cannot_be_tested_carries_its_reason()
    {
        var times = SurvivalTimes.Of([1, 2, 3, 4], [true, true, false, true]);
        var matrix = FeatureMatrix.Of(
            3,
            4,
            new[] { 5.0, 5, 5, 5, double.NaN, double.NaN, double.NaN, double.PositiveInfinity, 1, 2, 4, 3 }
        );
        CoxScoreScreen
            .Of(matrix, times)
            .Reasons.ShouldBe([NotEstimable.NoVariation, NotEstimable.TooFewValues, NotEstimable.None]);
        var censored = SurvivalTimes.Of([1, 2, 3, 4], new bool[4]);
        CoxScoreScreen.Of(matrix, censored).Reasons[2].ShouldBe(NotEstimable.NoEvents);
        Should
            .Throw<ArgumentException>(() => CoxScoreScreen.Of(matrix, times, new() { Ties = CoxTies.Exact }))
            .Message.ShouldStartWith("Ties are Exact; expected Efron or Breslow.");
    }
}
