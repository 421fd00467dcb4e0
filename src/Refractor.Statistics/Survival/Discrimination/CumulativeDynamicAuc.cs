using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.Discrimination;

/// <summary>
/// Area under the time-dependent ROC curve: the probability that a patient who had the event by a time has a higher marker than one who
/// lives beyond it. Patients censored before the time are neither counted as free of the event nor dropped for nothing: each case is
/// weighted by 1/G, with G the probability of not being censored before its event.
/// </summary>
/// <param name="Time">The time.</param>
/// <param name="Value">The area, 0 to 1; 0.5 is chance.</param>
/// <param name="StandardError">By the infinitesimal jackknife, the estimation of G included.</param>
/// <param name="Interval">Value ± normal quantile × standard error, within 0 to 1.</param>
/// <param name="Cases">Patients with an event by the time.</param>
/// <param name="Controls">Patients followed beyond the time.</param>
/// <param name="Unknown">Patients censored by the time, of whom neither is known.</param>
/// <remarks>
/// Uno et al., J Am Stat Assoc 2007; Hung and Chiang, Can J Stat 2010. The estimate of R <c>timeROC</c> with marginal weights.
/// </remarks>
public sealed record CumulativeDynamicAuc(
    double Time,
    double Value,
    double StandardError,
    Interval Interval,
    int Cases,
    int Controls,
    int Unknown
)
{
    /// <summary>The area at a time.</summary>
    /// <param name="times">Follow-up of n patients, without late entry.</param>
    /// <param name="marker">n values; NaN is missing.</param>
    /// <param name="time">The time, such as 60 months.</param>
    /// <param name="level">Coverage of the interval.</param>
    /// <returns>
    /// The area; <see cref="NotEstimable.NoEvents"/> by the time, <see cref="NotEstimable.OutOfRange"/> if nobody is followed beyond it.
    /// </returns>
    /// <exception cref="ArgumentException">The lists differ in length, there is late entry, or the level is not between 0 and 1.</exception>
    public static Estimate<CumulativeDynamicAuc> At(
        SurvivalTimes times,
        ReadOnlySpan<double> marker,
        double time,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        Check.Length(times.Count, marker.Length, nameof(marker));
        Check.Level(level);
        if (times.HasEntries)
            throw new ArgumentException("Late entry is not supported.", nameof(times));
        var keep = new bool[marker.Length];
        for (var i = 0; i < keep.Length; i++)
            keep[i] = !double.IsNaN(marker[i]);
        var used = times.Where(keep);
        var cases = used.Order.Where(i => used.EventObserved[i] && used.Times[i] <= time).ToArray();
        var controls = used.Order.Where(i => used.Times[i] > time).ToArray();
        if (cases.Length == 0)
            return NotEstimable.NoEvents;
        if (controls.Length == 0)
            return NotEstimable.OutOfRange;
        var (value, error) = new WeightedCases(used, cases, controls, marker.ToArray()).Area();
        var half = Normal.Quantile((1 + level) / 2) * error;
        return new CumulativeDynamicAuc(
            time,
            value,
            error,
            new Interval(Math.Max(0, value - half), Math.Min(1, value + half), level),
            cases.Length,
            controls.Length,
            used.N - cases.Length - controls.Length
        );
    }
}
