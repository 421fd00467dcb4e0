using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Survival.Screening;

/// <summary>Tests one feature after the other, with buffers of one thread.</summary>
internal sealed class LogRankWorker
{
    private readonly FeatureMatrix _matrix;
    private readonly RiskPlan _plan;
    private readonly double[] _cutOffs;
    private readonly double[] _died;
    private readonly LowerMedian _median = new();
    private readonly double[] _values;
    private readonly double[] _measured;
    private readonly double[] _high;
    private readonly double[] _slots;
    private readonly double[] _present;
    private RiskCoefficients? _own;

    public LogRankWorker(FeatureMatrix matrix, RiskPlan plan, double[] cutOffs)
    {
        (_matrix, _plan, _cutOffs) = (matrix, plan, cutOffs);
        var samples = matrix.Samples;
        (_values, _measured, _high, _present) = (
            new double[samples],
            new double[samples],
            new double[samples],
            new double[samples]
        );
        _slots = new double[plan.Layout.Rows.Length];
        _died = [.. Enumerable.Range(0, samples).Select(i => plan.Times.EventObserved[i] ? 1.0 : 0.0)];
    }

    /// <summary>Splits a feature and tests it.</summary>
    public SplitSums Test(int feature)
    {
        if (_plan.UsesAll && _values.Length > 0 && _matrix.TryGetSingles(feature, out var singles) && !AnyNaN(singles))
            return Complete(feature, singles);
        _matrix.CopyFeature(feature, _values);
        var n = 0;
        foreach (var row in _plan.Used)
            if (!double.IsNaN(_values[row]))
                _measured[n++] = _values[row];
        if (n == 0)
            return new SplitSums(0, 0, 0, double.NaN, double.NaN, double.NaN, double.NaN);
        var cutOff = _cutOffs.Length > 0 ? _cutOffs[feature] : _median.Of(_measured.AsSpan(0, n));
        return n == _plan.Used.Length ? Measured(cutOff) : Partly(cutOff);
    }

    private SplitSums Complete(int feature, ReadOnlySpan<float> values)
    {
        var cutOff = _cutOffs.Length > 0 ? _cutOffs[feature] : _median.Of(values);
        // The largest float up to the cut-off splits floats as the cut-off does.
        var limit = (float)cutOff;
        if (limit > cutOff)
            limit = float.BitDecrement(limit);
        unchecked
        {
            var bound = Vector512.Create(limit);
            var vectors = MemoryMarshal.Cast<float, Vector512<float>>(values);
            var high = MemoryMarshal.Cast<double, Vector512<double>>(_high.AsSpan());
            for (var k = 0; k < vectors.Length; k++)
            {
                var ones = Vector512.GreaterThan(vectors[k], bound) & Vector512<float>.One;
                (high[2 * k], high[2 * k + 1]) = Vector512.Widen(ones);
            }
            for (var i = vectors.Length * Vector512<float>.Count; i < values.Length; i++)
                _high[i] = values[i] > limit ? 1 : 0;
        }
        return Sums(cutOff, values.Length, _plan.Coefficients);
    }

    private SplitSums Measured(double cutOff)
    {
        foreach (var row in _plan.Used)
            _high[row] = _values[row] > cutOff ? 1 : 0;
        return Sums(cutOff, _plan.Used.Length, _plan.Coefficients);
    }

    private SplitSums Partly(double cutOff)
    {
        Array.Clear(_present);
        foreach (var row in _plan.Used)
        {
            var measured = !double.IsNaN(_values[row]);
            _present[row] = measured ? 1 : 0;
            _high[row] = measured && _values[row] > cutOff ? 1 : 0;
        }
        _own ??= new RiskCoefficients(_plan.Layout, _plan.Ties);
        _own.Fill(_present);
        return Sums(cutOff, _own.N, _own);
    }

    private SplitSums Sums(double cutOff, int n, RiskCoefficients coefficients)
    {
        ScoreKernel.Spread(_plan.Layout, _high, _slots);
        return new SplitSums(
            n,
            (int)System.Numerics.Tensors.TensorPrimitives.Sum(_high),
            coefficients.Events,
            cutOff,
            System.Numerics.Tensors.TensorPrimitives.Dot(_high, _died),
            ScoreKernel.Product(_slots, coefficients.Score),
            ScoreKernel.Variance(_plan.Layout, coefficients, _slots).Variance
        );
    }

    private static bool AnyNaN(ReadOnlySpan<float> values)
    {
        unchecked
        {
            var vectors = MemoryMarshal.Cast<float, Vector512<float>>(values);
            var equal = Vector512<float>.AllBitsSet;
            for (var k = 0; k < vectors.Length; k++)
                equal &= Vector512.Equals(vectors[k], vectors[k]);
            var tail = values[(vectors.Length * Vector512<float>.Count)..];
            return !Vector512.EqualsAll(equal.AsInt32(), Vector512<int>.AllBitsSet)
                || float.IsNaN(System.Numerics.Tensors.TensorPrimitives.Sum(tail));
        }
    }
}
