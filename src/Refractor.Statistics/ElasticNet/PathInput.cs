namespace Refractor.Statistics.ElasticNet;

/// <summary>Features with a response: the samples in which all is known, and the path of any of them.</summary>
internal sealed class PathInput
{
    private readonly FeatureMatrix _features;
    private readonly PathFamily _family;
    private readonly ElasticNetOptions _options;

    public PathInput(FeatureMatrix features, PathFamily family, ElasticNetOptions? options)
    {
        (_features, _family, _options) = (features, family, options ?? ElasticNetOptions.Default);
        _options.Check();
        if (family.Samples != features.Samples)
            throw new ArgumentException(
                $"{features.Samples} samples need as many responses; found {family.Samples}.",
                nameof(features)
            );
        Rows = [.. StandardizedFeatures.CompleteSamples(features).Where(family.IsKnown)];
    }

    /// <summary>Samples in which all is known.</summary>
    public int[] Rows { get; }

    /// <summary>The path of all these samples.</summary>
    public Estimate<ElasticNetPath> Fit() => Fit(Rows);

    /// <summary>The path of some of them.</summary>
    public Estimate<ElasticNetPath> Fit(int[] rows)
    {
        if (rows.Length < 2)
            return NotEstimable.TooFewValues;
        if (_family.ReasonAgainst(rows) is not NotEstimable.None and var reason)
            return reason;
        var standardized = new StandardizedFeatures(_features, rows);
        if (standardized.Deviations.All(d => d == 0))
            return NotEstimable.NoVariation;
        return new PathFitter(standardized, _family.ModelOf(rows), _options).Run();
    }
}
