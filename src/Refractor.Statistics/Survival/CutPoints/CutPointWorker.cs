using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>Looks for the best cut-off of one feature after the other, with buffers of one thread.</summary>
internal sealed class CutPointWorker
{
    private readonly FeatureMatrix _matrix;
    private readonly SampleOrder _order;
    private readonly CutPointPlan _plan;
    private readonly int[] _samples;
    private readonly double[] _values;
    private readonly double[] _sums;
    private readonly bool[] _present;
    private readonly List<int> _tied = [];

    public CutPointWorker(FeatureMatrix matrix, SampleOrder order, CutPointPlan plan)
    {
        (_matrix, _order, _plan) = (matrix, order, plan);
        var n = matrix.Samples;
        (_samples, _values, _sums, _present) = (new int[n], new double[n], new double[n + 1], new bool[n]);
    }

    /// <summary>The best cut-off.</summary>
    /// <param name="N">Samples used.</param>
    /// <param name="Cut">Size of the low group.</param>
    /// <param name="CutOff">Its largest value.</param>
    /// <param name="Z">Standardised statistic, positive where the high group has earlier events.</param>
    /// <param name="First">Smallest size looked at.</param>
    /// <param name="Last">Largest size looked at.</param>
    /// <param name="Steps">Sum of the steps between neighbouring sizes.</param>
    /// <param name="Cubes">Sum of their cubes.</param>
    /// <param name="Reason">Why there is none.</param>
    public readonly record struct Found(
        int N,
        int Cut,
        double CutOff,
        double Z,
        int First,
        int Last,
        double Steps,
        double Cubes,
        NotEstimable Reason
    );

    public Found Find(int feature)
    {
        _order.CopyOrder(feature, _samples);
        var measured = _order.Measured(feature);
        if (measured == _samples.Length && _plan.UsesAll)
        {
            TakeTies(feature);
            return Best(feature, measured, _plan.Scores, _plan.SumOfSquares, _plan.Complete, _plan.Times.Events);
        }
        var n = 0;
        Array.Clear(_present);
        for (var k = 0; k < measured; k++)
            if (!double.IsNaN(_plan.Times.Times[_samples[k]]))
            {
                _present[_samples[k]] = true;
                _samples[n++] = _samples[k];
            }
        FindTies(feature, n);
        var times = _plan.Times.Where(_present);
        if (n == _plan.Times.N)
            return Best(feature, n, _plan.Scores, _plan.SumOfSquares, _plan.Complete, times.Events);
        var scores = LogRankScores.Of(times);
        var squares = _samples.Take(n).Sum(i => scores[i] * scores[i]);
        return Best(feature, n, scores, squares, new CutWeights(n, _plan.Options), times.Events);
    }

    private Found Best(int feature, int n, double[] scores, double squares, CutWeights weights, int events)
    {
        if (n < 2 || events == 0)
            return None(n, n < 2 ? NotEstimable.TooFewValues : NotEstimable.NoEvents);
        var (first, last, steps, cubes) = Cuts(weights);
        if (first > last)
            return None(n, NotEstimable.NoVariation);
        if (!(squares > 0))
            return None(n, NotEstimable.ZeroVariance);
        AddUp(n, scores);
        foreach (var size in _tied)
            _sums[size] = 0;
        var sums = _sums.AsSpan(first, last - first + 1);
        var cut = first + Largest(sums, weights.Inverse.AsSpan(first, sums.Length));
        var z = -_sums[cut] * Math.Sqrt(weights.Inverse[cut] / squares);
        return new Found(n, cut, Value(feature, _samples[cut - 1]), z, first, last, steps, cubes, NotEstimable.None);
    }

