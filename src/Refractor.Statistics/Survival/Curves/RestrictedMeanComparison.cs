using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.Curves;

/// <summary>Compares two groups by their restricted mean survival times, which need no proportional hazards.</summary>
/// <param name="Reference">Mean of the reference group.</param>
/// <param name="Other">Mean of the other group.</param>
/// <param name="Difference">Other − reference, in the unit of time.</param>
/// <param name="DifferenceInterval">Its interval.</param>
/// <param name="DifferenceP">Two-sided p of no difference.</param>
/// <param name="Ratio">Other / reference.</param>
/// <param name="RatioInterval">Its interval, symmetric on the logarithm.</param>
/// <param name="RatioP">Two-sided p of a ratio of 1.</param>
/// <remarks>Uno et al., J Clin Oncol 2014, as in R's <c>survRM2::rmst2</c>: normal theory with Greenwood's variances.</remarks>
public sealed record RestrictedMeanComparison(
    RestrictedMean Reference,
    RestrictedMean Other,
    double Difference,
    Interval DifferenceInterval,
    PValue DifferenceP,
    double Ratio,
    Interval RatioInterval,
    PValue RatioP
)
{
    /// <summary>Compares two curves up to a horizon.</summary>
    /// <param name="reference">Curve of the reference group.</param>
    /// <param name="other">Curve of the other group.</param>
    /// <param name="horizon">τ, within the follow-up of both; name it before the data are seen.</param>
    /// <returns>
    /// The comparison; <see cref="NotEstimable.OutOfRange"/> if a follow-up ends before τ, <see cref="NotEstimable.ZeroVariance"/> if
    /// neither curve has an event before it.
    /// </returns>
    public static Estimate<RestrictedMeanComparison> Of(
        KaplanMeierCurve reference,
        KaplanMeierCurve other,
        double horizon
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(other);
        var (a, b) = (reference.RestrictedMean(horizon), other.RestrictedMean(horizon));
        if (!a.IsEstimable || !b.IsEstimable)
            return a.IsEstimable ? b.Reason : a.Reason;
        var (first, second) = (a.Value, b.Value);
        var error = double.Hypot(first.StandardError, second.StandardError);
        if (!(error > 0))
            return NotEstimable.ZeroVariance;
        var difference = second.Value - first.Value;
        var logRatio = Math.Log(second.Value / first.Value);
        var logError = double.Hypot(first.StandardError / first.Value, second.StandardError / second.Value);
        var z = Normal.Quantile((1 + other.Level) / 2);
        return new RestrictedMeanComparison(
            first,
            second,
            difference,
            new Interval(difference - z * error, difference + z * error, other.Level),
            Normal.TwoSided(difference / error),
            Math.Exp(logRatio),
            new Interval(Math.Exp(logRatio - z * logError), Math.Exp(logRatio + z * logError), other.Level),
            Normal.TwoSided(logRatio / logError)
        );
    }
}
