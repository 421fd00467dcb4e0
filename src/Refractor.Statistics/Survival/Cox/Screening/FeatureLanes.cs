using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>
/// Eight features side by side in the order of the risk sets, so that one walk over the patients serves all. Each feature is centred at
/// the mean of its values; missing values are 0 with a mask of 0.
/// </summary>
internal sealed class FeatureLanes(CoxRiskSets risk)
{
    /// <summary>Number of features in a block.</summary>
    public const int Width = 8;

    private readonly double[] _values = new double[risk.N * Width];
    private readonly double[] _present = new double[risk.N * Width];
    private readonly double[] _row = new double[risk.Rows.Length == 0 ? 0 : risk.Rows.Max() + 1];
    private double[] _feature = [];

    /// <summary>Number of features loaded, up to 8; the other lanes repeat the last.</summary>
    public int Count { get; private set; }

    /// <summary>N centred values of each lane.</summary>
    public ReadOnlySpan<Vector512<double>> Values => MemoryMarshal.Cast<double, Vector512<double>>(_values);

    /// <summary>N masks: 1 where the lane has a value, else 0.</summary>
    public ReadOnlySpan<Vector512<double>> Present => MemoryMarshal.Cast<double, Vector512<double>>(_present);

    /// <summary>Whether any lane misses a value.</summary>
    public bool HasMissing { get; private set; }

    /// <summary>Number of values of each lane.</summary>
    public int[] N { get; } = new int[Width];

    /// <summary>Number of events with a value of each lane.</summary>
    public int[] Events { get; } = new int[Width];

    /// <summary>Largest minus smallest value of each lane.</summary>
    public double[] Range { get; } = new double[Width];

    /// <summary>Loads features.</summary>
    /// <param name="features">The matrix.</param>
    /// <param name="from">First feature.</param>
    /// <param name="to">One after the last feature, at most 8 later.</param>
    public void Load(FeatureMatrix features, int from, int to)
    {
        if (_feature.Length < features.Samples)
            _feature = new double[features.Samples];
        (Count, HasMissing) = (to - from, false);
        for (var lane = 0; lane < Width; lane++)
        {
            if (lane < Count)
            {
                features.CopyFeature(from + lane, _feature);
                for (var i = 0; i < risk.N; i++)
                    _row[i] = _feature[risk.Rows[i]];
            }
            Fill(lane);
        }
    }

    private void Fill(int lane)
    {
        unchecked
        {
            var (sum, n, events) = (0.0, 0, 0);
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            for (var i = 0; i < risk.N; i++)
            {
                var value = _row[i];
                if (!double.IsFinite(value))
                    continue;
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
                sum += value;
                n++;
                events += risk.Event[i] ? 1 : 0;
            }
            var mean = sum / n;
            for (var (i, to) = (0, lane); i < risk.N; i++, to += Width)
            {
                var present = double.IsFinite(_row[i]);
                (_values[to], _present[to]) = present ? (_row[i] - mean, 1) : (0, 0);
            }
            HasMissing |= n < risk.N;
            (N[lane], Events[lane], Range[lane]) = (n, events, n == 0 ? 0 : high - low);
        }
    }
}
