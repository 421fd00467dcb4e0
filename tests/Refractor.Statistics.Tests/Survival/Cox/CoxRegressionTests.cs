using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Cox;

namespace Refractor.Statistics.Tests.Survival.Cox;

public class CoxRegressionTests
{
    [Theory]
    [InlineData(CoxTies.Efron)]
    [InlineData(CoxTies.Breslow)]
    [InlineData(CoxTies.Exact)]
    public void The_order_of_patients_changes_nothing(CoxTies ties)
    {
        int[] order = [7, 3, 15, 0, 9, 12, 1, 14, 5, 2, 10, 8, 13, 4, 6, 11];
        double[] Permuted(double[] values) => Array.ConvertAll(order, i => values[i]);
        var options = new CoxOptions { Ties = ties };
        var plain = CoxRegression.Fit(SmallCohort.FromStart, SmallCohort.Covariates, options).Value;
        var permuted = CoxRegression
            .Fit(
                SurvivalTimes.Of(Permuted(SmallCohort.Time), Permuted(SmallCohort.Status)),
                [Covariate.Numeric("x", Permuted(SmallCohort.X)), Covariate.Numeric("z", Permuted(SmallCohort.Z))],
                options
            )
            .Value;
        permuted["x"].Value.ShouldBe(plain["x"].Value, 1e-12);
        permuted["z"].P.Log.ShouldBe(plain["z"].P.Log, 1e-11);
        permuted.MartingaleResiduals().ShouldAgree(Permuted(plain.MartingaleResiduals()), 1e-12);
    }

    [Fact]
    public void A_weight_of_two_is_two_patients_in_Breslows_likelihood()
    {
        var rows = Enumerable.Range(0, 16).SelectMany(i => Enumerable.Repeat(i, (int)SmallCohort.Weight[i])).ToArray();
        double[] Repeated(double[] values) => Array.ConvertAll(rows, i => values[i]);
        var weighted = CoxRegression
            .Fit(
                SmallCohort.FromStart,
                SmallCohort.Covariates,
                new CoxOptions { Ties = CoxTies.Breslow, Weights = SmallCohort.Weight }
            )
            .Value;
        var repeated = CoxRegression
            .Fit(
                SurvivalTimes.Of(Repeated(SmallCohort.Time), Repeated(SmallCohort.Status)),
                [Covariate.Numeric("x", Repeated(SmallCohort.X)), Covariate.Numeric("z", Repeated(SmallCohort.Z))],
                new CoxOptions { Ties = CoxTies.Breslow }
            )
            .Value;
        weighted["x"].Value.ShouldBe(repeated["x"].Value, 1e-11);
        weighted["x"].StandardError.ShouldBe(repeated["x"].StandardError, 1e-11);
        weighted.LogLikelihood.ShouldBe(repeated.LogLikelihood, 1e-10);
    }

    [Fact]
    public void Splitting_follow_up_into_intervals_changes_nothing()
    {
        var (start, stop, status) = (new List<double>(), new List<double>(), new List<double>());
        var (x, z) = (new List<double>(), new List<double>());
        for (var i = 0; i < 16; i++)
        {
            var middle = SmallCohort.Time[i] / 2;
            foreach (
                var (from, to, observed) in new[]
                {
                    (0, middle, 0),
                    (middle, SmallCohort.Time[i], SmallCohort.Status[i]),
                }
            )
            {
                start.Add(from);
                stop.Add(to);
                status.Add(observed);
                x.Add(SmallCohort.X[i]);
                z.Add(SmallCohort.Z[i]);
            }
        }
        var times = SurvivalTimes.Between([.. start], [.. stop], (double[])[.. status]);
        var split = CoxRegression.Fit(times, [Covariate.Numeric("x", [.. x]), Covariate.Numeric("z", [.. z])]).Value;
        var whole = CoxRegression.Fit(SmallCohort.FromStart, SmallCohort.Covariates).Value;
        split["x"].Value.ShouldBe(whole["x"].Value, 1e-11);
        split["z"].StandardError.ShouldBe(whole["z"].StandardError, 1e-11);
        split.LogLikelihood.ShouldBe(whole.LogLikelihood, 1e-11);
    }

