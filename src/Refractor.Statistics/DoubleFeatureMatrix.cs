namespace Refractor.Statistics;

/// <summary>A feature matrix in double precision.</summary>
internal sealed class DoubleFeatureMatrix : FeatureMatrix
{
    private readonly ReadOnlyMemory<double> _values;

    public DoubleFeatureMatrix(int features, int samples, ReadOnlyMemory<double> values)
        : base(features, samples)
    {
        CheckLength(features, samples, values.Length);
        _values = values;
    }

    public override void CopyFeature(int feature, Span<double> values) =>
        _values.Span.Slice(feature * Samples, Samples).CopyTo(values);
}
