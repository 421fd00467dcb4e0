namespace Refractor.Statistics;

/// <summary>Some features of another matrix, without a copy of their values.</summary>
internal sealed class SelectedFeatures : FeatureMatrix
{
    private readonly FeatureMatrix _all;
    private readonly int[] _features;

    public SelectedFeatures(FeatureMatrix all, int[] features)
        : base(features.Length, all.Samples)
    {
        foreach (var f in features)
        {
            if (f < 0 || f >= all.Features)
                throw new ArgumentException(
                    $"Found feature {f}; expected one from 0 to {all.Features - 1}.",
                    nameof(features)
                );
        }
        (_all, _features) = (all, features);
    }

    public override void CopyFeature(int feature, Span<double> values) => _all.CopyFeature(_features[feature], values);

    internal override bool StoresSingles => _all.StoresSingles;

    internal override bool TryGetSingles(int feature, out ReadOnlySpan<float> values) =>
        _all.TryGetSingles(_features[feature], out values);

    internal override bool TryGetDoubles(int feature, out ReadOnlySpan<double> values) =>
        _all.TryGetDoubles(_features[feature], out values);
}
