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

    public override void CopyFeature(int feature, Span<double> values) => Row(feature).CopyTo(values);

    internal override bool TryGetDoubles(int feature, out ReadOnlySpan<double> values)
    {
        values = Row(feature);
        return true;
    }

    private ReadOnlySpan<double> Row(int feature) => _values.Span.Slice(feature * Samples, Samples);
}
