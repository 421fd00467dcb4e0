using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Counts;

/// <summary>A normal prior of log dispersions about a trend.</summary>
/// <param name="Trend">The trend.</param>
/// <param name="ResidualVariance">Variance of estimated log dispersions about the trend, from their median absolute deviation.</param>
/// <param name="Variance">What is left of it after sampling error, at least 0.25.</param>
internal sealed record DispersionPrior(DispersionTrend Trend, double ResidualVariance, double Variance)
{
    // A median absolute deviation of normal values times this is their standard deviation.
    private const double NormalDeviation = 1.4826;
    private const double SmallestVariance = 0.25;

    /// <summary>The prior of genes whose own dispersion is above a floor; null if they follow no trend.</summary>
    public static DispersionPrior? Of(double[] means, double[] dispersions, int residualDf)
    {
        if (DispersionTrend.Fit(means, dispersions) is not { } trend)
            return null;
        var residuals = means.Zip(dispersions, (m, d) => Math.Log(d) - Math.Log(trend.At(m))).ToArray();
        var median = Quantile.Of(residuals, 0.5);
        var deviation = NormalDeviation * Quantile.Of(Array.ConvertAll(residuals, r => Math.Abs(r - median)), 0.5);
        var variance = deviation * deviation - SpecialFunctions.Trigamma(residualDf / 2.0);
        return new DispersionPrior(trend, deviation * deviation, Math.Max(SmallestVariance, variance));
    }
}
