using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Counts;

/// <summary>
/// What a count would have been in a library of another size: the same quantile of the negative binomial distribution there, as the
/// mean of a normal and a gamma approximation (Robinson and Smyth, Biostatistics 2008).
/// </summary>
internal static class QuantileMapping
{
    /// <summary>Maps a count; the normal part can take a count of 0 a little below 0.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="mean">What was expected; 0 leaves the count.</param>
    /// <param name="newMean">What would be expected.</param>
    /// <param name="dispersion">Above 0.</param>
    public static double Of(double count, double mean, double newMean, double dispersion)
    {
        if (!(mean > 0 && newMean > 0))
            return count;
        var (inflation, newInflation) = (1 + dispersion * mean, 1 + dispersion * newMean);
        var tail = count >= mean ? Tail.Upper : Tail.Lower;
        var normal = newMean + (count - mean) * Math.Sqrt(newMean * newInflation / (mean * inflation));
        var log = Gamma.LogProbability(count, mean / inflation, inflation, tail);
        var gamma = double.IsNegativeInfinity(log)
            ? 0
            : Gamma.QuantileOfLog(log, newMean / newInflation, newInflation, tail);
        return (normal + gamma) / 2;
    }
}
