using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.SampleScores;

/// <summary>
/// The mean of normal distribution functions around all values, by a table in steps of a thousandth of the bandwidth: an entry serves
/// the pair (j, k) and, with the other sign, the pair (k, j).
/// </summary>
/// <remarks>
/// The table holds Φ(u) − 1/2 as a whole number of units. With units of 2^-53 that is exact, since Φ(u) from 1/2 to 1 is a double, and so
/// are the sums of up to 2,047 of them: no order of summation changes a digit. More values take coarser units.
/// </remarks>
internal sealed class TableKernel : KernelDistribution
{
    private const int StepsPerUnit = 1000;
    private const int Reach = 10;
    private const int Last = Reach * StepsPerUnit;
    private const double Doubt = 1e-7;
    private const double NoFraction = 3L << 51;

    private readonly double _half;
    private readonly long[] _table;
    private readonly long[] _index;
    private readonly long[] _sums;
    private readonly double[] _offsets;
    private readonly int[] _beyond;

    public TableKernel(int samples)
    {
        var bits = Math.Min(53, 64 - BitOperations.Log2((uint)Math.Max(samples, 1)) - 1);
        _half = Math.ScaleB(1, bits - 1);
        _table = new long[Last + 1];
        for (var i = 0; i <= Last; i++)
            _table[i] = (long)Math.ScaleB(Normal.Probability((double)i / StepsPerUnit) - 0.5, bits);
        _index = new long[samples + Vector512<long>.Count];
        _sums = new long[samples];
        _offsets = new double[samples];
        _beyond = new int[samples + 1];
    }

    /// <inheritdoc/>
    public override void Fill(ReadOnlySpan<double> x, Span<double> estimates)
    {
        var m = x.Length;
        Array.Clear(_sums, 0, m);
        Array.Clear(_beyond, 0, m + 1);
        var bandwidth = Bandwidth(x);
        TensorPrimitives.Subtract(x, x[m / 2], _offsets.AsSpan(0, m));
        var near = 0;
        for (var j = 1; j < m; j++)
        {
            while ((x[j] - x[near]) / bandwidth > Reach)
                near++;
            _beyond[near]++;
            _sums[j] += near * (long)_half;
            FillIndex(x, near, j, bandwidth);
            AddPairs(near, j);
        }
        var below = 0;
        for (var k = m - 1; k >= 0; k--)
        {
            below += _beyond[k + 1];
            estimates[k] = 0.5 + (_sums[k] - (below * (long)_half)) / (2 * _half * m);
        }
    }

    // One fused multiplication stands for GSVA's divisions, multiplication and truncation: it gives the step less 1/2, which is rounded by
    // adding a number that has no digits behind the point. Where a step comes so close to a whole number that rounding could decide,
    // GSVA's operations are done. Offsets instead of values keep the product small.
    private void FillIndex(ReadOnlySpan<double> x, int from, int j, double bandwidth)
    {
        var scale = Vector512.Create(-StepsPerUnit / bandwidth);
        var start = Vector512.Create((_offsets[j] * StepsPerUnit / bandwidth) - 0.5);
        var noFraction = Vector512.Create(NoFraction);
        var certain = Vector512.Create(0.5 - Doubt);
        var largest = Vector512<double>.Zero;
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(_offsets.AsSpan(from, j - from));
        var index = MemoryMarshal.Cast<long, Vector512<long>>(_index.AsSpan())[..vectors.Length];
        for (var v = 0; v < vectors.Length; v++)
        {
            var step = Vector512.FusedMultiplyAdd(vectors[v], scale, start);
            var rounded = step + noFraction;
            largest = Vector512.Max(largest, Vector512.Abs(step - (rounded - noFraction)));
            index[v] = rounded.AsInt64() & Vector512.Create((1L << 32) - 1);
        }
        var done = Vector512.GreaterThanAny(largest, certain) ? 0 : vectors.Length * Vector512<double>.Count;
        FillAsGsva(x.Slice(from + done, j - from - done), x[j], bandwidth, _index.AsSpan(done));
    }

    // The order of operations was found on values that lie on a lattice, where |u| × 1000 and |u| / 10 × 10,000 differ.
    private static void FillAsGsva(ReadOnlySpan<double> x, double at, double bandwidth, Span<long> index)
    {
        var k = 0;
        for (; k <= x.Length - Vector512<double>.Count; k += Vector512<double>.Count)
        {
            var u = (Vector512.Create(at) - Vector512.Create(x[k..])) / Vector512.Create(bandwidth);
            var step = Vector512.Floor(u / Vector512.Create((double)Reach) * Vector512.Create((double)Last));
            Vector512.ConvertToInt64(step).CopyTo(index[k..]);
        }
        for (; k < x.Length; k++)
            index[k] = (long)((at - x[k]) / bandwidth / Reach * Last);
    }

    private void AddPairs(int near, int j)
    {
        unchecked
        {
            var table = _table;
            var index = _index.AsSpan(0, j - near);
            // The shares take the place of their indices: what is done with them then goes eight at a time.
            foreach (ref var share in index)
                share = table[share];
            var sums = _sums.AsSpan(near, index.Length);
            _sums[j] += TensorPrimitives.Sum<long>(index);
            TensorPrimitives.Subtract<long>(sums, index, sums);
        }
    }
}
