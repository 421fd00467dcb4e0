using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Counts;

/// <summary>
/// Negative binomial counts of equal library sizes given their sum, which does not depend on the mean (Robinson and Smyth, Biostatistics
/// 2008).
/// </summary>
internal static class ConditionalCounts
{
    // Sums of both groups above it are compared by a beta distribution.
    private const double LargestExact = 900;

    /// <summary>Log likelihood of a dispersion given the sum of the counts, but for a constant.</summary>
    public static double LogLikelihood(ReadOnlySpan<double> counts, double dispersion)
    {
        var (size, sum, value) = (1 / dispersion, 0.0, 0.0);
        foreach (var count in counts)
        {
            sum += count;
            value += LogGammaFunction.Quotient(count, size);
        }
        return value - LogGammaFunction.Quotient(sum, counts.Length * size);
    }

    /// <summary>Natural logarithm of twice the smaller tail of the sum of the first group given both sums, at most 0.</summary>
    /// <param name="first">Sum of the first group.</param>
    /// <param name="second">Sum of the second group.</param>
    /// <param name="firstSamples">Samples of the first group.</param>
    /// <param name="secondSamples">Samples of the second group.</param>
    /// <param name="dispersion">Above 0.</param>
    public static double LogP(double first, double second, int firstSamples, int secondSamples, double dispersion)
    {
        var (a, b) = (Math.Round(first), Math.Round(second));
        // Counts of 0, mapped to another library, can lie a little below it.
        if (a < 0)
            (a, b) = (0, b + a);
        if (b < 0)
            (a, b) = (a + b, 0);
        var log =
            a > LargestExact && b > LargestExact
                ? LogTailOfShare(first, second, firstSamples, secondSamples, dispersion)
                : LogTail(a, b, firstSamples / dispersion, secondSamples / dispersion);
        return Math.Min(0, Math.Log(2) + log);
    }

    // The share of the first group is close to a beta variable with the same mean and variance.
    private static double LogTailOfShare(
        double first,
        double second,
        int firstSamples,
        int secondSamples,
        double dispersion
    )
    {
        var total = first + second;
        var mean = total / (firstSamples + secondSamples);
        var (a, b) = (firstSamples * mean / (1 + dispersion * mean), secondSamples * mean / (1 + dispersion * mean));
        return first / total < Beta.Quantile(0.5, a, b)
            ? Beta.LogProbability((first + 0.5) / total, a, b)
            : Beta.LogProbability((first - 0.5) / total, a, b, Tail.Upper);
    }

    // A beta-binomial tail, from the observed sum outwards.
    private static double LogTail(double first, double second, double a, double b)
    {
        var total = first + second;
        var expected = total * a / (a + b);
        if (first > expected)
            return LogTail(second, first, b, a);
        if (first == expected)
            return 0;
        var (term, sum) = (1.0, 1.0);
        for (var k = first; k > 0; k--)
        {
            term *= k * (total - k + b) / ((total - k + 1) * (k - 1 + a));
            sum += term;
        }
        var log =
            LogGammaFunction.Quotient(first, a)
            + LogGammaFunction.Quotient(second, b)
            - LogGammaFunction.Quotient(total, a + b)
            + SpecialFunctions.LogChoose(total, first);
        return log + Math.Log(sum);
    }
}
