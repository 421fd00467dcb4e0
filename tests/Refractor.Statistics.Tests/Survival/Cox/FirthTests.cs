using Refractor.Statistics.Distributions;
using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Cox;

namespace Refractor.Statistics.Tests.Survival.Cox;

/// <summary>
/// Firth's estimate. The numbers of R come from maximising coxph's log likelihood at fixed coefficients (iter.max = 0) plus half the log
/// determinant of the inverse of its variance by optim, and profiling it by optimize and uniroot; they carry seven digits.
/// </summary>
public class FirthTests
{
    [Theory]
    [InlineData(CoxTies.Efron, -0.0747633483643543, 1.54782284994485)]
    [InlineData(CoxTies.Breslow, -0.0450980723661614, 1.49888264554851)]
    public void The_estimate_maximises_the_penalised_likelihood(CoxTies ties, double x, double z)
    {
        var model = Fit(ties);
        model.Penalised.ShouldBeTrue();
        model.Separation.ShouldBeFalse();
        model.Coefficients.Select(c => c.Value).ShouldAgree([x, z], 1e-6);
    }

    [Fact]
    public void Intervals_and_tests_come_from_the_profile()
    {
        var model = Fit(CoxTies.Efron);
        var (x, z) = (model["x"].Interval, model["z"].Interval);
        ((double[])[x.Low, x.High, z.Low, z.High])
            .Select(v => Math.Log(v))
            .ShouldAgree([-0.75925039480039, 0.65832575377983, -0.0440793816275526, 3.18666230832429], 1e-6);
        model["z"].P.Log.ShouldBe(ChiSquared.UpperTail(3.63260780994553, 1).Log, 1e-6);
        model.LikelihoodRatioTest.Statistic.ShouldBe(2 * (-21.1302725176792 + 23.7213407034024), 1e-6);
    }

    [Fact]
    public void A_covariate_that_separates_gets_a_finite_estimate_a_flag_and_a_profile_interval()
    {
        double[] z = [1, 1, 1, 1, 0, 0, 0, 0];
        double[] x = [.5, -1, .2, .9, -.3, .4, 1.2, -.8];
        var times = SurvivalTimes.Of([1, 3, 5, 7, 2, 4, 6, 8], (double[])[1, 1, 1, 1, 0, 0, 0, 0]);
        Covariate[] covariates = [Covariate.Numeric("z", z), Covariate.Numeric("x", x)];
        var model = CoxRegression.Fit(times, covariates).Value;
        model.Separation.ShouldBeTrue();
        model.Coefficients.Select(c => c.Value).ShouldAgree([2.52016726552885, -0.640107191533672], 1e-6);
        var unpenalised = new CoxOptions { Firth = FirthPenalty.Never };
        CoxRegression.Fit(times, covariates, unpenalised).Reason.ShouldBe(NotEstimable.Separation);
        Math.Log(model["z"].Interval.Low).ShouldBe(0.0508730852598162, 1e-6);
        Math.Log(model["z"].Interval.High).ShouldBe(7.62621009037965, 1e-5);
        model["z"].P.Log.ShouldBe(ChiSquared.UpperTail(4.03986583541602, 1).Log, 1e-6);
    }

    [Fact]
    public void Two_covariates_that_separate_only_together_are_found()
    {
        // Neither alone orders the events, their difference does.
        double[] a = [3, 1, 4, 2, 3, 1, 4, 2];
        double[] b = [1, -1, 2, 0, 4, 2, 5, 3];
        var times = SurvivalTimes.Of([1, 2, 3, 4, 5, 6, 7, 8], (double[])[1, 1, 1, 1, 0, 0, 0, 0]);
        Covariate[] both = [Covariate.Numeric("a", a), Covariate.Numeric("b", b)];
        CoxRegression.Fit(times, both).Value.Separation.ShouldBeTrue();
        CoxRegression.Fit(times, both[..1]).Value.Separation.ShouldBeFalse();
        CoxRegression.Fit(times, both[1..]).Value.Separation.ShouldBeFalse();
    }

    [Fact]
    public void A_large_but_finite_estimate_is_not_taken_for_separation()
    {
        // One event of 200 has the lower value while another patient with the higher one lives on: large, and finite.
        var n = 400;
        var (time, status, x) = (new double[n], new double[n], new double[n]);
        for (var i = 0; i < n; i++)
            (time[i], status[i], x[i]) = (i + 1, i < n / 2 ? 1 : 0, i < n / 2 ? 1 : 0);
        (x[n / 2 - 1], x[n - 1]) = (0, 1);
        var model = CoxRegression.Fit(SurvivalTimes.Of(time, status), [Covariate.Numeric("x", x)]).Value;
        model.Separation.ShouldBeFalse();
        model["x"].Value.ShouldBeGreaterThan(3);
    }

    private static CoxModel Fit(CoxTies ties) =>
        CoxRegression
            .Fit(
                SmallCohort.FromStart,
                SmallCohort.Covariates,
                new CoxOptions { Ties = ties, Firth = FirthPenalty.Always }
            )
            .Value;
}