    // The range of sizes, and the steps between neighbours: those of all sizes, but where ties leave some out.
    private (int First, int Last, double Steps, double Cubes) Cuts(CutWeights weights)
    {
        var (first, last) = (weights.From, weights.To);
        var (from, to) = (0, _tied.Count - 1);
        for (; from < _tied.Count && _tied[from] <= first; from++)
            first += _tied[from] == first ? 1 : 0;
        for (; to >= from && _tied[to] >= last; to--)
            last -= _tied[to] == last ? 1 : 0;
        if (first > last)
            return (first, last, 0, 0);
        var (steps, cubes) = weights.Between(first, last);
        for (var k = from; k <= to; )
        {
            var before = _tied[k] - 1;
            while (k + 1 <= to && _tied[k + 1] == _tied[k] + 1)
                k++;
            var after = _tied[k++] + 1;
            var (left, leftCubes) = weights.Between(before, after);
            var step = MaximumBounds.Step(before, after, weights.N);
            (steps, cubes) = (steps - left + step, cubes - leftCubes + step * step * step);
        }
        return (first, last, steps, cubes);
    }

    // Sums of the scores of the l lowest samples, in four stretches side by side: each sum waits for the one before it.
    private void AddUp(int n, double[] scores)
    {
        unchecked
        {
            var quarter = n / 4;
            var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0);
            var samples = _samples.AsSpan(0, n);
            for (var k = 0; k < quarter; k++)
            {
                _sums[k + 1] = a += scores[samples[k]];
                _sums[k + quarter + 1] = b += scores[samples[k + quarter]];
                _sums[k + 2 * quarter + 1] = c += scores[samples[k + 2 * quarter]];
                _sums[k + 3 * quarter + 1] = d += scores[samples[k + 3 * quarter]];
            }
            for (var k = 4 * quarter; k < n; k++)
                _sums[k + 1] = d += scores[samples[k]];
            Shift(quarter + 1, 2 * quarter + 1, a);
            Shift(2 * quarter + 1, 3 * quarter + 1, a + b);
            Shift(3 * quarter + 1, n + 1, a + b + c);
        }
    }

    private void Shift(int from, int to, double by) =>
        TensorPrimitives.Add(_sums.AsSpan(from, to - from), by, _sums.AsSpan(from, to - from));

    // The place of the largest square × inverse, the first among equals.
    private static int Largest(ReadOnlySpan<double> sums, ReadOnlySpan<double> inverse)
    {
        unchecked
        {
            var left = MemoryMarshal.Cast<double, Vector512<double>>(sums);
            var right = MemoryMarshal.Cast<double, Vector512<double>>(inverse);
            var most = Vector512<double>.Zero;
            for (var k = 0; k < left.Length; k++)
                most = Vector512.Max(most, left[k] * left[k] * right[k]);
            var largest = 0.0;
            for (var lane = 0; lane < Vector512<double>.Count; lane++)
                largest = Math.Max(largest, most[lane]);
            for (var k = left.Length * Vector512<double>.Count; k < sums.Length; k++)
                largest = Math.Max(largest, sums[k] * sums[k] * inverse[k]);
            var place = 0;
            while (sums[place] * sums[place] * inverse[place] < largest * (1 - 1e-12))
                place++;
            return place;
        }
    }

    private double Value(int feature, int sample)
    {
        if (_matrix.TryGetSingles(feature, out var singles))
            return singles[sample];
        _matrix.CopyFeature(feature, _values);
        return _values[sample];
    }

    private void TakeTies(int feature)
    {
        _tied.Clear();
        var words = SampleOrder.WordsPerFeature(_samples.Length);
        var bits = _order.TieBits.Span.Slice(feature * words, words);
        for (var word = 0; word < words; word++)
        for (var left = bits[word]; left != 0; left &= left - 1)
            _tied.Add(64 * word + BitOperations.TrailingZeroCount(left) + 1);
    }

    private void FindTies(int feature, int n)
    {
        _tied.Clear();
        _matrix.CopyFeature(feature, _values);
        for (var k = 0; k + 1 < n; k++)
            if (_values[_samples[k]] == _values[_samples[k + 1]])
                _tied.Add(k + 1);
    }

    private static Found None(int n, NotEstimable reason) => new(n, 0, 0, 0, 0, 0, 0, 0, reason);
}
