namespace Refractor.Statistics;

/// <summary>
/// Why a number could not be computed. Screens over many features keep one code per feature; <see cref="Estimate{T}"/> carries one for
/// a single result. Data never raise an exception for one of these reasons: only wrong arguments do.
/// </summary>
public enum NotEstimable : byte
{
    /// <summary>The number was computed.</summary>
    None = 0,

    /// <summary>Nobody tried: the result was never filled.</summary>
    NotComputed,

    /// <summary>Fewer values than the method needs are left after missing values were dropped.</summary>
    TooFewValues,

    /// <summary>All values are equal, so there is nothing to compare.</summary>
    NoVariation,

    /// <summary>Only one group has values.</summary>
    OneGroup,

    /// <summary>No event was observed.</summary>
    NoEvents,

    /// <summary>As many coefficients as values: no degree of freedom is left to estimate the residual variance.</summary>
    NoResidualDegreesOfFreedom,

    /// <summary>The term is a linear combination of others (aliased).</summary>
    Collinear,

    /// <summary>The likelihood has no maximum at finite coefficients: a covariate separates the outcomes.</summary>
    Separation,

    /// <summary>The iteration ended without meeting its criterion.</summary>
    NotConverged,

    /// <summary>No member of the set is among the measured features.</summary>
    EmptySet,

    /// <summary>No pair of observations can be compared.</summary>
    NoComparablePairs,

    /// <summary>The variance of the estimate is zero, so that no test or interval can be formed.</summary>
    ZeroVariance,

    /// <summary>The estimate lies at the end of its range or beyond the last observation.</summary>
    OutOfRange,

    /// <summary>The exact calculation would take too long or exceed the range of numbers; an approximation has to be asked for.</summary>
    TooLarge,

    /// <summary>The set has more members than the analysis admits, or all features.</summary>
    TooManyMembers,

    /// <summary>Hardly any random result lies on the side of the observed one, so that its probability there is unknown.</summary>
    RareSide,

    /// <summary>A single value rules the estimate, so that no p value can be trusted.</summary>
    Outlier,
}
