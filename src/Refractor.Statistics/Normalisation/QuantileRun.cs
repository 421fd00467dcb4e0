using System.Numerics;
using System.Numerics.Tensors;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Normalisation;

/// <summary>
/// One quantile normalisation. The result first holds twice the rank of every value, so that sorting once serves both the mean
/// distribution and the places in it, without memory for the ranks.
/// </summary>
/// <typeparam name="T">Precision of the matrix; doubled ranks are exact in it, up to 8 million features in single precision.</typeparam>
internal sealed class QuantileRun<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly FeatureMatrix _matrix;
    private readonly bool _averageTies;
    private readonly int _threads;
    private readonly T[] _result;
    private readonly int[] _measured;
    private readonly double[][] _sums;

    public QuantileRun(FeatureMatrix matrix, bool averageTies, int threads)
    {
        (_matrix, _averageTies, _threads) = (matrix, averageTies, threads);
        _result = GC.AllocateUninitializedArray<T>(matrix.Features * matrix.Samples);
        _measured = new int[matrix.Samples];
        _sums = new double[(matrix.Samples + SampleColumns.Block - 1) / SampleColumns.Block][];
    }

    /// <summary>Normalises.</summary>
    /// <param name="sort">Sorts a column of this precision.</param>
    public T[] Normalise(Action<ColumnSorter, ReadOnlySpan<T>> sort)
    {
        var f = _matrix.Features;
        FeatureLoop.Run(
            _matrix.Samples,
            _threads,
            SampleColumns.Block,
            () =>
            {
                var (sorter, columns, sorted) = (new ColumnSorter(f), new T[SampleColumns.Block * f], new double[f]);
                return (from, to) =>
                {
                    SampleColumns.Copy<T>(_matrix, from, to, columns);
                    var sums = _sums[from / SampleColumns.Block] = new double[f];
                    for (var sample = from; sample < to; sample++)
                    {
                        var column = columns.AsSpan((sample - from) * f, f);
                        sort(sorter, column);
                        _measured[sample] = sorter.Measured;
                        AddQuantiles(sorter, column, sorted, sums);
                        RanksOf(sorter, column);
                    }
                    SampleColumns.CopyBack<T>(columns, _matrix.Samples, from, to, _result);
                };
            }
        );
        PlaceAll(MeanDistribution());
        return _result;
    }

    private static void AddQuantiles(ColumnSorter sorter, ReadOnlySpan<T> column, double[] sorted, double[] sums)
    {
        var order = sorter.Order;
        var last = sums.Length - 1;
        for (var i = 0; i < order.Length; i++)
            sorted[i] = double.CreateTruncating(column[order[i]]);
        if (order.Length == sums.Length)
            TensorPrimitives.Add(sums, sorted, sums);
        else if (order.Length > 0)
        {
            for (var i = 0; i <= last; i++)
                sums[i] += Interpolate(sorted.AsSpan(0, order.Length), (double)i / last * (order.Length - 1));
        }
    }

    /// <summary>Replaces values by twice their rank counted from 0.</summary>
    private void RanksOf(ColumnSorter sorter, Span<T> column)
    {
        var order = sorter.Order;
        if (order.Length < column.Length)
            column.Fill(T.NaN);
        for (var from = 0; from < order.Length; )
        {
            var to = _averageTies ? sorter.EndOfTie(from) : from + 1;
            var rank = T.CreateTruncating(from + to - 1);
            for (; from < to; from++)
                column[order[from]] = rank;
        }
    }

    private double[] MeanDistribution()
    {
        var mean = new double[_matrix.Features];
        foreach (var sums in _sums)
            TensorPrimitives.Add(mean, sums, mean);
        TensorPrimitives.Divide(mean, _measured.Count(m => m > 0), mean);
        return mean;
    }

    private void PlaceAll(double[] mean)
    {
        var (f, n) = (_matrix.Features, _matrix.Samples);
        var byDoubledRank = new T[Math.Max(0, (2 * f) - 1)];
        for (var i = 0; i < byDoubledRank.Length; i++)
            byDoubledRank[i] = T.CreateTruncating(Interpolate(mean, i / 2.0));
        var complete = _measured.AsSpan().IndexOfAnyExcept(f) < 0;
        FeatureLoop.Run(
            f,
            _threads,
            () =>
                (from, to) =>
                {
                    for (var i = from; i < to; i++)
                    {
                        var row = _result.AsSpan(i * n, n);
                        if (complete)
                            LookUp(row, byDoubledRank);
                        else
                            Place(row, mean, byDoubledRank);
                    }
                }
        );
    }

    private static void LookUp(Span<T> row, T[] byDoubledRank)
    {
        foreach (ref var value in row)
            value = byDoubledRank[unchecked(int.CreateTruncating(value))];
    }

    private void Place(Span<T> row, double[] mean, T[] byDoubledRank)
    {
        for (var j = 0; j < row.Length; j++)
        {
            if (T.IsNaN(row[j]))
                continue;
            var doubled = int.CreateTruncating(row[j]);
            if (_measured[j] == mean.Length)
                row[j] = byDoubledRank[doubled];
            else
            {
                var share = _measured[j] == 1 ? 0.5 : doubled / 2.0 / (_measured[j] - 1);
                row[j] = T.CreateTruncating(Interpolate(mean, share * (mean.Length - 1)));
            }
        }
    }

    private static double Interpolate(ReadOnlySpan<double> values, double position)
    {
        var below = Math.Min((int)position, values.Length - 1);
        var share = position - below;
        return share == 0 || below + 1 == values.Length
            ? values[below]
            : values[below] + (share * (values[below + 1] - values[below]));
    }
}
