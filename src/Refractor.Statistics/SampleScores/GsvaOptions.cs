namespace Refractor.Statistics.SampleScores;

/// <summary>How GSVA turns the values of a feature into their place among all samples.</summary>
public enum GsvaKernel
{
    /// <summary>
    /// Normal kernels of a quarter of the standard deviation, by the look-up table of R's GSVA: the normal distribution in steps of a
    /// thousandth of the bandwidth, cut at 10. For continuous values such as log expression.
    /// </summary>
    GaussianTable,

    /// <summary>The same kernels with the exact normal distribution; some features next to each other change places.</summary>
    Gaussian,

    /// <summary>Poisson kernels of mean x + 0.5: for counts. Values below 0 count as missing.</summary>
    Poisson,

    /// <summary>No kernel: the empirical distribution. Many features tie and then stand in the order of the rows, as in R.</summary>
    None,
}

/// <summary>Settings of <see cref="Gsva"/>; the defaults are those of R's GSVA.</summary>
public sealed record GsvaOptions
{
    /// <summary>How values are compared over the samples.</summary>
    public GsvaKernel Kernel { get; init; } = GsvaKernel.GaussianTable;

    /// <summary>
    /// Whether the score is the sum of the largest deviation above and the largest below zero, which makes scores of random sets
    /// symmetric; else it is the one farther from zero, which has two modes.
    /// </summary>
    public bool MaxDifference { get; init; } = true;

    /// <summary>
    /// Whether the two deviations are added by size, so that members at both ends of the ranking count as one; only with
    /// <see cref="MaxDifference"/>.
    /// </summary>
    public bool AbsoluteRanking { get; init; }

    /// <summary>Exponent of the weight by distance from the middle of the ranking, ≥ 0.</summary>
    public double Tau { get; init; } = 1;
}
