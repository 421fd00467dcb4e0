using System.Numerics.Tensors;
using Refractor.Statistics.LinearAlgebra;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Normalisation;

/// <summary>
/// The principal components of samples: the directions of largest variance in the space of features, to see batches and outliers.
/// </summary>
/// <remarks>
/// <para>Computed from the smaller matrix of inner products. Checked against R <c>prcomp(t(x))</c> to 1e-8; a component whose standard
/// deviation is below 1e-6 of the first carries fewer digits.</para>
/// <para>The sign of a component is free; here its largest loading is positive.</para>
/// </remarks>
public sealed class PrincipalComponents
{
    // The eigenvalues of inner products are known to this share of the largest.
    private const double Negligible = 1e-13;

    private readonly double[][] _scores;
    private readonly double[][] _loadings;

    private PrincipalComponents(double[] deviations, double[][] scores, double[][] loadings, int featuresUsed)
    {
        (StandardDeviations, _scores, _loadings, FeaturesUsed) = (deviations, scores, loadings, featuresUsed);
        var total = deviations.Sum(d => d * d);
        VarianceShares = Array.ConvertAll(deviations, d => d * d / total);
    }

    /// <summary>Standard deviations of all components, at most min(n − 1, features used), the largest first.</summary>
    public double[] StandardDeviations { get; }

    /// <summary>Share of each component in the variance of all.</summary>
    public double[] VarianceShares { get; }

    /// <summary>Number of features without missing value, and with scaling of those that vary.</summary>
    public int FeaturesUsed { get; }

    /// <summary>Number of components whose scores and loadings are kept.</summary>
    public int Count => _scores.Length;

    /// <summary>The n scores of the samples on a component, counted from 0; their mean is 0.</summary>
    public ReadOnlySpan<double> Scores(int component) => _scores[component];

    /// <summary>The f loadings of a component, whose squares sum to 1; NaN for features that were not used.</summary>
    public ReadOnlySpan<double> Loadings(int component) => _loadings[component];

    /// <summary>Computes the components.</summary>
    /// <param name="matrix">f features × n samples; a feature with a missing (NaN) or infinite value is left out.</param>
    /// <param name="components">Most components to keep scores and loadings of.</param>
    /// <param name="scale">Whether features are divided by their standard deviation, so that each weighs the same.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The result does not depend on it.</param>
    /// <returns>
    /// The components; <see cref="NotEstimable.TooFewValues"/> with fewer than two samples or no complete feature,
    /// <see cref="NotEstimable.NoVariation"/> if all samples are equal.
    /// </returns>
    public static Estimate<PrincipalComponents> Of(
        FeatureMatrix matrix,
        int components = 10,
        bool scale = false,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfNegative(components);
        var moments = FeatureMoments.Of(matrix, threads);
        var isUsed = Enumerable
            .Range(0, matrix.Features)
            .Select(i => moments.Measured[i] == matrix.Samples && (!scale || moments.Varies(i)))
            .ToArray();
        var used = isUsed.Count(u => u);
        if (matrix.Samples < 2 || used == 0)
            return NotEstimable.TooFewValues;
        var columns = Centred(matrix, moments, isUsed, scale, threads);
        var (deviations, scores, loadings) =
            matrix.Samples <= matrix.Features
                ? BySamples(columns, matrix, components, threads)
                : ByFeatures(columns, matrix, components, threads);
        if (deviations.Length == 0)
            return NotEstimable.NoVariation;
        foreach (var loading in loadings)
            MarkUnused(loading, isUsed);
        return new PrincipalComponents(deviations, scores, loadings, used);
    }

    /// <summary>n columns of f centred values; 0 for features that are not used.</summary>
    private static double[] Centred(
        FeatureMatrix matrix,
        FeatureMoments moments,
        bool[] isUsed,
        bool scale,
        int threads
    )
    {
        var f = matrix.Features;
        var columns = GC.AllocateUninitializedArray<double>(f * matrix.Samples);
        FeatureLoop.Run(
            matrix.Samples,
            threads,
            SampleColumns.Block,
            () =>
                (from, to) =>
                {
                    var block = columns.AsSpan(from * f, (to - from) * f);
                    SampleColumns.CopyDoubles(matrix, from, to, block);
                    for (var j = 0; j < to - from; j++)
                    {
                        var column = block.Slice(j * f, f);
                        TensorPrimitives.Subtract(column, moments.Means, column);
                        if (scale)
                            TensorPrimitives.Divide(column, moments.Deviations, column);
                        for (var i = 0; i < f; i++)
                            column[i] = isUsed[i] ? column[i] : 0;
                    }
                }
        );
        return columns;
    }

    private static (double[], double[][], double[][]) BySamples(
        double[] columns,
        FeatureMatrix matrix,
        int components,
        int threads
    )
    {
        var (f, n) = (matrix.Features, matrix.Samples);
        var eigen = SymmetricEigen.Of(GramMatrix.Of(columns, f, threads), n);
        var deviations = Deviations(eigen, n - 1, n - 1);
        var kept = Math.Min(components, deviations.Length);
        var (scores, loadings) = (new double[kept][], new double[kept][]);
        for (var c = 0; c < kept; c++)
        {
            var loading = new double[f];
            for (var j = 0; j < n; j++)
                TensorPrimitives.MultiplyAdd(columns.AsSpan(j * f, f), eigen.Vector(c)[j], loading, loading);
            TensorPrimitives.Divide(loading, SignedNorm(loading), loading);
            (scores[c], loadings[c]) = (Project(columns, loading, n), loading);
        }
        return (deviations, scores, loadings);
    }

    private static (double[], double[][], double[][]) ByFeatures(
        double[] columns,
        FeatureMatrix matrix,
        int components,
        int threads
    )
    {
        var (f, n) = (matrix.Features, matrix.Samples);
        var rows = new double[columns.Length];
        SampleColumns.CopyBack<double>(columns, n, 0, n, rows);
        var eigen = SymmetricEigen.Of(GramMatrix.Of(rows, n, threads), f);
        var deviations = Deviations(eigen, f, n - 1);
        var kept = Math.Min(components, deviations.Length);
        var (scores, loadings) = (new double[kept][], new double[kept][]);
        for (var c = 0; c < kept; c++)
        {
            var loading = eigen.Vector(c).ToArray();
            TensorPrimitives.Divide(loading, SignedNorm(loading), loading);
            (scores[c], loadings[c]) = (Project(columns, loading, n), loading);
        }
        return (deviations, scores, loadings);
    }

    private static double[] Deviations(SymmetricEigen eigen, int most, int degreesOfFreedom) =>
        [
            .. eigen
                .Values.Take(most)
                .TakeWhile(v => v > 0 && v > Negligible * eigen.Values[0])
                .Select(v => Math.Sqrt(v / degreesOfFreedom)),
        ];

    private static double[] Project(double[] columns, double[] loading, int n)
    {
        var f = loading.Length;
        var scores = new double[n];
        for (var j = 0; j < n; j++)
            scores[j] = TensorPrimitives.Dot<double>(columns.AsSpan(j * f, f), loading);
        return scores;
    }

    private static double SignedNorm(double[] loading) =>
        Math.CopySign(
            TensorPrimitives.Norm<double>(loading),
            loading[TensorPrimitives.IndexOfMaxMagnitude<double>(loading)]
        );

    private static void MarkUnused(double[] loading, bool[] isUsed)
    {
        for (var i = 0; i < loading.Length; i++)
            loading[i] = isUsed[i] ? loading[i] : double.NaN;
    }
}
