namespace Refractor.Statistics.LinearModels;

/// <summary>How residual variances are shrunk towards each other. The default is one prior for all features.</summary>
public sealed record EmpiricalBayesOptions
{
    /// <summary>One prior for all features.</summary>
    public static EmpiricalBayesOptions Default { get; } = new();

    /// <summary>
    /// Whether the prior variance follows a curve over the mean of the feature, as it should when it grows or falls with expression
    /// (limma's <c>trend</c>). Off by default.
    /// </summary>
    public bool Trend { get; init; }

    /// <summary>What the trend runs over, f values; null, the default, for the mean of the feature.</summary>
    public IReadOnlyList<double>? TrendCovariate { get; init; }

    /// <summary>
    /// Whether features with an outlying variance are shrunk less and do not move the prior of the others (limma's <c>robust</c>). Off
    /// by default.
    /// </summary>
    public bool Robust { get; init; }

    /// <summary>Share of the smallest variances that the robust estimate cuts to their limit; 0.05 by default.</summary>
    public double LowerTail { get; init; } = 0.05;

    /// <summary>Share of the largest variances that the robust estimate cuts to their limit; 0.1 by default.</summary>
    public double UpperTail { get; init; } = 0.1;

    /// <summary>Share of features expected to differ, which only the B statistic depends on; 0.01 by default.</summary>
    public double Proportion { get; init; } = 0.01;

    /// <summary>Limits of the standard deviation of true differences, which only the B statistic depends on; 0.1 to 4 by default.</summary>
    public Interval EffectLimits { get; init; } = new(0.1, 4);
}
