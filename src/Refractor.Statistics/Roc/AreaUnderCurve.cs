using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Roc;

/// <summary>
/// The area under the ROC curve of one marker: the probability that a case is above a control (or below it, by the direction given),
/// ties counting half.
/// </summary>
/// <remarks>
/// DeLong, DeLong and Clarke-Pearson, Biometrics 1988. Checked against <c>pROC::auc</c>, <c>ci.auc(method = "delong")</c> and
/// <c>var</c>, see Reference/roc.
/// </remarks>
public sealed record AreaUnderCurve
{
    /// <summary>0 to 1; below 0.5 if the marker points against its direction.</summary>
    public required double Value { get; init; }

    /// <summary>DeLong's variance; NaN with fewer than two cases or controls.</summary>
    public required double Variance { get; init; }

    /// <summary>
    /// Interval to report: DeLong's; where cases and controls are separated, so that DeLong's variance is 0, the exact bound of
    /// <see cref="SeparationBound"/>; none where <see cref="IntervalReason"/> says why.
    /// </summary>
    public required Interval Interval { get; init; }

    /// <summary>
    /// DeLong's interval cut to 0–1, as pROC gives it: a single point where the variance is 0, none where it cannot be estimated.
    /// </summary>
    public required Interval DeLongInterval { get; init; }

    /// <summary>
    /// DeLong's interval on the scale of log(A/(1 − A)), which stays within 0–1 and covers better near its ends; the exact bound or none
    /// as for <see cref="Interval"/>.
    /// </summary>
    public required Interval LogitInterval { get; init; }

    /// <summary>
    /// Why there is no interval: <see cref="NotEstimable.TooFewValues"/> with a single case or control,
    /// <see cref="NotEstimable.NoVariation"/> if all values are equal.
    /// </summary>
    public required NotEstimable IntervalReason { get; init; }

    /// <summary>Whether the values of cases and controls do not overlap: the area is 0 or 1.</summary>
    public bool IsSeparated => Value is 0 or 1;

    /// <summary>Number of cases with a value.</summary>
    public required int Cases { get; init; }

    /// <summary>Number of controls with a value.</summary>
    public required int Controls { get; init; }

    /// <summary>Direction given.</summary>
    public required RocDirection Direction { get; init; }

    /// <summary>Computes the area of one marker.</summary>
    /// <param name="values">n values; NaN is dropped, infinite values have their rank.</param>
    /// <param name="isCase">n labels: true for a case, false for a control.</param>
    /// <param name="direction">Whether cases are expected to be higher or lower.</param>
    /// <param name="level">Level of the intervals, between 0 and 1.</param>
    /// <returns>The area; or <see cref="NotEstimable.OneGroup"/> without case or control.</returns>
    /// <exception cref="ArgumentException">The two differ in length, or the level is not between 0 and 1.</exception>
    public static Estimate<AreaUnderCurve> Of(
        ReadOnlySpan<double> values,
        ReadOnlySpan<bool> isCase,
        RocDirection direction = RocDirection.CasesHigher,
        double level = 0.95
    )
    {
        AlternativeTails.CheckLevel(level);
        var sums = LabelledOrder.Of(values, isCase).PlacementSums();
        if (sums.IsOneGroup)
            return NotEstimable.OneGroup;
        var area = direction == RocDirection.CasesHigher ? sums.Auc : sums.MirroredAuc;
        var variance = sums.AucVariance;
        var reason = ReasonOfNoInterval(sums);
        var z = Normal.Quantile((1 - level) / 2, tail: Tail.Upper);
        var deLong = DeLong(area, variance, z, level);
        return new AreaUnderCurve
        {
            Value = area,
            Variance = variance,
            DeLongInterval = deLong,
            Interval = Choose(deLong),
            LogitInterval = Choose(Logit(area, variance, z, level)),
            IntervalReason = reason,
            Cases = sums.Cases,
            Controls = sums.Controls,
            Direction = direction,
        };

        Interval Choose(Interval interval) =>
            reason != NotEstimable.None ? Interval.None
            : area is 0 or 1 ? SeparationBound(area, sums.Cases, sums.Controls, level)
            : interval;
    }

    /// <summary>
    /// An interval for an area of 0 or 1. The k = min(cases, controls) disjoint pairs are independent and all in order, which has
    /// probability Aᵏ: the bound of Clopper and Pearson for k of k, exact and conservative.
    /// </summary>
    /// <param name="area">0 or 1.</param>
    /// <param name="cases">Number of cases.</param>
    /// <param name="controls">Number of controls.</param>
    /// <param name="level">Level, between 0 and 1.</param>
    public static Interval SeparationBound(double area, int cases, int controls, double level = 0.95)
    {
        var bound = Math.Exp(Math.Log((1 - level) / 2) / Math.Min(cases, controls));
        return area > 0.5 ? new Interval(bound, 1, level) : new Interval(0, 1 - bound, level);
    }

    internal static NotEstimable ReasonOfNoInterval(in PlacementSums sums) =>
        sums.IsOneGroup ? NotEstimable.OneGroup
        : sums.Cases < 2 || sums.Controls < 2 ? NotEstimable.TooFewValues
        : sums.AllEqual ? NotEstimable.NoVariation
        : NotEstimable.None;

    internal static Interval DeLong(double area, double variance, double z, double level)
    {
        var reach = z * Math.Sqrt(variance);
        return new Interval(Math.Max(0, area - reach), Math.Min(1, area + reach), level);
    }

    private static Interval Logit(double area, double variance, double z, double level)
    {
        var logit = Math.Log(area / (1 - area));
        var reach = z * Math.Sqrt(variance) / (area * (1 - area));
        return new Interval(1 / (1 + Math.Exp(reach - logit)), 1 / (1 + Math.Exp(-reach - logit)), level);
    }
}
