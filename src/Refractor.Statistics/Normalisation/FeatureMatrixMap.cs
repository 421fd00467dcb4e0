using System.Numerics.Tensors;

namespace Refractor.Statistics.Normalisation;

/// <summary>Makes a matrix of the same shape and precision, feature by feature.</summary>
internal static class FeatureMatrixMap
{
    /// <summary>Changes every row.</summary>
    /// <param name="matrix">f features × n samples; left unchanged.</param>
    /// <param name="threads">How many threads at most; 0 for one per core.</param>
    /// <param name="change">Gets the number of a feature and its n values, in double precision, to be replaced.</param>
    public static FeatureMatrix Rows(FeatureMatrix matrix, int threads, Action<int, double[]> change)
    {
        var (f, n) = (matrix.Features, matrix.Samples);
        var singles = matrix.StoresSingles ? GC.AllocateUninitializedArray<float>(f * n) : [];
        var doubles = matrix.StoresSingles ? [] : GC.AllocateUninitializedArray<double>(f * n);
        FeatureLoop.Run(
            f,
            threads,
            () =>
            {
                var values = new double[n];
                return (from, to) =>
                {
                    for (var i = from; i < to; i++)
                    {
                        matrix.CopyFeature(i, values);
                        change(i, values);
                        if (matrix.StoresSingles)
                            TensorPrimitives.ConvertTruncating<double, float>(values, singles.AsSpan(i * n, n));
                        else
                            values.CopyTo(doubles, i * n);
                    }
                };
            }
        );
        return matrix.StoresSingles ? FeatureMatrix.Of(f, n, singles) : FeatureMatrix.Of(f, n, doubles);
    }
}
