using System.Numerics.Tensors;

namespace Refractor.Statistics;

/// <summary>A feature matrix in single precision.</summary>
internal sealed class SingleFeatureMatrix : FeatureMatrix
{
    private readonly ReadOnlyMemory<float> _values;

    public SingleFeatureMatrix(int features, int samples, ReadOnlyMemory<float> values)
        : base(features, samples)
    {
        CheckLength(features, samples, values.Length);
        _values = values;
    }

    public override void CopyFeature(int feature, Span<double> values) =>
        TensorPrimitives.ConvertTruncating(Row(feature), values);

    internal override bool StoresSingles => true;

    internal override bool TryGetSingles(int feature, out ReadOnlySpan<float> values)
    {
        values = Row(feature);
        return true;
    }

    private ReadOnlySpan<float> Row(int feature) => _values.Span.Slice(feature * Samples, Samples);
}
