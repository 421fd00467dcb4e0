using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.MetaAnalysis;

/// <summary>A coefficient of a meta-regression.</summary>
/// <param name="Effect">Change of the effect for one unit of the moderator; the effect at 0 for the intercept.</param>
/// <param name="StandardError">As the test asks for.</param>
/// <param name="Statistic">Effect / standard error.</param>
/// <param name="P">Two-sided.</param>
/// <param name="Interval">Of the effect.</param>
/// <param name="Reason">
/// <see cref="NotEstimable.Collinear"/> for a moderator that is a combination of earlier ones; its numbers are NaN.
/// </param>
public sealed record MetaRegressionCoefficient(
    double Effect,
    double StandardError,
    double Statistic,
    PValue P,
    Interval Interval,
    NotEstimable Reason
);

/// <summary>Explains the differences between studies by moderators: the mixed-effects model.</summary>
/// <remarks>Checked against metafor's <c>rma.uni(yi, vi, mods = ~ x + g)</c> with both tests to 1e-8.</remarks>
public sealed record MetaRegression
{
    private MetaRegression() { }

    /// <summary>The intercept first, then the moderators in the order given.</summary>
    public required IReadOnlyList<MetaRegressionCoefficient> Coefficients { get; init; }

    /// <summary>Number k of studies used.</summary>
    public required int Studies { get; init; }

    /// <summary>k minus the number of estimable coefficients.</summary>
    public required int ResidualDegreesOfFreedom { get; init; }

    /// <summary>Variance between studies that the moderators leave unexplained.</summary>
    public required double Tau2 { get; init; }

    /// <summary>Its asymptotic standard error.</summary>
    public required double Tau2StandardError { get; init; }

    /// <summary>
    /// Test of all moderators together: χ² with m degrees of freedom (normal test), or F with m and k − p (Hartung and Knapp). NaN
    /// without an estimable moderator.
    /// </summary>
    public required double ModeratorStatistic { get; init; }

    /// <summary>Its p value.</summary>
    public required PValue ModeratorP { get; init; }

    /// <summary>Q of the residuals, weights at τ² = 0.</summary>
    public required double ResidualQ { get; init; }

    /// <summary>Its p value: χ² with k − p degrees of freedom.</summary>
    public required PValue ResidualQP { get; init; }

    /// <summary>Fits an intercept and moderators.</summary>
    /// <param name="studies">k effects; unusable ones, and those with a missing moderator, are left out.</param>
    /// <param name="moderators">m columns of k values, NaN is missing; 0 and 1 for the levels of a factor but the first.</param>
    /// <param name="estimator">Of the variance between studies.</param>
    /// <param name="test">Of the coefficients.</param>
    /// <param name="level">Coverage of the intervals, between 0 and 1.</param>
    /// <returns>The fit; or <see cref="NotEstimable.NoResidualDegreesOfFreedom"/>, <see cref="NotEstimable.TooFewValues"/>.</returns>
    /// <exception cref="ArgumentException">A moderator has another length than the studies.</exception>
    public static Estimate<MetaRegression> Fit(
        IReadOnlyList<StudyEffect> studies,
        IReadOnlyList<double[]> moderators,
        HeterogeneityEstimator estimator = HeterogeneityEstimator.RestrictedMaximumLikelihood,
        PooledEffectTest test = PooledEffectTest.HartungKnappWithFloor,
        double level = 0.95
    )
    {
        Level.Check(level);
        foreach (var column in moderators)
        {
            if (column.Length != studies.Count)
                throw new ArgumentException(
                    $"{studies.Count} studies need as many values of a moderator; found {column.Length}.",
                    nameof(moderators)
                );
        }
        int[] used =
        [
            .. Enumerable
                .Range(0, studies.Count)
                .Where(i => studies[i].IsUsable && moderators.All(m => double.IsFinite(m[i]))),
        ];
        if (used.Length == 0)
            return NotEstimable.TooFewValues;
        double[][] columns =
        [
            [.. used.Select(_ => 1.0)],
            .. moderators.Select(m => used.Select(i => m[i]).ToArray()),
        ];
        var qr = new QrDecomposition(columns, used.Length);
        if (qr.Rank == used.Length)
            return NotEstimable.NoResidualDegreesOfFreedom;
        int[] independent = [.. qr.Order.Take(qr.Rank).Order()];
        var model = new WeightedProjection(
            [.. independent.Select(c => columns[c])],
            [.. used.Select(i => studies[i].Effect)]
        );
        double[] variances = [.. used.Select(i => studies[i].Variance)];
        return Fit(model, variances, independent, columns.Length, (estimator, test, level));
    }

    private static MetaRegression Fit(
        WeightedProjection model,
        double[] variances,
        int[] independent,
        int columns,
        (HeterogeneityEstimator Estimator, PooledEffectTest Test, double Level) settings
    )
    {
        var (tau2, tau2Error) = Heterogeneity.Estimate(settings.Estimator, model, variances);
        model.Weigh(variances, 0);
        var residualQ = model.ResidualSquares;
        model.Weigh(variances, tau2);
        var scale = PooledEffect.ErrorScale(settings.Test, model);
        var df = model.DegreesOfFreedom;
        var testDf = settings.Test == PooledEffectTest.Normal ? double.PositiveInfinity : df;
        var tested = independent.Length - 1;
        var statistic = ModeratorSquares(model) / scale / (settings.Test == PooledEffectTest.Normal ? 1 : tested);
        return new MetaRegression
        {
            Coefficients = Summarise(model, scale, testDf, independent, columns, settings.Level),
            Studies = model.Studies,
            ResidualDegreesOfFreedom = df,
            Tau2 = tau2,
            Tau2StandardError = tau2Error,
            ModeratorStatistic = tested == 0 ? double.NaN : statistic,
            ModeratorP =
                tested == 0 ? PValue.None
                : settings.Test == PooledEffectTest.Normal ? ChiSquared.UpperTail(statistic, tested)
                : FDistribution.UpperTail(statistic, tested, df),
            ResidualQ = residualQ,
            ResidualQP = ChiSquared.UpperTail(residualQ, df),
        };
    }

    /// <summary>b'C⁻¹b of the coefficients but the intercept, C their inverse-variance covariance.</summary>
    private static double ModeratorSquares(WeightedProjection model)
    {
        var m = model.Coefficients.Length - 1;
        if (m == 0)
            return 0;
        var covariance = new double[m, m];
        for (var a = 0; a < m; a++)
        for (var b = 0; b < m; b++)
            covariance[a, b] = model.Covariance[a + 1, b + 1];
        var solved = model.Coefficients[1..];
        Cholesky.Of(covariance)!.SolveLower(solved);
        return solved.Sum(x => x * x);
    }

    private static MetaRegressionCoefficient[] Summarise(
        WeightedProjection model,
        double scale,
        double df,
        int[] independent,
        int columns,
        double level
    )
    {
        var reach = StudentT.Quantile((1 - level) / 2, df, Tail.Upper);
        var coefficients = new MetaRegressionCoefficient[columns];
        Array.Fill(
            coefficients,
            new(double.NaN, double.NaN, double.NaN, PValue.None, Interval.None, NotEstimable.Collinear)
        );
        for (var i = 0; i < independent.Length; i++)
        {
            var effect = model.Coefficients[i];
            var error = Math.Sqrt(scale * model.Covariance[i, i]);
            coefficients[independent[i]] = new MetaRegressionCoefficient(
                effect,
                error,
                effect / error,
                StudentT.TwoSided(effect / error, df),
                new Interval(effect - reach * error, effect + reach * error, level),
                NotEstimable.None
            );
        }
        return coefficients;
    }
}
