using Refractor.Knowledge;
using Refractor.Statistics;
using Interval = Refractor.Statistics.Interval;
using PValue = Refractor.Statistics.PValue;

namespace Refractor.Cohorts.Testing;

/// <summary>The size of an effect with its interval.</summary>
/// <param name="Metric">Odds ratio of response, or hazard ratio of the event.</param>
/// <param name="Unit">What the ratio is for: "one standard deviation more", "altered against not altered".</param>
/// <param name="Value">The ratio; NaN if it is not estimable.</param>
/// <param name="Interval">95 % interval.</param>
/// <param name="P">Two-sided p of a ratio of 1.</param>
/// <param name="N">Patients used.</param>
/// <param name="Events">Events, or responses, among them.</param>
/// <param name="Reason">Why there is no number, or <see cref="NotEstimable.Separation"/> if it is Firth's estimate.</param>
public sealed record Effect(
    Metric Metric,
    string Unit,
    double Value,
    Interval Interval,
    PValue P,
    int N,
    int Events,
    NotEstimable Reason
)
{
    /// <summary>Whether there is a number.</summary>
    public bool IsEstimable => !double.IsNaN(Value);

    /// <summary>
    /// Where the estimate points: fewer responses or more events with more of the feature is resistance. What the interval says of it is
    /// for the reader; null if there is no number or the ratio is 1.
    /// </summary>
    public Knowledge.Effect? Direction =>
        !IsEstimable || Value == 1 ? null
        : Value < 1 == (Metric == Metric.OddsRatio) ? Knowledge.Effect.Resistance
        : Knowledge.Effect.Sensitivity;

    /// <summary>No number, for a reason.</summary>
    public static Effect None(Metric metric, string unit, NotEstimable reason, int n = 0, int events = 0) =>
        new(metric, unit, double.NaN, Interval.None, PValue.None, n, events, reason);
}
