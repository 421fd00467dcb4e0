namespace Refractor.Statistics.RankTests;

/// <summary>How the p value of a rank test is found.</summary>
public enum RankTestMethod
{
    /// <summary>As R chooses: exact with fewer than 50 values a group and neither ties nor zero differences, else normal.</summary>
    Automatic,

    /// <summary>
    /// From the exact distribution of the statistic given the ties: without ties that of <c>wilcox.test(exact = TRUE)</c>, with ties
    /// that of <c>exactRankTests::wilcox.exact</c>.
    /// </summary>
    Exact,

    /// <summary>From the normal distribution with the variance that ties leave.</summary>
    Normal,
}
