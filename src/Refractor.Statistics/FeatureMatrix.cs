using System.Numerics.Tensors;

namespace Refractor.Statistics;

/// <summary>
/// The measurements of f features (genes, scores) in n samples, feature by feature. Missing values are NaN. Stored in single or in
/// double precision; everything is calculated in double precision.
/// </summary>
public abstract class FeatureMatrix
{
    private protected FeatureMatrix(int features, int samples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(features);
        ArgumentOutOfRangeException.ThrowIfNegative(samples);
        (Features, Samples) = (features, samples);
    }

    /// <summary>Number of features f.</summary>
    public int Features { get; }

    /// <summary>Number of samples n.</summary>
    public int Samples { get; }

    /// <summary>Wraps values in single precision, without copying them.</summary>
    /// <param name="features">f.</param>
    /// <param name="samples">n.</param>
    /// <param name="values">f × n values, all samples of the first feature first; NaN is missing.</param>
    /// <exception cref="ArgumentException">The number of values is not f × n.</exception>
    public static FeatureMatrix Of(int features, int samples, ReadOnlyMemory<float> values) =>
        new SingleFeatureMatrix(features, samples, values);

    /// <inheritdoc cref="Of(int, int, ReadOnlyMemory{float})"/>
    /// <summary>Wraps values in double precision, without copying them.</summary>
    public static FeatureMatrix Of(int features, int samples, ReadOnlyMemory<double> values) =>
        new DoubleFeatureMatrix(features, samples, values);

    /// <summary>Wraps features that lie apart, in single precision, without copying them.</summary>
    /// <param name="samples">n.</param>
    /// <param name="features">f times n values; NaN is missing.</param>
    /// <exception cref="ArgumentException">A feature does not have n values.</exception>
    public static FeatureMatrix OfFeatures(int samples, IReadOnlyList<ReadOnlyMemory<float>> features) =>
        new ScatteredFeatureMatrix(samples, [.. features]);

    /// <summary>Copies the n values of one feature.</summary>
    /// <param name="feature">0 to f − 1.</param>
    /// <param name="values">Receives n values; at least n long.</param>
    public abstract void CopyFeature(int feature, Span<double> values);

    /// <summary>Copies the n values of one feature in single precision; those stored in double precision are rounded.</summary>
    /// <param name="feature">0 to f − 1.</param>
    /// <param name="values">Receives n values; at least n long.</param>
    public void CopyFeature(int feature, Span<float> values)
    {
        if (TryGetSingles(feature, out var singles))
        {
            singles.CopyTo(values);
            return;
        }
        TryGetDoubles(feature, out var doubles);
        TensorPrimitives.ConvertTruncating(doubles, values);
    }

    /// <summary>Some of the features, in the order given, without a copy of their values.</summary>
    /// <param name="features">Features from 0 to f − 1.</param>
    /// <exception cref="ArgumentException">A feature that the matrix does not have.</exception>
    public FeatureMatrix Select(IEnumerable<int> features) => new SelectedFeatures(this, [.. features]);

    /// <summary>The n values of one feature as stored, if they are stored in single precision.</summary>
    internal virtual bool TryGetSingles(int feature, out ReadOnlySpan<float> values)
    {
        values = default;
        return false;
    }

    /// <summary>The n values of one feature as stored, if they are stored in double precision.</summary>
    internal virtual bool TryGetDoubles(int feature, out ReadOnlySpan<double> values)
    {
        values = default;
        return false;
    }

    /// <summary>Whether the values are stored in single precision; else they are in double precision.</summary>
    internal virtual bool StoresSingles => false;

    private protected static void CheckLength(int features, int samples, int length)
    {
        if ((long)features * samples != length)
            throw new ArgumentException(
                $"{features} features × {samples} samples are {(long)features * samples} values; found {length}.",
                nameof(length)
            );
    }
}
