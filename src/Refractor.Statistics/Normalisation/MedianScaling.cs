using System.Numerics.Tensors;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Normalisation;

/// <summary>
/// Divides every sample by a factor so that all samples have the same median, the geometric mean of their medians. For values above 0
/// on a linear scale.
/// </summary>
/// <remarks>Checked against limma 3.54 (<c>normalizeMedianValues</c>) to 1e-10.</remarks>
public sealed class MedianScaling
{
    private MedianScaling(FeatureMatrix matrix, double[] factors, NotEstimable[] reasons) =>
        (Matrix, Factors, Reasons) = (matrix, factors, reasons);

    /// <summary>f × n scaled values, in the precision of the input.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>n factors, by which the samples were divided; NaN where there is none.</summary>
    public double[] Factors { get; }

    /// <summary>
    /// For each sample why it could not be scaled: <see cref="NotEstimable.TooFewValues"/> without a measured value,
    /// <see cref="NotEstimable.OutOfRange"/> if its median is not above 0. Its values are NaN and it takes no part in the common median.
    /// </summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Scales the samples.</summary>
    /// <param name="matrix">f features × n samples; NaN is missing.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The result does not depend on it.</param>
    public static MedianScaling Of(FeatureMatrix matrix, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var medians = SampleMedians(matrix, threads);
        var reasons = Array.ConvertAll(
            medians,
            m =>
                double.IsNaN(m) ? NotEstimable.TooFewValues
                : m > 0 ? NotEstimable.None
                : NotEstimable.OutOfRange
        );
        var logs = medians.Where(m => m > 0).Select(m => Math.Log(m)).DefaultIfEmpty().Average();
        var factors = Array.ConvertAll(medians, m => m > 0 ? Math.Exp(Math.Log(m) - logs) : double.NaN);
        var scaled = FeatureMatrixMap.Rows(
            matrix,
            threads,
            (_, values) => TensorPrimitives.Divide(values, factors, values)
        );
        return new MedianScaling(scaled, factors, reasons);
    }

    private static double[] SampleMedians(FeatureMatrix matrix, int threads)
    {
        var medians = new double[matrix.Samples];
        SampleLoop.Run(
            matrix,
            threads,
            () =>
                (sample, sorted) =>
                {
                    var order = sorted.Order;
                    var m = order.Length;
                    medians[sample] =
                        m == 0
                            ? double.NaN
                            : (Value(matrix, order[(m - 1) / 2], sample) + Value(matrix, order[m / 2], sample)) / 2;
                }
        );
        return medians;
    }

    private static double Value(FeatureMatrix matrix, int feature, int sample) =>
        matrix.StoresSingles
            ? SampleColumns.Row<float>(matrix, feature)[sample]
            : SampleColumns.Row<double>(matrix, feature)[sample];
}
