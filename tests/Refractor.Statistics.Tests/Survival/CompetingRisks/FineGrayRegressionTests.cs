using Refractor.Statistics.Survival.CompetingRisks;
using Refractor.Statistics.Survival.Cox;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Survival.CompetingRisks;

public class FineGrayRegressionTests
{
    [Fact]
    public void Coefficients_and_errors_agree_with_R()
    {
        var model = FineGrayRegression
            .Fit(
                CompetingData.Times,
                1,
                [
                    Covariate.Numeric("x", CompetingData.Table.Numbers("x")),
                    Covariate.Numeric("gb", [.. CompetingData.Table.Texts("g").Select(g => g == "b" ? 1.0 : 0)]),
                ]
            )
            .Value;
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("survival/expected_finegray.tsv").Rows)
        {
            agreement.Check(row.Place, model[row["term"]].Value, row.Number("coef"), 1e-6);
            agreement.Check(row.Place, model[row["term"]].StandardError, row.Number("se"), 1e-6);
        }
        agreement.Verify();
        (model.N, model.Missing).ShouldBe((CompetingData.Times.N, 0));
    }

    [Fact]
    public void Without_other_causes_and_ties_it_is_a_Cox_regression()
    {
        double[] time = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] x = [0.3, 1.2, 0.1, 0.9, 0.4, 1.5, 0.2, 0.6];
        var model = FineGrayRegression
            .Fit(CompetingTimes.Of(time, [1, 1, 0, 1, 1, 0, 1, 0]), 1, [Covariate.Numeric("x", x)])
            .Value;
        var times = SurvivalTimesOf(time);
        var cox = CoxRegression.Fit(times, [Covariate.Numeric("x", x)]).Value;
        model["x"].Value.ShouldBe(cox["x"].Value, 1e-9);
        model.LogLikelihood.ShouldBe(cox.LogLikelihood, 1e-11);
        model.NullLogLikelihood.ShouldBe(cox.NullLogLikelihood, 1e-11);
    }

    [Fact]
    public void A_covariate_shifted_or_turned_round_changes_what_it_should()
    {
        var x = CompetingData.Table.Numbers("x");
        FineGrayCoefficient Fit(Func<double, double> map) =>
            FineGrayRegression
                .Fit(CompetingData.Times, 2, [Covariate.Numeric("x", Array.ConvertAll(x, v => map(v)))])
                .Value["x"];
        var plain = Fit(v => v);
        Fit(v => v + 100).Value.ShouldBe(plain.Value, 1e-9);
        Fit(v => v + 100).StandardError.ShouldBe(plain.StandardError, 1e-9);
        Fit(v => -2 * v).Value.ShouldBe(-plain.Value / 2, 1e-9);
    }

    [Fact]
    public void What_cannot_be_fitted_carries_its_reason()
    {
        double[] time = [1, 2, 3, 4, 5, 6];
        double[] x = [1, 1, 1, 0, 0, 0];
        Covariate[] terms = [Covariate.Numeric("x", x)];
        FineGrayRegression.Fit(CompetingTimes.Of(time, new int[6]), 1, terms).Reason.ShouldBe(NotEstimable.NoEvents);
        FineGrayRegression
            .Fit(CompetingTimes.Of(time, [1, 1, 1, 0, 0, 0]), 1, terms)
            .Reason.ShouldBe(NotEstimable.Separation);
        FineGrayRegression
            .Fit(CompetingTimes.Of(time, [1, 2, 1, 0, 1, 0]), 1, [terms[0], Covariate.Numeric("copy", x)])
            .Reason.ShouldBe(NotEstimable.Collinear);
        var missing = FineGrayRegression.Fit(
            CompetingTimes.Of(time, [1, 2, 1, 0, 1, 0]),
            1,
            [Covariate.Numeric("x", [0.4, 0.5, double.NaN, 0.3, 0.2, 0.7])]
        );
        (missing.Value.N, missing.Value.Missing).ShouldBe((5, 1));
    }

    private static Refractor.Statistics.Survival.SurvivalTimes SurvivalTimesOf(double[] time) =>
        Refractor.Statistics.Survival.SurvivalTimes.Of(time, [1.0, 1, 0, 1, 1, 0, 1, 0]);
}
