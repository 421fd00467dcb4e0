using System.Numerics.Tensors;

namespace Refractor.Statistics;

/// <summary>A feature matrix in single precision whose features lie apart, such as the pieces in which a file was read.</summary>
internal sealed class ScatteredFeatureMatrix : FeatureMatrix
{
    private readonly ReadOnlyMemory<float>[] _rows;

    public ScatteredFeatureMatrix(int samples, ReadOnlyMemory<float>[] rows)
        : base(rows.Length, samples)
    {
        foreach (var row in rows)
            CheckLength(1, samples, row.Length);
        _rows = rows;
    }

    public override void CopyFeature(int feature, Span<double> values) =>
        TensorPrimitives.ConvertTruncating(_rows[feature].Span, values);

    internal override bool StoresSingles => true;

    internal override bool TryGetSingles(int feature, out ReadOnlySpan<float> values)
    {
        values = _rows[feature].Span;
        return true;
    }
}
