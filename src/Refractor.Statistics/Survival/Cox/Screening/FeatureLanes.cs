using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>
/// Four features side by side in the order of the risk sets, so that one walk over the patients serves all. Each feature is centred at
/// the mean of its values.
/// </summary>
internal sealed class FeatureLanes(CoxRiskSets risk)
{
    /// <summary>Number of features in a block: vectors of 256 bits, as fast as those of 512 where there are such, and known to more machines.</summary>
    public const int Width = 4;

    // Lane after lane as loaded, then patient after patient: one stream a lane is read, one is written.
    private readonly double[] _sorted = new double[risk.N * Width];
    private readonly double[] _values = new double[risk.N * Width];
    private readonly double[] _present = new double[risk.N * Width];
    private readonly double[] _means = new double[Width];
    private double[] _feature = [];

    /// <summary>N values of each lane less the lane's mean; 0 where missing.</summary>
    public ReadOnlySpan<Vector256<double>> Values => MemoryMarshal.Cast<double, Vector256<double>>(_values);

    /// <summary>N masks: 1 where the lane has a value, else 0. Only filled if <see cref="HasMissing"/>.</summary>
    public ReadOnlySpan<Vector256<double>> Present => MemoryMarshal.Cast<double, Vector256<double>>(_present);

    /// <summary>Whether any lane misses a value.</summary>
    public bool HasMissing { get; private set; }

    /// <summary>Number of values of each lane.</summary>
    public int[] N { get; } = new int[Width];

    /// <summary>Number of events with a value of each lane.</summary>
    public int[] Events { get; } = new int[Width];

    /// <summary>Largest minus smallest value of each lane.</summary>
    public double[] Range { get; } = new double[Width];

    /// <summary>Whether a lane has a value at a sorted row.</summary>
    public bool IsPresent(int position, int lane) => !HasMissing || Present[position][lane] != 0;

    /// <summary>Loads features; lanes beyond the last feature repeat it.</summary>
    /// <param name="features">The matrix.</param>
    /// <param name="from">First feature.</param>
    /// <param name="to">One after the last feature, at most 4 later.</param>
    public void Load(FeatureMatrix features, int from, int to)
    {
        HasMissing = false;
        for (var lane = 0; lane < Width; lane++)
        {
            var sorted = _sorted.AsSpan(lane * risk.N, risk.N);
            Sort(features, Math.Min(from + lane, to - 1), sorted);
            Summarise(sorted, lane);
        }
        Interleave();
    }

    private void Sort(FeatureMatrix features, int feature, Span<double> sorted)
    {
        unchecked
        {
            var rows = risk.Rows.AsSpan(0, sorted.Length);
            if (features.TryGetSingles(feature, out var singles))
            {
                for (var i = 0; i < sorted.Length; i++)
                    sorted[i] = singles[rows[i]];
                return;
            }
            if (_feature.Length < features.Samples)
                _feature = new double[features.Samples];
            features.CopyFeature(feature, _feature);
            for (var i = 0; i < sorted.Length; i++)
                sorted[i] = _feature[rows[i]];
        }
    }

    private void Summarise(ReadOnlySpan<double> sorted, int lane)
    {
        var sum = SteadySums.Sum(sorted);
        var (n, events) = (sorted.Length, risk.Events);
        var (low, high) = SteadySums.Bounds(sorted);
        if (!double.IsFinite(sum))
        {
            (sum, n, events, low, high) = (0, 0, 0, double.PositiveInfinity, double.NegativeInfinity);
            for (var i = 0; i < sorted.Length; i++)
            {
                if (!double.IsFinite(sorted[i]))
                    continue;
                (low, high) = (Math.Min(low, sorted[i]), Math.Max(high, sorted[i]));
                (sum, n, events) = (sum + sorted[i], n + 1, events + (risk.Event[i] ? 1 : 0));
            }
            HasMissing |= n < sorted.Length;
        }
        (N[lane], Events[lane], Range[lane], _means[lane]) = (n, events, n == 0 ? 0 : high - low, sum / n);
    }

    private void Interleave()
    {
        unchecked
        {
            var n = risk.N;
            for (var (i, to) = (0, 0); i < n; i++)
            for (var (lane, at) = (0, i); lane < Width; lane++, at += n, to++)
                _values[to] = _sorted[at] - _means[lane];
            if (!HasMissing)
                return;
            for (var to = 0; to < _values.Length; to++)
            {
                var present = double.IsFinite(_values[to]);
                _present[to] = present ? 1 : 0;
                _values[to] = present ? _values[to] : 0;
            }
        }
    }
}
