namespace Refractor.Statistics.Regression;

/// <summary>Settings of a logistic regression.</summary>
public sealed record LogisticOptions
{
    /// <summary>When the likelihood is penalised. By default where it has no finite maximum (Heinze and Schemper, Stat Med 2002).</summary>
    public FirthPenalty Firth { get; init; } = FirthPenalty.WhenSeparated;

    /// <summary>
    /// Whether p values and intervals come from the profile of the likelihood instead of the standard error. Off by default, as in R's
    /// <c>summary</c>; always on for penalised coefficients, whose likelihood is too skewed for a standard error.
    /// </summary>
    public bool Profile { get; init; }

    /// <summary>
    /// n case weights ≥ 0, as counts of identical rows; NaN or 0 leaves the row out. Null (default): all 1.
    /// </summary>
    public double[]? Weights { get; init; }

    /// <summary>Coverage of the intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level { get; init; } = 0.95;

    internal static LogisticOptions Default { get; } = new();
}
