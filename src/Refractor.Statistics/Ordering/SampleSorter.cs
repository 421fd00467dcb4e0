using System.Numerics;

namespace Refractor.Statistics.Ordering;

/// <summary>Sorts the samples of a matrix feature by feature, on all cores.</summary>
internal static class SampleSorter
{
    /// <summary>Sorts all features.</summary>
    /// <typeparam name="TIndex">ushort or int: how the number of a sample is stored.</typeparam>
    public static SampleOrder Sort<TIndex>(FeatureMatrix matrix, int threads)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
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
                var sorter = new ValueSorter<TIndex>(n);
                var doubles = Array.Empty<double>();
                return (from, to) =>
                {
                    for (var i = from; i < to; i++)
                    {
                        var (order, tied) = (indices.AsMemory(i * n, n), ties.AsMemory(i * words, words));
                        if (matrix.TryGetSingles(i, out var singles))
                        {
                            measured[i] = sorter.Sort(singles, order.Span, tied.Span);
                            continue;
                        }
                        if (doubles.Length < n)
                            doubles = new double[n];
                        matrix.CopyFeature(i, doubles);
                        measured[i] = sorter.Sort(doubles, order.Span, tied.Span);
                    }
                };
            }
        );
        return indices is ushort[] shortIndices
            ? new SampleOrder(f, n, shortIndices, default, measured, ties)
            : new SampleOrder(f, n, default, (int[])(object)indices, measured, ties);
    }
}
