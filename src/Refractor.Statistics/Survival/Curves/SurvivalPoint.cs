namespace Refractor.Statistics.Survival.Curves;

/// <summary>Survival at a time.</summary>
/// <param name="Time">The time.</param>
/// <param name="Survival">S, the probability of living beyond the time.</param>
/// <param name="StandardError">Greenwood's standard error of S; NaN where S is 0.</param>
/// <param name="Interval">Interval of S.</param>
/// <param name="AtRisk">Number (sum of weights) under observation just before the time.</param>
public readonly record struct SurvivalPoint(
    double Time,
    double Survival,
    double StandardError,
    Interval Interval,
    double AtRisk
);

/// <summary>The time by which a fraction of the patients had the event.</summary>
/// <param name="Fraction">The fraction; 0.5 for the median.</param>
/// <param name="Time">The time; NaN if so many events were not observed.</param>
/// <param name="Interval">Its interval; a bound that is not reached is NaN.</param>
public readonly record struct SurvivalQuantile(double Fraction, double Time, Interval Interval)
{
    /// <summary>Why there is no time: <see cref="NotEstimable.OutOfRange"/> if follow-up ended before it was reached.</summary>
    public NotEstimable Reason => double.IsNaN(Time) ? NotEstimable.OutOfRange : NotEstimable.None;
}
