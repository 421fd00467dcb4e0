using System.Globalization;
using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.Cox;

/// <summary>
/// Whether a feature is predictive of the benefit of a treatment: its hazard ratio in each of two arms, and the ratio of the two.
/// </summary>
/// <remarks>
/// A feature that is only prognostic has the same hazard ratio in both arms: an interaction ratio of 1. Without a control arm predictive
/// and prognostic cannot be told apart, whatever the hazard ratio among the treated; the result is then
/// <see cref="NotEstimable.OneGroup"/>. A feature that is significant in one arm and not in the other proves no interaction (Altman and
/// Bland, BMJ 2003). Checked against R <c>coxph(y ~ x * treated)</c>.
/// </remarks>
public sealed record InteractionTest
{
    /// <summary>Hazard ratio for one unit more of the feature in the control arm.</summary>
    public required double HazardRatioControl { get; init; }

    /// <summary>Its interval.</summary>
    public required Interval IntervalControl { get; init; }

    /// <summary>Hazard ratio for one unit more of the feature in the treated arm.</summary>
    public required double HazardRatioTreated { get; init; }

    /// <summary>Its interval.</summary>
    public required Interval IntervalTreated { get; init; }

    /// <summary>
    /// Interaction ratio: hazard ratio in the treated arm over that in the control arm. Below 1, patients with more of the feature gain
    /// more from the treatment.
    /// </summary>
    public required double Ratio { get; init; }

    /// <summary>Its interval.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Two-sided p of an interaction ratio of 1.</summary>
    public required PValue P { get; init; }

    /// <summary>Rows and events used in the control arm.</summary>
    public required (int N, int Events) Control { get; init; }

    /// <summary>Rows and events used in the treated arm.</summary>
    public required (int N, int Events) Treated { get; init; }

    /// <summary>The model with feature, treatment, their product and the other covariates.</summary>
    public required CoxModel Model { get; init; }

    /// <summary>Tests a feature.</summary>
    /// <param name="times">Follow-up of n patients.</param>
    /// <param name="feature">n values; NaN is missing.</param>
    /// <param name="treated">n flags: true in the treated arm, false in the control arm.</param>
    /// <param name="covariates">Other terms of the model; none by default.</param>
    /// <param name="options">Ties, strata, weights, variance; null for the defaults.</param>
    /// <returns>
    /// The test; or OneGroup (no control arm, or no treated one), NoEvents, NoVariation (of the feature in an arm), TooFewValues,
    /// NotConverged. With separation the numbers are Firth's, see <see cref="CoxModel.Separation"/>.
    /// </returns>
    /// <exception cref="ArgumentException">A list does not have n values.</exception>
    public static Estimate<InteractionTest> Run(
        SurvivalTimes times,
        ReadOnlySpan<double> feature,
        IReadOnlyList<bool> treated,
        IReadOnlyList<Covariate>? covariates = null,
        CoxOptions? options = null
    )
    {
        var (x, arm) = (Covariate.Numeric("feature", feature), Covariate.Flag("treated", treated));
        var fit = CoxRegression.Fit(times, [x, arm, Covariate.Interaction(x, arm), .. covariates ?? []], options);
        if (!fit.IsEstimable)
            return fit.Reason;
        var (model, residuals) = (fit.Value, fit.Value.MartingaleResiduals());
        var rows = Enumerable.Range(0, residuals.Length).Where(i => !double.IsNaN(residuals[i])).ToArray();
        if (rows.Select(i => treated[i]).Distinct().Count() < 2)
            return NotEstimable.OneGroup;
        if (double.IsNaN(model["feature"].Value) || double.IsNaN(model["feature:treated"].Value))
            return NotEstimable.NoVariation;
        (int, int) Count(bool inArm)
        {
            var own = rows.Where(i => treated[i] == inArm).ToArray();
            return (own.Length, own.Count(i => times.EventObserved[i]));
        }
        return Of(model, (options ?? CoxOptions.Default).Level) with { Control = Count(false), Treated = Count(true) };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"HR {HazardRatioTreated:G4} treated ({IntervalTreated}), {HazardRatioControl:G4} control ({IntervalControl}); ratio {Ratio:G4}, {Interval}, p = {P}"
        );

    private static InteractionTest Of(CoxModel model, double level)
    {
        var (feature, product) = (model["feature"], model["feature:treated"]);
        var covariance = model.Covariance();
        var value = feature.Value + product.Value;
        var error = Math.Sqrt(covariance[0, 0] + covariance[2, 2] + 2 * covariance[0, 2]);
        var half = Normal.Quantile((1 + level) / 2) * error;
        return new InteractionTest
        {
            HazardRatioControl = feature.HazardRatio,
            IntervalControl = feature.Interval,
            HazardRatioTreated = Math.Exp(value),
            IntervalTreated = new Interval(Math.Exp(value - half), Math.Exp(value + half), level),
            Ratio = product.HazardRatio,
            Interval = product.Interval,
            P = product.P,
            Control = default,
            Treated = default,
            Model = model,
        };
    }
}
