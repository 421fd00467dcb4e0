using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.MetaAnalysis;

/// <summary>
/// The effects of k studies pooled by inverse-variance weights, with the heterogeneity between them.
/// </summary>
/// <remarks>
/// Checked against metafor's <c>rma.uni</c> (iterated to 1e-13), <c>predict</c> and <c>confint</c>: DerSimonian-Laird, Sidik-Jonkman, Hedges
/// and equal effects to 1e-10, REML, ML and Paule-Mandel to 1e-8. One study is returned as it is (<see cref="IsSingleStudy"/>); with two,
/// Hartung-Knapp has one degree of freedom and an interval that seldom tells anything: <see cref="Studies"/> says so.
/// </remarks>
public sealed record PooledEffect
{
    private PooledEffect() { }

    /// <summary>The pooled effect, on the scale of the studies.</summary>
    public required double Effect { get; init; }

    /// <summary>Its standard error, as the test asks for.</summary>
    public required double StandardError { get; init; }

    /// <summary>Effect / standard error.</summary>
    public required double Statistic { get; init; }

    /// <summary>Degrees of freedom of the statistic: k − 1 for Hartung and Knapp, +∞ for the normal test or a single study.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Two-sided p value of no effect.</summary>
    public required PValue P { get; init; }

    /// <summary>Confidence interval of the pooled effect.</summary>
    public required Interval Interval { get; init; }

    /// <summary>
    /// Where the effect of a further study is expected, by the distribution of the test (normal, or t with k − 1 degrees of freedom), as
    /// metafor's <c>predict</c> gives it. None for equal effects or one study.
    /// </summary>
    public required Interval PredictionInterval { get; init; }

    /// <summary>
    /// The same by t with k − 2 degrees of freedom and the inverse-variance standard error (Higgins, Thompson and Spiegelhalter, J R
    /// Stat Soc A 2009). None below three studies.
    /// </summary>
    public required Interval PredictionIntervalHiggins { get; init; }

    /// <summary>Number k of studies pooled; unusable ones are not counted.</summary>
    public required int Studies { get; init; }

    /// <summary>Whether only one study was usable: its own effect and normal test, no heterogeneity.</summary>
    public bool IsSingleStudy => Studies == 1;

    /// <summary>Variance between studies τ².</summary>
    public required double Tau2 { get; init; }

    /// <summary>Asymptotic standard error of τ²; NaN for equal effects or one study.</summary>
    public required double Tau2StandardError { get; init; }

    /// <summary>
    /// Confidence interval of τ² by the Q profile (Viechtbauer, Stat Med 2007), whatever the estimator; 0 to 0 where even τ² = 0 makes the
    /// effects look too alike. None for one study.
    /// </summary>
    public required Interval Tau2Interval { get; init; }

    /// <summary>Cochran's Q, weights at τ² = 0.</summary>
    public required double Q { get; init; }

    /// <summary>P value of homogeneity: χ² with k − 1 degrees of freedom.</summary>
    public required PValue QP { get; init; }

    /// <summary>Share of the variance that lies between studies, in percent, 0 to 100 (Higgins and Thompson, Stat Med 2002).</summary>
    public required double I2 { get; init; }

    /// <summary>Total variance over sampling variance; for equal effects Q / (k − 1).</summary>
    public required double H2 { get; init; }

    /// <summary>Pools studies.</summary>
    /// <param name="studies">k effects on one scale; unusable ones are left out.</param>
    /// <param name="estimator">Of the variance between studies.</param>
    /// <param name="test">Of the pooled effect; without effect on one study, which is tested as normal.</param>
    /// <param name="level">Coverage of all intervals, between 0 and 1.</param>
    /// <returns>The pooled effect, or <see cref="NotEstimable.TooFewValues"/> without a usable study.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level does not lie between 0 and 1.</exception>
    public static Estimate<PooledEffect> Of(
        IReadOnlyList<StudyEffect> studies,
        HeterogeneityEstimator estimator = HeterogeneityEstimator.RestrictedMaximumLikelihood,
        PooledEffectTest test = PooledEffectTest.HartungKnappWithFloor,
        double level = 0.95
    )
    {
        Level.Check(level);
        StudyEffect[] usable = [.. studies.Where(s => s.IsUsable)];
        if (usable.Length == 0)
            return NotEstimable.TooFewValues;
        double[] variances = [.. usable.Select(s => s.Variance)];
        var intercept = new double[usable.Length];
        Array.Fill(intercept, 1);
        var model = new WeightedProjection([intercept], [.. usable.Select(s => s.Effect)]);
        return Pool(model, variances, estimator, test, level);
    }

