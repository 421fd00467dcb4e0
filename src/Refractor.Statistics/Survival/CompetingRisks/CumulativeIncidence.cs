using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.CompetingRisks;

/// <summary>
/// Cumulative incidence of one cause when others compete (Aalen-Johansen): the probability of having had this event by a time. One
/// minus Kaplan-Meier, which censors the others, would overstate it.
/// </summary>
/// <remarks>
/// Aalen, Ann Stat 1978; variance by the same paper, with d(n − d)/(n²(n − 1)) for d tied events of a cause among n. Checked against
/// R <c>cmprsk::cuminc</c>.
/// </remarks>
public sealed class CumulativeIncidence
{
    private readonly double[] _times;
    private readonly double[] _incidence;
    private readonly double[] _variance;
    private readonly bool _complete;

    private CumulativeIncidence(CompetingTimes times, int cause, double level)
    {
        (Cause, Level, N, EventCount) = (cause, level, times.N, times.EventsOf(cause));
        var counts = CauseCounts.Of(times, cause);
        _times = counts.Time;
        (_incidence, _variance) = (new double[counts.Count], new double[counts.Count]);
        var (survival, incidence, sums) = (1.0, 0.0, default(VarianceSums));
        for (var k = 0; k < counts.Count; k++)
        {
            var (n, own, others) = (counts.AtRisk[k], counts.OfCause[k], counts.OfOthers[k]);
            incidence += survival * own / n;
            sums.Add(n, own, others, survival, incidence);
            survival *= (n - own - others) / n;
            (_incidence[k], _variance[k]) = (incidence, sums.At(incidence));
        }
        _complete = survival <= 0;
    }

    /// <summary>The cause.</summary>
    public int Cause { get; }

    /// <summary>Number of patients used.</summary>
    public int N { get; }

    /// <summary>Number of events of the cause.</summary>
    public int EventCount { get; }

    /// <summary>Coverage of the intervals.</summary>
    public double Level { get; }

    /// <summary>The distinct times of events of any cause and of censoring, ascending.</summary>
    public ImmutableArray<double> Times => ImmutableCollectionsMarshal.AsImmutableArray(_times);

    /// <summary>Cumulative incidence from each time on.</summary>
    public ImmutableArray<double> Incidence => ImmutableCollectionsMarshal.AsImmutableArray(_incidence);

    /// <summary>Its variance from each time on.</summary>
    public ImmutableArray<double> Variance => ImmutableCollectionsMarshal.AsImmutableArray(_variance);

    /// <summary>Estimates the cumulative incidence of one cause.</summary>
    /// <param name="times">Follow-up of the patients; nobody is allowed and gives a curve without times.</param>
    /// <param name="cause">The cause, from 1; all others compete with it.</param>
    /// <param name="level">Coverage of the intervals.</param>
    /// <exception cref="ArgumentException">The cause is below 1 or the level not between 0 and 1.</exception>
    public static CumulativeIncidence Of(CompetingTimes times, int cause, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(times);
        CompetingTimes.CheckCause(cause);
        Check.Level(level);
        return new CumulativeIncidence(times, cause, level);
    }

    /// <summary>Estimates one curve for each group.</summary>
    /// <param name="times">Follow-up of n patients.</param>
    /// <param name="cause">The cause, from 1.</param>
    /// <param name="groups">n numbers from 0; a negative number leaves the patient out.</param>
    /// <param name="level">Coverage of the intervals.</param>
    /// <returns>The curves by ascending number of the group; groups without patients are left out.</returns>
    /// <exception cref="ArgumentException">There are not n groups, the cause is below 1 or the level not between 0 and 1.</exception>
    public static IReadOnlyList<(int Group, CumulativeIncidence Curve)> ByGroup(
        CompetingTimes times,
        int cause,
        ReadOnlySpan<int> groups,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        Check.Length(times.Count, groups.Length, nameof(groups));
        var curves = new List<(int, CumulativeIncidence)>();
        foreach (var group in times.Split(groups))
            curves.Add((groups[group.AnyEvent.Order[0]], Of(group, cause, level)));
        return curves;
    }

    /// <summary>Cumulative incidence at a time.</summary>
    /// <param name="time">Any time; events at it count.</param>
    /// <returns>
    /// The estimate; <see cref="NotEstimable.OutOfRange"/> beyond the last time unless every patient had an event,
    /// <see cref="NotEstimable.TooFewValues"/> without patients.
    /// </returns>
    public Estimate<IncidencePoint> At(double time)
    {
        if (_times.Length == 0)
            return NotEstimable.TooFewValues;
        if (time > _times[^1] && !_complete)
            return NotEstimable.OutOfRange;
        var found = Array.BinarySearch(_times, time);
        var k = found >= 0 ? found : ~found - 1;
        return k < 0
            ? new IncidencePoint(time, 0, 0, new Interval(double.NaN, double.NaN, Level))
            : new IncidencePoint(time, _incidence[k], Math.Sqrt(_variance[k]), IntervalAt(k));
    }

    private Interval IntervalAt(int k)
    {
        var (value, error) = (_incidence[k], Math.Sqrt(_variance[k]));
        if (!(value > 0 && value < 1))
            return new Interval(double.NaN, double.NaN, Level);
        var spread = Math.Exp(Normal.Quantile((1 + Level) / 2) * error / (value * Math.Log(value)));
        return new Interval(Math.Pow(value, 1 / spread), Math.Pow(value, spread), Level);
    }

    // The variance at a time is a quadratic in the incidence there, because each earlier time contributes
    // g₁(p − qF)² + g₂q²(f − F)² with f its own incidence: five sums serve all later times.
    private struct VarianceSums
    {
        private double _pp;
        private double _pq;
        private double _qq;

        public void Add(double n, double own, double others, double survival, double incidence)
        {
            if (own + others == 0)
                return;
            // Where the last patients go, nothing follows that could depend on how many were left.
            var q = n > own + others ? n / (n - own - others) : 0;
            var (p, g, f) = (survival + incidence * q, Spread(n, own), Spread(n, others) * q * q);
            _pp += g * p * p + f * incidence * incidence;
            _pq += g * p * q + f * incidence;
            _qq += g * q * q + f;
        }

        public readonly double At(double incidence) =>
            Math.Max(0, _pp - 2 * incidence * _pq + incidence * incidence * _qq);

        private static double Spread(double n, double d) => n > 1 ? d * (n - d) / (n * n * (n - 1)) : d / (n * n);
    }
}

/// <summary>Cumulative incidence at a time.</summary>
/// <param name="Time">The time.</param>
/// <param name="Incidence">Probability of having had the event by then.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Interval">Its interval, symmetric for log(−log); NaN bounds where the incidence is 0 or 1.</param>
public readonly record struct IncidencePoint(double Time, double Incidence, double StandardError, Interval Interval);
