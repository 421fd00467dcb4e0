namespace Refractor.Statistics.Survival.Cox;

/// <summary>Settings of a Cox regression.</summary>
public sealed record CoxOptions
{
    /// <summary>Treatment of tied events. Efron by default, as in R.</summary>
    public CoxTies Ties { get; init; } = CoxTies.Efron;

    /// <summary>
    /// n numbers of strata: each has a baseline hazard of its own, all share the coefficients. A negative number leaves the row out. Null
    /// (default) for one stratum.
    /// </summary>
    public int[]? Strata { get; init; }

    /// <summary>
    /// n case weights ≥ 0; NaN or 0 leaves the row out. Null (default): all 1. A weight of 2 counts as two patients for the standard
    /// error; for weights that are no counts ask for <see cref="Robust"/>.
    /// </summary>
    public double[]? Weights { get; init; }

    /// <summary>
    /// n numbers of patients where one has several rows: the robust variance adds up within patients. Null (default): one row each.
    /// </summary>
    public int[]? Clusters { get; init; }

    /// <summary>
    /// Whether standard errors, Wald tests and intervals use the robust (sandwich) variance of Lin and Wei, JASA 1989. Off by default, but
    /// always on with <see cref="Clusters"/>.
    /// </summary>
    public bool Robust { get; init; }

    /// <summary>When the estimate is penalised. By default where the likelihood has no finite maximum.</summary>
    public FirthPenalty Firth { get; init; } = FirthPenalty.WhenSeparated;

    /// <summary>Coverage of the intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Number of Newton steps at which to give up; 60 by default. An ordinary fit needs four to six.</summary>
    public int MaximalIterations { get; init; } = 60;

    internal bool UsesRobustVariance => Robust || Clusters is not null;

    internal static CoxOptions Default { get; } = new();
}