    /// <summary>Pools the studies k times, each time without one of them, to show which one carries the result.</summary>
    /// <inheritdoc cref="Of"/>
    /// <returns>As many results as studies, in their order.</returns>
    public static IReadOnlyList<Estimate<PooledEffect>> LeaveOneOut(
        IReadOnlyList<StudyEffect> studies,
        HeterogeneityEstimator estimator = HeterogeneityEstimator.RestrictedMaximumLikelihood,
        PooledEffectTest test = PooledEffectTest.HartungKnappWithFloor,
        double level = 0.95
    ) => [.. studies.Select((_, left) => Of([.. studies.Where((_, i) => i != left)], estimator, test, level))];

    private static PooledEffect Pool(
        WeightedProjection model,
        double[] variances,
        HeterogeneityEstimator estimator,
        PooledEffectTest test,
        double level
    )
    {
        var k = model.Studies;
        var (tau2, tau2Error) = Heterogeneity.Estimate(estimator, model, variances);
        model.Weigh(variances, 0);
        var q = k == 1 ? 0 : model.ResidualSquares;
        var (i2, h2) = Inconsistency(estimator, model, variances, tau2, q);
        model.Weigh(variances, tau2);
        var (effect, plainError) = (model.Coefficients[0], Math.Sqrt(model.Covariance[0, 0]));
        var error = plainError * Math.Sqrt(ErrorScale(test, model));
        var df = test == PooledEffectTest.Normal || k == 1 ? double.PositiveInfinity : k - 1;
        var reach = StudentT.Quantile((1 - level) / 2, df, Tail.Upper);
        return new PooledEffect
        {
            Effect = effect,
            StandardError = error,
            Statistic = effect / error,
            DegreesOfFreedom = df,
            P = StudentT.TwoSided(effect / error, df),
            Interval = new Interval(effect - reach * error, effect + reach * error, level),
            PredictionInterval =
                k == 1 || estimator == HeterogeneityEstimator.EqualEffects
                    ? Interval.None
                    : Around(effect, reach * Math.Sqrt(error * error + tau2), level),
            PredictionIntervalHiggins =
                k < 3 || estimator == HeterogeneityEstimator.EqualEffects
                    ? Interval.None
                    : Around(
                        effect,
                        StudentT.Quantile((1 - level) / 2, k - 2, Tail.Upper)
                            * Math.Sqrt(plainError * plainError + tau2),
                        level
                    ),
            Studies = k,
            Tau2 = tau2,
            Tau2StandardError = tau2Error,
            Tau2Interval = k == 1 ? Interval.None : QProfile(model, variances, level),
            Q = q,
            QP = k == 1 ? PValue.FromLog(0) : ChiSquared.UpperTail(q, k - 1),
            I2 = i2,
            H2 = h2,
        };
    }

    private static Interval Around(double centre, double reach, double level) =>
        new(centre - reach, centre + reach, level);

    /// <summary>By how much the inverse-variance estimate of the squared standard error is multiplied; at the weights of τ².</summary>
    internal static double ErrorScale(PooledEffectTest test, WeightedProjection model)
    {
        if (test == PooledEffectTest.Normal || model.DegreesOfFreedom == 0)
            return 1;
        var observed = model.ResidualSquares / model.DegreesOfFreedom;
        return test == PooledEffectTest.HartungKnapp ? observed : Math.Max(1, observed);
    }

    private static (double I2, double H2) Inconsistency(
        HeterogeneityEstimator estimator,
        WeightedProjection model,
        double[] variances,
        double tau2,
        double q
    )
    {
        var df = model.DegreesOfFreedom;
        if (df == 0)
            return (0, 1);
        if (estimator == HeterogeneityEstimator.EqualEffects)
            return (q > df ? 100 * (q - df) / q : 0, q / df);
        var typical = Heterogeneity.TypicalVariance(model, variances);
        return (100 * tau2 / (tau2 + typical), (tau2 + typical) / typical);
    }

    private static Interval QProfile(WeightedProjection model, double[] variances, double level)
    {
        var df = model.DegreesOfFreedom;
        var outside = (1 - level) / 2;
        return new Interval(
            Heterogeneity.WhereQIs(ChiSquared.Quantile(outside, df, Tail.Upper), model, variances),
            Heterogeneity.WhereQIs(ChiSquared.Quantile(outside, df), model, variances),
            level
        );
    }
}
