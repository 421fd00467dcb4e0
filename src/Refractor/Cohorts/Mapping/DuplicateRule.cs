namespace Refractor.Cohorts.Mapping;

/// <summary>What becomes of several rows of one feature, such as the probes of a gene. No rule looks at an outcome.</summary>
public enum DuplicateRule
{
    /// <summary>The row with the highest mean.</summary>
    HighestMean,

    /// <summary>The row with the highest variance.</summary>
    HighestVariance,

    /// <summary>The median of the rows, sample by sample.</summary>
    Median,

    /// <summary>The mean of the rows, sample by sample.</summary>
    Mean,

    /// <summary>The sum of the rows, sample by sample, for counts.</summary>
    Sum,
}
