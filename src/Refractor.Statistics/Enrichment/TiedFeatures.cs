namespace Refractor.Statistics.Enrichment;

/// <summary>What the running sum does where features have the same statistic.</summary>
public enum TiedFeatures
{
    /// <summary>
    /// All features of one value make one step, as in the Kolmogorov–Smirnov statistic with ties. It is the running sum expected over
    /// all orders of the tied features, so the order of the input never changes a result. The default.
    /// </summary>
    Together = 0,

    /// <summary>Tied features keep the order of the input, as in fgsea 1.36 and earlier: their order decides about the score.</summary>
    AsGiven,
}
