using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Cox;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Survival.Cox;

/// <summary>The screen against the regression of one feature, which is checked against R.</summary>
public class CoxScreenTests
{
    private const int Samples = 160;

    [Theory]
    [InlineData(CoxTies.Efron, false, false, false)]
    [InlineData(CoxTies.Efron, true, false, false)]
    [InlineData(CoxTies.Efron, true, true, false)]
    [InlineData(CoxTies.Breslow, false, true, false)]
    [InlineData(CoxTies.Breslow, true, false, false)]
    [InlineData(CoxTies.Exact, true, false, false)]
    [InlineData(CoxTies.Efron, false, false, true)]
    [InlineData(CoxTies.Efron, true, true, true)]
    [InlineData(CoxTies.Breslow, true, false, true)]
    public void Every_feature_gets_the_numbers_of_its_own_regression(
        CoxTies ties,
        bool missing,
        bool strata,
        bool adjusted
    )
    {
        var cohort = ScreenCohort.Random(seed: 3, Samples, features: 37, missing);
        var options = Options(cohort, ties, strata, adjusted);
        CheckAgainstRegression(cohort, options);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Late_entry_is_taken_into_account(bool adjusted)
    {
        var cohort = ScreenCohort.Random(seed: 8, Samples, features: 20, missing: true).WithEntries();
        CheckAgainstRegression(cohort, Options(cohort, CoxTies.Efron, strata: true, adjusted));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_feature_gets_the_interaction_of_its_own_test(bool adjusted)
    {
        var cohort = ScreenCohort.Random(seed: 5, Samples, features: 30, missing: adjusted);
        var options = Options(cohort, CoxTies.Efron, strata: false, adjusted);
        var screen = CoxInteractionScreen.Run(cohort.Matrix, cohort.Times, cohort.Treated, options);
        var agreement = new Agreement();
        for (var g = 0; g < cohort.Matrix.Features; g++)
        {
            var test = InteractionTest.Run(cohort.Times, cohort.Feature(g), cohort.Treated, options.Covariates);
            if (!test.IsEstimable || test.Value.Model.Separation)
            {
                agreement.CheckEqual($"feature {g}", screen.Reasons[g] != NotEstimable.None, true);
                continue;
            }
            var (control, treated) = (test.Value.HazardRatioControl, test.Value.HazardRatioTreated);
            agreement.CheckEqual($"feature {g}", screen.Reasons[g], NotEstimable.None);
            agreement.Check($"feature {g} control", screen.LogHazardRatioControl[g], Math.Log(control), 1e-8, 1e-9);
            agreement.Check($"feature {g} treated", screen.LogHazardRatioTreated[g], Math.Log(treated), 1e-8, 1e-9);
            agreement.Check($"feature {g} ratio", screen.LogRatio[g], Math.Log(test.Value.Ratio), 1e-8, 1e-9);
            agreement.Check($"feature {g} p", screen.LogP[g], test.Value.P.Log, 1e-7);
            agreement.CheckEqual($"feature {g} n", screen.N[g], test.Value.Control.N + test.Value.Treated.N);
        }
        agreement.Verify();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_number_of_threads_changes_no_digit(bool adjusted)
    {
        var cohort = ScreenCohort.Random(seed: 4, Samples, features: 61, missing: true);
        var options = Options(cohort, CoxTies.Efron, strata: false, adjusted);
        var one = CoxScreen.Run(cohort.Matrix, cohort.Times, options, threads: 1);
        var three = CoxScreen.Run(cohort.Matrix, cohort.Times, options, threads: 3);
        three.LogHazardRatio.ShouldBe(one.LogHazardRatio);
        three.LogP.ShouldBe(one.LogP);
        three.Reasons.ShouldBe(one.Reasons);
    }

    [Fact]
    public void The_order_of_samples_and_of_features_changes_nothing()
    {
        var cohort = ScreenCohort.Random(seed: 9, Samples, features: 26, missing: true);
        var plain = CoxScreen.Run(cohort.Matrix, cohort.Times);
        var turned = cohort.Reversed();
        var reversed = CoxScreen.Run(turned.Matrix, turned.Times);
        for (var g = 0; g < 26; g++)
        {
            reversed.Reasons[25 - g].ShouldBe(plain.Reasons[g]);
            if (plain.Reasons[g] == NotEstimable.None)
                reversed.LogHazardRatio[25 - g].ShouldBe(plain.LogHazardRatio[g], 1e-12);
        }
    }

    [Fact]
    public void Without_features_or_patients_there_is_nothing_and_no_exception()
    {
        var none = SurvivalTimes.Of([], (double[])[]);
        CoxScreen.Run(FeatureMatrix.Of(0, 0, Array.Empty<double>()), none).Reasons.ShouldBeEmpty();
        CoxScreen
            .Run(FeatureMatrix.Of(2, 0, Array.Empty<double>()), none)
            .Reasons.ShouldAllBe(r => r == NotEstimable.TooFewValues);
        var censored = SurvivalTimes.Of([1, 2, 3], new bool[3]);
        CoxScreen
            .Run(FeatureMatrix.Of(1, 3, new double[] { 1, 2, 4 }), censored)
            .Reasons.ShouldBe([NotEstimable.NoEvents]);
    }

    [Fact]
    public void Single_and_double_precision_of_the_same_values_give_the_same_bytes()
    {
        var cohort = ScreenCohort.Random(seed: 10, Samples, features: 20, missing: true);
        var (singles, doubles) = cohort.Rounded();
        CoxScreen.Run(singles, cohort.Times).LogP.ShouldBe(CoxScreen.Run(doubles, cohort.Times).LogP);
    }

    [Fact]
    public void A_negated_feature_has_the_inverse_hazard_ratio()
    {
        var cohort = ScreenCohort.Random(seed: 6, Samples, features: 20, missing: true);
        var negated = CoxScreen.Run(cohort.Negated(), cohort.Times);
        var plain = CoxScreen.Run(cohort.Matrix, cohort.Times);
        for (var g = 0; g < 20; g++)
        {
            if (plain.Reasons[g] == NotEstimable.None)
                negated.LogHazardRatio[g].ShouldBe(-plain.LogHazardRatio[g], 1e-12);
            negated.Reasons[g].ShouldBe(plain.Reasons[g]);
        }
    }

    [Fact]
    public void Separated_constant_and_unobserved_features_carry_their_reason_and_no_number()
    {
        double[] status = [1, 1, 1, 0, 0, 0];
        double[] values =
        [
            .. (double[])[1, 1, 1, 0, 0, 0],
            .. (double[])[2, 2, 2, 2, 2, 2],
            .. (double[])[double.NaN, double.NaN, double.NaN, 1, 2, 3],
            .. (double[])[double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN],
        ];
        var times = SurvivalTimes.Of([1, 3, 5, 2, 4, 6], status);
        var screen = CoxScreen.Run(FeatureMatrix.Of(4, 6, values), times);
        screen.Reasons.ShouldBe([
            NotEstimable.Separation,
            NotEstimable.NoVariation,
            NotEstimable.NoEvents,
            NotEstimable.TooFewValues,
        ]);
        screen.LogHazardRatio.ShouldAllBe(v => double.IsNaN(v));
        screen.N.ShouldBe([6, 6, 3, 0]);
        // 2 (0 − (−log 6 − log 4 − log 2)) less the same with only the patients of value 1 at risk: log 3 + log 2 + log 1.
        screen.LikelihoodRatio[0].ShouldBe(2 * Math.Log(6 * 4 * 2 / (3.0 * 2)), 1e-12);
    }

    private static CoxScreenOptions Options(ScreenCohort cohort, CoxTies ties, bool strata, bool adjusted) =>
        new()
        {
            Ties = ties,
            Strata = strata ? cohort.Strata : null,
            Covariates = adjusted ? [Covariate.Numeric("age", cohort.Age), Covariate.Flag("arm", cohort.Treated)] : [],
        };

    private static void CheckAgainstRegression(ScreenCohort cohort, CoxScreenOptions options)
    {
        var screen = CoxScreen.Run(cohort.Matrix, cohort.Times, options);
        var agreement = new Agreement();
        var settings = new CoxOptions { Ties = options.Ties, Strata = options.Strata };
        for (var g = 0; g < cohort.Matrix.Features; g++)
        {
            var place = $"feature {g}";
            var x = Covariate.Numeric("x", cohort.Feature(g));
            var fit = CoxRegression.Fit(cohort.Times, [.. options.Covariates, x], settings);
            if (!fit.IsEstimable || fit.Value.Separation)
            {
                var reason = fit.IsEstimable ? NotEstimable.Separation : fit.Reason;
                agreement.CheckEqual(place + " reason", screen.Reasons[g], reason);
                continue;
            }
            var ours = fit.Value["x"];
            agreement.CheckEqual(place + " reason", screen.Reasons[g], ours.Reason);
            agreement.CheckEqual(place + " n", screen.N[g], fit.Value.N);
            agreement.CheckEqual(place + " events", screen.Events[g], fit.Value.Events);
            agreement.Check(place + " coef", screen.LogHazardRatio[g], ours.Value, 1e-9, 1e-10);
            agreement.Check(place + " se", screen.StandardError[g], ours.StandardError, 1e-9);
            agreement.Check(place + " p", screen.LogP[g], ours.P.Log, 1e-8);
            if (ours.Reason == NotEstimable.None)
                agreement.Check(
                    place + " lr",
                    screen.LikelihoodRatio[g],
                    Gain(cohort, options, x, fit.Value),
                    1e-8,
                    1e-8
                );
        }
        agreement.Verify();
    }

    // Twice the gain over the model of the same rows without the feature.
    private static double Gain(ScreenCohort cohort, CoxScreenOptions options, Covariate x, CoxModel model)
    {
        if (options.Covariates.Count == 0)
            return model.LikelihoodRatioTest.Statistic;
        var known = cohort.Times.Where([.. Enumerable.Range(0, x.Count).Select(i => !double.IsNaN(x.Columns[0][i]))]);
        var settings = new CoxOptions { Ties = options.Ties, Strata = options.Strata };
        var without = CoxRegression.Fit(known, options.Covariates, settings).Value;
        return 2 * (model.LogLikelihood - without.LogLikelihood);
    }
}
