using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.Curves;

/// <summary>
/// Kaplan-Meier estimate of survival, with Greenwood's standard error, and the Nelson-Aalen estimate of the cumulative hazard.
/// </summary>
/// <remarks>
/// Patients censored at the time of an event are at risk of it. With late entry a patient is at risk after the entry. Where the group at
/// risk empties out early under late entry, S drops to 0 and stays there: start the curve later.
/// Literature: Kaplan and Meier, J Am Stat Assoc 1958; Greenwood 1926. Checked against R <c>survival::survfit</c>.
/// </remarks>
public sealed class KaplanMeierCurve
{
    private readonly RiskSets _sets;
    private readonly SurvivalTimes _followUp;
    private readonly double[]? _weights;
    private readonly double[] _survival;
    private readonly double[] _error;
    private readonly double _z;

    private KaplanMeierCurve(SurvivalTimes followUp, double[]? weights, SurvivalInterval kind, double level)
    {
        (_followUp, _weights, Kind, Level) = (followUp, weights, kind, level);
        _z = Normal.Quantile((1 + level) / 2);
        _sets = RiskSets.Of(followUp, weights);
        (_survival, _error) = (new double[_sets.Count], new double[_sets.Count]);
        var (hazard, hazardError) = (new double[_sets.Count], new double[_sets.Count]);
        var (s, greenwood, sum, squares) = (1.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < _sets.Count; k++)
        {
            var (n, d) = (_sets.AtRisk[k], _sets.Died[k]);
            if (d > 0)
            {
                s *= (n - d) / n;
                greenwood += d / (n * (n - d));
                sum += d / n;
                squares += d / (n * n);
            }
            (_survival[k], _error[k]) = (s, Math.Sqrt(greenwood));
            (hazard[k], hazardError[k]) = (sum, Math.Sqrt(squares));
        }
        (CumulativeHazard, CumulativeHazardError) = ([.. hazard], [.. hazardError]);
    }

    /// <summary>Number of patients (rows) used.</summary>
    public int N => _followUp.N;

    /// <summary>Number of events.</summary>
    public int EventCount => _followUp.Events;

    /// <summary>Scale of the intervals.</summary>
    public SurvivalInterval Kind { get; }

    /// <summary>Coverage of the intervals.</summary>
    public double Level { get; }

    /// <summary>The distinct times of events and of censoring, ascending.</summary>
    public ImmutableArray<double> Times => ImmutableCollectionsMarshal.AsImmutableArray(_sets.Time);

    /// <summary>Number (sum of weights) at risk at each time.</summary>
    public ImmutableArray<double> AtRisk => ImmutableCollectionsMarshal.AsImmutableArray(_sets.AtRisk);

    /// <summary>Number (sum of weights) of events at each time.</summary>
    public ImmutableArray<double> Events => ImmutableCollectionsMarshal.AsImmutableArray(_sets.Died);

    /// <summary>Number (sum of weights) censored at each time.</summary>
    public ImmutableArray<double> Censored => ImmutableCollectionsMarshal.AsImmutableArray(_sets.Censored);

    /// <summary>S from each time on.</summary>
    public ImmutableArray<double> Survival => ImmutableCollectionsMarshal.AsImmutableArray(_survival);

    /// <summary>Greenwood's standard error of log S from each time on; ∞ where S is 0. That of S is S times this.</summary>
    public ImmutableArray<double> ErrorOfLog => ImmutableCollectionsMarshal.AsImmutableArray(_error);

    /// <summary>Nelson-Aalen estimate of the cumulative hazard from each time on.</summary>
    public ImmutableArray<double> CumulativeHazard { get; }

    /// <summary>Standard error of the cumulative hazard, √Σ d/n².</summary>
    public ImmutableArray<double> CumulativeHazardError { get; }

    /// <summary>Interval of S from each time on; NaN bounds where the scale has none.</summary>
    public ImmutableArray<Interval> Intervals => [.. Enumerable.Range(0, _sets.Count).Select(IntervalAt)];

    /// <summary>Estimates one curve.</summary>
    /// <param name="times">Follow-up of the patients; nobody is allowed and gives a curve without times.</param>
    /// <param name="weights">n case weights ≥ 0; 1 by default. Greenwood's formula takes them for numbers of patients.</param>
    /// <param name="kind">Scale of the intervals.</param>
    /// <param name="level">Coverage of the intervals.</param>
    /// <exception cref="ArgumentException">There are not n weights, one is negative, or the level is not between 0 and 1.</exception>
    public static KaplanMeierCurve Of(
        SurvivalTimes times,
        ReadOnlySpan<double> weights = default,
        SurvivalInterval kind = SurvivalInterval.Log,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        Check.Level(level);
        if (weights.IsEmpty)
            return new KaplanMeierCurve(times, null, kind, level);
        Check.Weights(times.Count, weights, nameof(weights));
        return new KaplanMeierCurve(times.Where(Positive(weights)), weights.ToArray(), kind, level);
    }

