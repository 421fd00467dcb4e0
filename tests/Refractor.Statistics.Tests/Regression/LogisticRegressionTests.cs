using Refractor.Statistics.LinearModels;
using Refractor.Statistics.Regression;

namespace Refractor.Statistics.Tests.Regression;

public class LogisticRegressionTests
{
    private static readonly double[] X = [0.2, 1.3, -0.4, 0.9, 2.1, -1.2, 0.1, 0.8, -0.6, 1.7, 0.5, -0.3];
    private static readonly double[] Y = [0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 1];

    [Fact]
    public void A_covariate_that_separates_all_outcomes_is_told_and_penalised()
    {
        var fit = LogisticRegression.Fit(Design(X), [.. X.Select(x => x > 0.3 ? 1.0 : 0.0)]).Value;
        fit.Separation.ShouldBe(Separation.Complete);
        fit.IsPenalised.ShouldBeTrue();
        fit.Deviance.ShouldBe(0);
        fit["x"].Separates.ShouldBeTrue();
        double.IsFinite(fit["x"].Value).ShouldBeTrue();
        fit["x"].Interval.Low.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_level_without_events_separates_in_part_and_names_itself()
    {
        double[] level = [.. X.Select(x => x < -0.35 ? 1.0 : 0.0)];
        double[] y = [.. Y.Zip(level, (o, l) => l == 1 ? 0 : o)];
        var fit = LogisticRegression.Fit(Design(level, X), y).Value;
        fit.Separation.ShouldBe(Separation.QuasiComplete);
        fit["x"].Separates.ShouldBeTrue();
        fit["(Intercept)"].Reason.ShouldBe(NotEstimable.None);
    }

    /// <summary>In a table of four cells Firth's estimate is that of the counts with one half added to each.</summary>
    [Theory]
    [InlineData(0, 3, 42, 117)]
    [InlineData(0, 1, 19, 42)]
    [InlineData(2, 0, 500, 1500)]
    [InlineData(0, 40, 3000, 7000)]
    public void A_rare_group_without_an_event_separates_whatever_the_size_of_the_other(int a, int b, int c, int d)
    {
        double[] x = [.. Enumerable.Repeat(1.0, a + b), .. Enumerable.Repeat(0.0, c + d)];
        double[] y =
        [
            .. Enumerable.Repeat(1.0, a),
            .. Enumerable.Repeat(0.0, b),
            .. Enumerable.Repeat(1.0, c),
            .. Enumerable.Repeat(0.0, d),
        ];
        var fit = LogisticRegression.Fit(DesignMatrix.For(x.Length).Intercept().Numeric("x", x).ToDesign(), y).Value;
        fit.Separation.ShouldBe(Separation.QuasiComplete);
        fit["x"].OddsRatio.ShouldBe((a + 0.5) / (b + 0.5) / ((c + 0.5) / (d + 0.5)), 1e-9);
    }

    [Fact]
    public void Without_a_penalty_a_separated_model_has_no_coefficients()
    {
        var fit = LogisticRegression
            .Fit(Design(X), [.. X.Select(x => x > 0.3 ? 1.0 : 0.0)], new LogisticOptions { Firth = FirthPenalty.Never })
            .Value;
        fit["x"].Reason.ShouldBe(NotEstimable.Separation);
        fit["x"].Value.ShouldBe(double.NaN);
    }

    [Fact]
    public void A_strong_covariate_that_leaves_one_overlap_is_not_separated()
    {
        double[] x = [.. Enumerable.Range(0, 200).Select(i => i * 50.0)];
        double[] y =
        [
            .. x.Select(
                (v, i) =>
                    i == 99 ? 1.0
                    : i == 100 ? 0.0
                    : i > 99 ? 1.0
                    : 0.0
            ),
        ];
        var fit = LogisticRegression.Fit(Design(x), y).Value;
        fit.Separation.ShouldBe(Separation.None);
        fit["x"].Separates.ShouldBeFalse();
    }

    [Fact]
    public void A_multiple_of_a_column_is_collinear_and_changes_nothing()
    {
        double[] twice = [.. X.Select(x => 2 * x)];
        var both = LogisticRegression.Fit(Design(X, twice), Y).Value;
        var alone = LogisticRegression.Fit(Design(X), Y).Value;
        both["z"].Reason.ShouldBe(NotEstimable.Collinear);
        both["x"].Value.ShouldBe(alone["x"].Value, 1e-13);
        both.Deviance.ShouldBe(alone.Deviance, 1e-12);
        both.ResidualDegreesOfFreedom.ShouldBe(10);
    }

    [Fact]
    public void Swapping_the_outcomes_mirrors_the_coefficients()
    {
        var fit = LogisticRegression.Fit(Design(X), Y, new LogisticOptions { Profile = true }).Value;
        var swapped = LogisticRegression
            .Fit(Design(X), [.. Y.Select(y => 1 - y)], new LogisticOptions { Profile = true })
            .Value;
        swapped["x"].Value.ShouldBe(-fit["x"].Value, 1e-13);
        swapped["x"].P.Log.ShouldBe(fit["x"].P.Log, 1e-11);
        swapped["x"].Interval.Low.ShouldBe(-fit["x"].Interval.High, 1e-9);
    }

    [Theory]
    [InlineData(FirthPenalty.Never)]
    [InlineData(FirthPenalty.Always)]
    public void Weights_count_as_identical_rows_and_counts_as_single_outcomes(FirthPenalty firth)
    {
        double[] weights = [.. X.Select((_, i) => 1.0 + i % 3)];
        var options = new LogisticOptions { Firth = firth };
        var weighted = LogisticRegression.Fit(Design(X), Y, options with { Weights = weights }).Value;
        int[] rows = [.. X.SelectMany((_, i) => Enumerable.Repeat(i, (int)weights[i]))];
        var repeated = LogisticRegression
            .Fit(Design([.. rows.Select(i => X[i])]), [.. rows.Select(i => Y[i])], options)
            .Value;
        Same(weighted, repeated);
        weighted.Deviance.ShouldBe(repeated.Deviance, 1e-11);
        var counted = LogisticRegression
            .FitCounts(Design(X), [.. Y.Zip(weights, (y, w) => y * w)], weights, options)
            .Value;
        Same(counted, repeated);
    }

    // R 4.2.2: m <- glm(cbind(c(5,8,3), c(10,7,17)) ~ c(0,1,2), family=binomial); deviance(m); AIC(m)
    [Fact]
    public void Grouped_counts_have_the_deviance_and_likelihood_of_R()
    {
        var fit = LogisticRegression.FitCounts(Design([0, 1, 2]), [5, 8, 3], [15, 15, 20]).Value;
        fit.Deviance.ShouldBe(4.22544226529835498, 1e-9);
        fit.Aic.ShouldBe(17.3256146469927188, 1e-9);
        fit["x"].Value.ShouldBe(-0.48377621583459696, 1e-9);
    }

    [Fact]
    public void The_profile_is_the_maximum_over_the_other_coefficients()
    {
        var fit = LogisticRegression.Fit(Design(X), Y, new LogisticOptions { Firth = FirthPenalty.Always }).Value;
        var top = PenalisedMaximum(fit["x"].Value);
        foreach (var bound in (double[])[fit["x"].Interval.Low, fit["x"].Interval.High])
            (2 * (top - PenalisedMaximum(bound))).ShouldBe(3.841458820694124, 1e-6);
        fit.Profile("x").Value.Statistic.ShouldBe(2 * (top - PenalisedMaximum(0)), 1e-6);
        fit.LikelihoodRatio.ShouldBe(fit.Profile("x").Value.Statistic, 1e-8);
    }

    [Fact]
    public void Missing_values_are_left_out_and_counted()
    {
        double[] x = [.. X, double.NaN, 1];
        double[] y = [.. Y, 1, double.NaN];
        var fit = LogisticRegression.Fit(Design(x), y).Value;
        fit.N.ShouldBe(12);
        fit.Events.ShouldBe(6);
        Same(fit, LogisticRegression.Fit(Design(X), Y).Value);
        fit.FittedProbabilities()[12].ShouldBe(double.NaN);
    }

    [Fact]
    public void Equal_outcomes_and_no_outcome_are_not_estimable()
    {
        LogisticRegression.Fit(Design(X), [.. X.Select(_ => 1.0)]).Reason.ShouldBe(NotEstimable.OneGroup);
        LogisticRegression.Fit(Design(X), [.. X.Select(_ => double.NaN)]).Reason.ShouldBe(NotEstimable.TooFewValues);
    }

    [Fact]
    public void An_outcome_of_2_is_refused() =>
        Should
            .Throw<ArgumentException>(() => LogisticRegression.Fit(Design([1, 2, 3]), [0, 1, 2]))
            .Message.ShouldContain("Outcome 2 is 2; expected 0, 1 or NaN.");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_screen_equals_one_feature_after_another(bool withCovariate)
    {
        var random = new RandomSource(5);
        const int Features = 60;
        const int Samples = 40;
        var values = new double[Features * Samples];
        for (var i = 0; i < values.Length; i++)
            values[i] = i / Samples % 5 == 1 && random.NextDouble() < 0.2 ? double.NaN : random.NextDouble();
        double[] outcomes = [.. Enumerable.Range(0, Samples).Select(i => i % 3 == 0 ? 1.0 : 0.0)];
        double[] age = [.. outcomes.Select(_ => 40 + 30 * random.NextDouble())];
        outcomes[7] = double.NaN;
        for (var s = 0; s < Samples; s++)
        {
            values[10 * Samples + s] = 7;
            values[20 * Samples + s] = outcomes[s] + 0.5 * random.NextDouble();
            values[30 * Samples + s] = 3 - 2 * age[s];
            values[40 * Samples + s] = s < 5 ? 1 : double.NaN;
        }
        var builder = DesignMatrix.For(Samples).Intercept();
        var covariates = withCovariate ? builder.Numeric("age", age).ToDesign() : builder.ToDesign();
        var screen = LogisticScreen.Run(FeatureMatrix.Of(Features, Samples, values), outcomes, covariates, threads: 2);
        screen.Reasons[10].ShouldBe(NotEstimable.NoVariation);
        screen.IsPenalised[20].ShouldBeTrue();
        screen.Reasons[30].ShouldBe(withCovariate ? NotEstimable.Collinear : NotEstimable.None);
        for (var f = 0; f < Features; f++)
        {
            if (screen.Reasons[f] != NotEstimable.None)
            {
                screen.LogP[f].ShouldBe(double.NaN);
                continue;
            }
            var design = DesignMatrix.For(Samples).Intercept();
            if (withCovariate)
                design.Numeric("age", age);
            design.Numeric("x", values.AsSpan(f * Samples, Samples));
            var fit = LogisticRegression.Fit(design.ToDesign(), outcomes).Value;
            screen.N[f].ShouldBe(fit.N);
            screen.Values[f].ShouldBe(fit["x"].Value, 1e-9 * Math.Abs(fit["x"].Value));
            screen.StandardErrors[f].ShouldBe(fit["x"].StandardError, 1e-9 * fit["x"].StandardError);
            screen.WaldLogP[f].ShouldBe(fit["x"].WaldP.Log, 1e-8);
            screen.LogP[f].ShouldBe(fit.Profile("x").Value.P.Log, 1e-7);
            screen.Low[f].ShouldBe(fit["x"].Interval.Low, 1e-8 + 1e-8 * Math.Abs(fit["x"].Interval.Low));
        }
    }

    private static void Same(LogisticFit actual, LogisticFit expected)
    {
        for (var i = 0; i < expected.Coefficients.Count; i++)
        {
            actual.Coefficients[i].Value.ShouldBe(expected.Coefficients[i].Value, 1e-9);
            actual.Coefficients[i].StandardError.ShouldBe(expected.Coefficients[i].StandardError, 1e-9);
        }
    }

    /// <summary>The penalised log likelihood of a slope, at the best intercept, by golden section.</summary>
    private static double PenalisedMaximum(double slope)
    {
        var (low, high) = (-20.0, 20.0);
        var ratio = (Math.Sqrt(5) - 1) / 2;
        while (high - low > 1e-9)
        {
            var (a, b) = (high - ratio * (high - low), low + ratio * (high - low));
            if (Penalised(a, slope) > Penalised(b, slope))
                high = b;
            else
                low = a;
        }
        return Penalised((low + high) / 2, slope);
    }

    private static double Penalised(double intercept, double slope)
    {
        var (sum, s0, s1, s2) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < X.Length; i++)
        {
            var p = 1 / (1 + Math.Exp(-intercept - slope * X[i]));
            sum += Math.Log(Y[i] == 1 ? p : 1 - p);
            var w = p * (1 - p);
            (s0, s1, s2) = (s0 + w, s1 + w * X[i], s2 + w * X[i] * X[i]);
        }
        return sum + Math.Log(s0 * s2 - s1 * s1) / 2;
    }

    private static DesignMatrix Design(double[] x, double[]? z = null)
    {
        var builder = DesignMatrix.For(x.Length).Intercept().Numeric("x", x);
        return (z is null ? builder : builder.Numeric("z", z)).ToDesign();
    }
}
