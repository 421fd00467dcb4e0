namespace Refractor.Statistics.Survival.Cox;

/// <summary>Settings of a Cox regression of every feature.</summary>
public sealed record CoxScreenOptions
{
    /// <summary>Treatment of tied events. Efron by default, as in R. Exact ties are slow: one feature at a time.</summary>
    public CoxTies Ties { get; init; } = CoxTies.Efron;

    /// <summary>Terms that every model holds beside the feature (adjustment), of n rows each; none by default.</summary>
    public IReadOnlyList<Covariate> Covariates { get; init; } = [];

    /// <summary>
    /// n numbers of strata: each has a baseline hazard of its own. A negative number leaves the row out. Null (default) for one stratum.
    /// </summary>
    public int[]? Strata { get; init; }
}