    /// <summary>Estimates one curve for each group, or for each stratum.</summary>
    /// <param name="times">Follow-up of n patients.</param>
    /// <param name="groups">n numbers from 0; a negative number leaves the patient out.</param>
    /// <param name="weights">n case weights ≥ 0; 1 by default.</param>
    /// <param name="kind">Scale of the intervals.</param>
    /// <param name="level">Coverage of the intervals.</param>
    /// <returns>The curves by ascending number of the group; groups without patients are left out.</returns>
    /// <exception cref="ArgumentException">A list does not hold n values, or the level is not between 0 and 1.</exception>
    public static IReadOnlyList<(int Group, KaplanMeierCurve Curve)> ByGroup(
        SurvivalTimes times,
        ReadOnlySpan<int> groups,
        ReadOnlySpan<double> weights = default,
        SurvivalInterval kind = SurvivalInterval.Log,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        Check.Length(times.Count, groups.Length, nameof(groups));
        var curves = new List<(int, KaplanMeierCurve)>();
        foreach (var group in Strata.Split(times, groups))
            curves.Add((groups[group.Order[0]], Of(group, weights, kind, level)));
        return curves;
    }

    /// <summary>S at a time.</summary>
    /// <param name="time">Any time; events at it count.</param>
    /// <param name="extend">
    /// Whether the last S is carried beyond the last time. Otherwise S is known there only if it has reached 0.
    /// </param>
    public Estimate<SurvivalPoint> At(double time, bool extend = false)
    {
        if (_sets.Count == 0)
            return NotEstimable.TooFewValues;
        var k = LastUpTo(time);
        if (!extend && time > _sets.Time[^1] && _survival[^1] > 0)
            return NotEstimable.OutOfRange;
        return k < 0
            ? new SurvivalPoint(time, 1, 0, IntervalOf(1, 0), AtRiskAt(time))
            : new SurvivalPoint(time, _survival[k], _survival[k] * _error[k], IntervalAt(k), AtRiskAt(time));
    }

    /// <summary>Number (sum of weights) under observation just before a time: the figures below a plot.</summary>
    public double AtRiskAt(double time)
    {
        var sum = 0.0;
        foreach (var row in _followUp.Order)
            if (_followUp.Times[row] >= time && (!_followUp.HasEntries || _followUp.Entries[row] < time))
                sum += _weights?[row] ?? 1;
        return sum;
    }

    /// <summary>Median survival time.</summary>
    public SurvivalQuantile Median => Quantile(0.5);

    /// <summary>The time by which a fraction of the patients had the event.</summary>
    /// <param name="fraction">Between 0 and 1: 0.5 for the median.</param>
    /// <returns>
    /// The first time at which S is below 1 − fraction; the middle of the step where S equals it. The interval are the times at which the
    /// bounds of S cross it.
    /// </returns>
    /// <exception cref="ArgumentException">The fraction is not between 0 and 1.</exception>
    public SurvivalQuantile Quantile(double fraction)
    {
        if (!(fraction > 0 && fraction < 1))
            throw new ArgumentException($"{fraction} is no fraction between 0 and 1.", nameof(fraction));
        return new SurvivalQuantile(
            fraction,
            Crossing(k => _survival[k], 1 - fraction),
            new Interval(
                Crossing(k => IntervalAt(k).Low, 1 - fraction),
                Crossing(k => IntervalAt(k).High, 1 - fraction),
                Level
            )
        );
    }

    /// <summary>Mean time lived up to a horizon: the area under S from 0.</summary>
    /// <param name="horizon">τ, not beyond the last time unless S has reached 0.</param>
    /// <exception cref="ArgumentException">The horizon is not above 0.</exception>
    public Estimate<RestrictedMean> RestrictedMean(double horizon)
    {
        if (!(horizon > 0))
            throw new ArgumentException($"{horizon} is no horizon; expected a time above 0.", nameof(horizon));
        if (_sets.Count == 0)
            return NotEstimable.TooFewValues;
        if (!(horizon <= _sets.Time[^1] || _survival[^1] <= 0))
            return NotEstimable.OutOfRange;
        return Curves.RestrictedMean.Of(_sets, _survival, horizon, Level);
    }

    private double Crossing(Func<int, double> bound, double target)
    {
        // R's rule: sums of fractions that should meet the target exactly miss it by rounding.
        const double tolerance = 1.5e-8;
        for (var k = 0; k < _sets.Count; k++)
        {
            var value = bound(k);
            if (value < target - tolerance)
                return _sets.Time[k];
            if (!(value <= target + tolerance))
                continue;
            for (var next = k + 1; next < _sets.Count; next++)
                if (bound(next) < target - tolerance)
                    return (_sets.Time[k] + _sets.Time[next]) / 2;
            return _sets.Time[k];
        }
        return double.NaN;
    }

    private int LastUpTo(double time)
    {
        var found = Array.BinarySearch(_sets.Time, time);
        return found >= 0 ? found : ~found - 1;
    }

    private Interval IntervalAt(int k) => IntervalOf(_survival[k], _error[k]);

    private Interval IntervalOf(double survival, double error) =>
        SurvivalIntervals.Of(Kind, survival, error, _z, Level);

    private static bool[] Positive(ReadOnlySpan<double> weights)
    {
        var positive = new bool[weights.Length];
        for (var i = 0; i < positive.Length; i++)
            positive[i] = weights[i] > 0;
        return positive;
    }
}
