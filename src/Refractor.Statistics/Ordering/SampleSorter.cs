using System.Numerics;

namespace Refractor.Statistics.Ordering;

/// <summary>Sorts the samples of a matrix feature by feature, with the buffers of one thread.</summary>
/// <typeparam name="TIndex">ushort or int: how the number of a sample is stored.</typeparam>
internal sealed class SampleSorter<TIndex>
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    private readonly int[] _counts = new int[RadixSort.Counts];
    private readonly int[] _missing;
    private readonly uint[] _singleKeys;
    private readonly SingleItem[] _singles;
    private readonly SingleItem[] _singleScratch;
    private DoubleItem[] _doubles = [];
    private DoubleItem[] _doubleScratch = [];
    private double[] _values = [];

    private SampleSorter(int samples)
    {
        (_missing, _singleKeys) = (new int[samples], new uint[samples]);
        (_singles, _singleScratch) = (new SingleItem[samples], new SingleItem[samples]);
    }

    /// <summary>Sorts all features.</summary>
    public static SampleOrder Sort(FeatureMatrix matrix, int threads)
    {
        var (f, n, words) = (matrix.Features, matrix.Samples, SampleOrder.WordsPerFeature(matrix.Samples));
        var indices = GC.AllocateUninitializedArray<TIndex>(f * n);
        var ties = GC.AllocateUninitializedArray<ulong>(f * words);
        var measured = new int[f];
        FeatureLoop.Run(
            f,
            threads,
            () =>
            {
                var sorter = new SampleSorter<TIndex>(n);
                return (from, to) =>
                {
                    for (var i = from; i < to; i++)
                        measured[i] = sorter.Sort(matrix, i, indices.AsSpan(i * n, n), ties.AsSpan(i * words, words));
                };
            }
        );
        return indices is ushort[] shortIndices
            ? new SampleOrder(f, n, shortIndices, default, measured, ties)
            : new SampleOrder(f, n, default, (int[])(object)indices, measured, ties);
    }

    private int Sort(FeatureMatrix matrix, int feature, Span<TIndex> indices, Span<ulong> ties)
    {
        if (matrix.TryGetSingles(feature, out var singles))
            return Sort(singles, indices, ties);
        if (_values.Length < matrix.Samples)
        {
            _values = new double[matrix.Samples];
            (_doubles, _doubleScratch) = (new DoubleItem[matrix.Samples], new DoubleItem[matrix.Samples]);
        }
        matrix.CopyFeature(feature, _values);
        return Sort(_values.AsSpan(0, matrix.Samples), indices, ties);
    }

    private int Sort(ReadOnlySpan<float> values, Span<TIndex> indices, Span<ulong> ties)
    {
        var (smallest, largest, anyMissing) = SingleKeys.Of(values, _singleKeys);
        var measured = anyMissing ? PackMeasured(values, smallest) : Pack(values.Length, smallest);
        var sorted = RadixSort.Sort(
            _singles.AsSpan(0, measured),
            _singleScratch.AsSpan(0, measured),
            _counts,
            measured == 0 ? 0 : largest - smallest
        );
        Store<SingleItem>(sorted, indices, ties);
        return measured;
    }

    private int Pack(int samples, uint smallest)
    {
        unchecked
        {
            var keys = _singleKeys.AsSpan(0, samples);
            var items = _singles.AsSpan(0, samples);
            for (var i = 0; i < keys.Length && i < items.Length; i++)
                items[i] = new SingleItem(keys[i] - smallest, i);
            return samples;
        }
    }

    private int PackMeasured(ReadOnlySpan<float> values, uint smallest)
    {
        unchecked
        {
            var (measured, missing) = (0, 0);
            for (var i = 0; i < values.Length; i++)
            {
                if (float.IsNaN(values[i]))
                    _missing[missing++] = i;
                else
                    _singles[measured++] = new SingleItem(_singleKeys[i] - smallest, i);
            }
            return measured;
        }
    }

    private int Sort(ReadOnlySpan<double> values, Span<TIndex> indices, Span<ulong> ties)
    {
        unchecked
        {
            var (measured, missing) = (0, 0);
            var (smallest, largest) = (ulong.MaxValue, 0ul);
            for (var i = 0; i < values.Length; i++)
            {
                if (double.IsNaN(values[i]))
                {
                    _missing[missing++] = i;
                    continue;
                }
                // Adding 0 makes −0 into +0.
                var bits = BitConverter.DoubleToInt64Bits(values[i] + 0.0);
                var key = (ulong)(bits ^ (bits >> 63 | long.MinValue));
                (smallest, largest) = (Math.Min(smallest, key), Math.Max(largest, key));
                _doubles[measured++] = new DoubleItem(key, i);
            }
            for (var i = 0; i < measured; i++)
                _doubles[i] = new DoubleItem(_doubles[i].Key - smallest, _doubles[i].Index);
            var sorted = RadixSort.Sort(
                _doubles.AsSpan(0, measured),
                _doubleScratch.AsSpan(0, measured),
                _counts,
                measured == 0 ? 0 : largest - smallest
            );
            Store<DoubleItem>(sorted, indices, ties);
            return measured;
        }
    }

    private void Store<T>(ReadOnlySpan<T> sorted, Span<TIndex> indices, Span<ulong> ties)
        where T : struct, ISortItem
    {
        unchecked
        {
            for (var i = 0; i < sorted.Length && i < indices.Length; i++)
                indices[i] = TIndex.CreateTruncating(sorted[i].Index);
            for (var i = sorted.Length; i < indices.Length; i++)
                indices[i] = TIndex.CreateTruncating(_missing[i - sorted.Length]);
            ties.Clear();
            for (var i = 1; i < sorted.Length; i++)
            {
                var tied = sorted[i].Key == sorted[i - 1].Key ? 1ul : 0;
                ties[(i - 1) >> 6] |= tied << (i - 1);
            }
        }
    }
}