    [Fact]
    public void Martingale_residuals_sum_to_0_and_score_residuals_as_well()
    {
        var model = CoxRegression.Fit(SmallCohort.FromStart, SmallCohort.Covariates).Value;
        model.MartingaleResiduals().Sum().ShouldBe(0, 1e-12);
        foreach (var scores in model.ScoreResiduals())
            scores.Sum().ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Missing_values_are_left_out_counted_and_NaN_in_the_residuals()
    {
        var x = (double[])SmallCohort.X.Clone();
        x[4] = double.NaN;
        var model = CoxRegression.Fit(SmallCohort.FromStart, [Covariate.Numeric("x", x)]).Value;
        (model.N, model.Missing).ShouldBe((15, 1));
        model.MartingaleResiduals().Select(double.IsNaN).Count(v => v).ShouldBe(1);
        double.IsNaN(model.MartingaleResiduals()[4]).ShouldBeTrue();
    }

    [Fact]
    public void What_cannot_be_estimated_carries_a_reason()
    {
        var times = SmallCohort.FromStart;
        var constant = Covariate.Numeric("c", Enumerable.Repeat(0.1, 16).ToArray());
        CoxRegression.Fit(times, [constant]).Reason.ShouldBe(NotEstimable.NoVariation);
        var censored = SurvivalTimes.Of(SmallCohort.Time, new bool[16]);
        CoxRegression.Fit(censored, SmallCohort.Covariates).Reason.ShouldBe(NotEstimable.NoEvents);
        var missing = Covariate.Numeric("m", Enumerable.Repeat(double.NaN, 16).ToArray());
        CoxRegression.Fit(times, [missing]).Reason.ShouldBe(NotEstimable.TooFewValues);
        var none = SurvivalTimes.Of([], (double[])[]);
        CoxRegression.Fit(none, [Covariate.Numeric("x", [])]).Reason.ShouldBe(NotEstimable.TooFewValues);
        var one = SurvivalTimes.Of([4], (double[])[1]);
        CoxRegression.Fit(one, [Covariate.Numeric("x", [1])]).Reason.ShouldBe(NotEstimable.NoVariation);
    }

    [Fact]
    public void A_sum_of_other_columns_is_collinear_and_the_others_keep_their_numbers()
    {
        var sum = SmallCohort.X.Zip(SmallCohort.Z, (a, b) => 3 * a - b + 7).ToArray();
        var model = CoxRegression
            .Fit(SmallCohort.FromStart, [.. SmallCohort.Covariates, Covariate.Numeric("sum", sum)])
            .Value;
        model["sum"].Reason.ShouldBe(NotEstimable.Collinear);
        model["sum"].P.IsKnown.ShouldBeFalse();
        var without = CoxRegression.Fit(SmallCohort.FromStart, SmallCohort.Covariates).Value;
        model["x"].Value.ShouldBe(without["x"].Value, 1e-12);
        model.DegreesOfFreedom.ShouldBe(2);
        model.PredictSurvival([1, 0, 99]).At(5).ShouldBe(without.PredictSurvival([1, 0]).At(5), 1e-12);
    }

    [Fact]
    public void The_scale_and_origin_of_a_covariate_do_not_matter()
    {
        var scaled = Array.ConvertAll(SmallCohort.X, v => 1e9 + 1e6 * v);
        var model = CoxRegression.Fit(SmallCohort.FromStart, [Covariate.Numeric("x", scaled)]).Value;
        var plain = CoxRegression.Fit(SmallCohort.FromStart, [Covariate.Numeric("x", SmallCohort.X)]).Value;
        (model["x"].Value * 1e6).ShouldBe(plain["x"].Value, 1e-7);
        model["x"].Z.ShouldBe(plain["x"].Z, 1e-7);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        var times = SmallCohort.FromStart;
        var covariates = SmallCohort.Covariates;
        Should.Throw<ArgumentException>(() => CoxRegression.Fit(times, [])).ParamName.ShouldBe("covariates");
        Should
            .Throw<ArgumentException>(() => CoxRegression.Fit(times, [Covariate.Numeric("short", [1, 2])]))
            .Message.ShouldContain("covariate short: found 2 values; expected 16");
        Should.Throw<ArgumentException>(() => CoxRegression.Fit(times, covariates, new CoxOptions { Level = 95 }));
        Should.Throw<ArgumentException>(() =>
            CoxRegression.Fit(times, covariates, new CoxOptions { Ties = CoxTies.Exact, Robust = true })
        );
        Should.Throw<ArgumentException>(() => Covariate.Factor("f", ["a", "b"], baseLevel: "c"));
    }
}
