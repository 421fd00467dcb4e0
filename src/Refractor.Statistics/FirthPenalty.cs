namespace Refractor.Statistics;

/// <summary>When a regression maximises the penalised likelihood of Firth, Biometrika 1993.</summary>
public enum FirthPenalty
{
    /// <summary>Where covariates separate the outcomes, so that ordinary coefficients are infinite.</summary>
    WhenSeparated = 0,

    /// <summary>Always; it also takes the first-order bias from small samples and rare events.</summary>
    Always,

    /// <summary>Never: a separated model then has no coefficients.</summary>
    Never,
}
