using Refractor.Statistics.Survival.Cox;

namespace Refractor.Statistics.Survival.Screening;

/// <summary>Settings of a screen by Cox score tests.</summary>
public sealed record CoxScoreOptions
{
    /// <summary>Efron (default, as in R) or Breslow; the two are the same without tied events.</summary>
    public CoxTies Ties { get; init; } = CoxTies.Efron;

    /// <summary>n numbers of strata; a negative number leaves the sample out. Null (default): one stratum.</summary>
    public int[]? Strata { get; init; }

    /// <summary>Covariates of the model that each feature is added to; none by default. A sample that misses one is left out.</summary>
    public IReadOnlyList<Covariate> Covariates { get; init; } = [];

    internal void Validate(int samples)
    {
        if (Ties == CoxTies.Exact)
            throw new ArgumentException("Ties are Exact; expected Efron or Breslow.");
        if (Strata is not null)
            Check.Length(samples, Strata.Length, nameof(Strata));
        foreach (var covariate in Covariates)
            Check.Length(samples, covariate.Count, nameof(Covariates));
    }
}
