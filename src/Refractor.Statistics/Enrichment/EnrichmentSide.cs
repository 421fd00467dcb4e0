namespace Refractor.Statistics.Enrichment;

/// <summary>Which deviation of the running sum is the enrichment score.</summary>
public enum EnrichmentSide
{
    /// <summary>The larger one; the score is positive for sets near the top of the ranking and negative near its end.</summary>
    Both = 0,

    /// <summary>The largest deviation above zero: is the set near the top? fgsea's scoreType "pos".</summary>
    Top,

    /// <summary>The largest deviation below zero: is the set near the end? fgsea's scoreType "neg".</summary>
    Bottom,
}
