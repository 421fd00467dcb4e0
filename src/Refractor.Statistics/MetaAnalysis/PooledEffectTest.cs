namespace Refractor.Statistics.MetaAnalysis;

/// <summary>How a pooled effect is tested and its interval formed.</summary>
public enum PooledEffectTest
{
    /// <summary>
    /// Hartung and Knapp, Stat Med 2001: a standard error from the observed spread of the effects, and Student's t with k − 1 degrees of
    /// freedom; but never below the standard error of the inverse-variance weights, as k effects that happen to lie close together
    /// would otherwise give an interval narrower than that of equal effects (Jackson et al., Stat Med 2017). metafor: <c>adhoc</c>.
    /// </summary>
    HartungKnappWithFloor = 0,

    /// <summary>Hartung and Knapp without the floor. metafor: <c>knha</c>.</summary>
    HartungKnapp,

    /// <summary>Standard normal: takes τ² as known, hence too optimistic in few studies.</summary>
    Normal,
}
