namespace Refractor.Statistics.Regression;

/// <summary>Whether covariates tell the outcomes apart so well that maximum-likelihood coefficients are infinite (Albert and Anderson, Biometrika 1984).</summary>
public enum Separation
{
    /// <summary>The outcomes overlap: all coefficients are finite.</summary>
    None = 0,

    /// <summary>Some combination of covariates separates the outcomes but for ties on the border.</summary>
    QuasiComplete,

    /// <summary>Some combination of covariates separates all outcomes.</summary>
    Complete,
}
