namespace Refractor.Statistics.ElasticNet;

/// <summary>Settings of an elastic-net path. The defaults are those of R's glmnet.</summary>
public sealed record ElasticNetOptions
{
    /// <summary>Share of the absolute penalty: 1 (default) is the lasso, 0 ridge regression; between 0 and 1.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>Number of penalties on the path; 100 by default. The path ends earlier where smaller penalties explain no more.</summary>
    public int Steps { get; init; } = 100;

    /// <summary>
    /// The smallest penalty as a fraction of the one at which all coefficients become 0. Null (default): 0.0001, or 0.01 where there are
    /// more features than samples.
    /// </summary>
    public double? SmallestFraction { get; init; }

    internal static ElasticNetOptions Default { get; } = new();

    internal void Check()
    {
        if (!(Alpha >= 0 && Alpha <= 1))
            throw new ArgumentOutOfRangeException(nameof(Alpha), Alpha, "Alpha lies between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(Steps, 1, nameof(Steps));
        if (SmallestFraction is { } fraction && !(fraction > 0 && fraction < 1))
            throw new ArgumentOutOfRangeException(
                nameof(SmallestFraction),
                fraction,
                "The smallest fraction lies between 0 and 1."
            );
    }
}
