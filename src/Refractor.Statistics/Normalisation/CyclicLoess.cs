using System.Numerics.Tensors;
using Refractor.Statistics.Ordering;
using Refractor.Statistics.Smoothing;

namespace Refractor.Statistics.Normalisation;

/// <summary>
/// Cyclic loess normalisation against the mean of all samples (Ballman et al., Bioinformatics 2004): from every sample the smooth curve
/// of its difference to the mean, over the mean, is subtracted, several times. For values on a logarithmic scale.
/// </summary>
/// <remarks>
/// The curve is a robust lowess with three rounds of weights, lines fitted at least 1 % of the range apart. Missing and infinite values take no
/// part and stay as they are. Checked against limma 3.54 (<c>normalizeCyclicLoess(method = "fast")</c>) to 1e-9.
/// </remarks>
public static class CyclicLoess
{
    private const int RobustRounds = 3;
    private const double FittedApart = 0.01;

    /// <summary>Normalises.</summary>
    /// <param name="matrix">f features × n samples on a logarithmic scale; NaN is missing.</param>
    /// <param name="span">Share of the features that each local line takes in, above 0 to 1; limma's default.</param>
    /// <param name="iterations">How often the curves are subtracted; limma's default.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The result does not depend on it.</param>
    /// <returns>A matrix of the same shape and precision.</returns>
    public static FeatureMatrix Normalise(FeatureMatrix matrix, double span = 0.7, int iterations = 3, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfNegative(iterations);
        if (!(span > 0 && span <= 1))
            throw new ArgumentException($"The span is {span}; expected above 0 to 1.", nameof(span));
        var (f, n) = (matrix.Features, matrix.Samples);
        var columns = new double[f * n];
        SampleColumns.CopyDoubles(matrix, 0, n, columns);
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var means = Means(columns, f, n);
            var sorter = new ColumnSorter(f);
            sorter.Sort(means);
            FeatureLoop.Run(
                n,
                threads,
                1,
                () => (from, _) => SubtractCurve(columns.AsSpan(from * f, f), means, sorter.Order, span)
            );
        }
        return FeatureMatrixMap.Rows(
            matrix,
            threads,
            (i, values) =>
            {
                for (var j = 0; j < values.Length; j++)
                    values[j] = columns[(j * f) + i];
            }
        );
    }

    private static double[] Means(double[] columns, int f, int n)
    {
        var (sums, counts) = (new double[f], new double[f]);
        for (var j = 0; j < n; j++)
        for (var i = 0; i < f; i++)
        {
            var value = columns[(j * f) + i];
            if (!double.IsFinite(value))
                continue;
            sums[i] += value;
            counts[i]++;
        }
        TensorPrimitives.Divide(sums, counts, sums);
        return sums;
    }

    private static void SubtractCurve(Span<double> column, double[] means, ReadOnlySpan<int> order, double span)
    {
        var (x, y, features) = (new double[order.Length], new double[order.Length], new int[order.Length]);
        var count = 0;
        foreach (var feature in order)
        {
            if (!double.IsFinite(column[feature]))
                continue;
            (x[count], y[count], features[count]) = (means[feature], column[feature] - means[feature], feature);
            count++;
        }
        if (count == 0)
            return;
        var apart = FittedApart * (x[count - 1] - x[0]);
        var curve = Lowess.Fit(x.AsSpan(0, count), y.AsSpan(0, count), span, RobustRounds, apart);
        for (var i = 0; i < count; i++)
            column[features[i]] -= curve[i];
    }
}
