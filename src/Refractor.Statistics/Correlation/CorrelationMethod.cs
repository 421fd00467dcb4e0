namespace Refractor.Statistics.Correlation;

/// <summary>How the p value of a rank correlation is found.</summary>
public enum CorrelationMethod
{
    /// <summary>
    /// As R chooses: exact without ties, for Spearman's ρ up to 1,290 pairs and for Kendall's τ below 50 pairs; else approximate.
    /// </summary>
    Automatic,

    /// <summary>
    /// From the distribution over all permutations. For Spearman's ρ of more than 9 pairs it is the Edgeworth series of algorithm AS 89,
    /// as in R.
    /// </summary>
    Exact,

    /// <summary>From Student's t for Spearman's ρ, from the normal distribution for Kendall's τ.</summary>
    Approximate,
}
