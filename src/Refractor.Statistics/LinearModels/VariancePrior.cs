using Refractor.Statistics.Distributions;
using Refractor.Statistics.Smoothing;

namespace Refractor.Statistics.LinearModels;

/// <summary>
/// The prior of residual variances: a scaled inverse χ² with degrees of freedom and a scale, found from the moments of log variances
/// (Smyth, Stat Appl Genet Mol Biol 2004).
/// </summary>
/// <param name="Df">Prior degrees of freedom, one for all features or f; +∞ when the variances differ by chance alone.</param>
/// <param name="Variance">Prior variance, one for all features or f.</param>
internal sealed record VariancePrior(double[] Df, double[] Variance)
{
    // Smaller variances are raised to this share of the median, so that a constant feature does not rule the moments.
    private const double SmallestShare = 1e-5;

    /// <summary>Prior degrees of freedom of a feature.</summary>
    public double DfOf(int feature) => Df[Df.Length == 1 ? 0 : feature];

    /// <summary>Prior variance of a feature.</summary>
    public double VarianceOf(int feature) => Variance[Variance.Length == 1 ? 0 : feature];

    /// <summary>Estimates the prior; null if no feature has a variance.</summary>
    /// <param name="variances">f residual variances.</param>
    /// <param name="df">f residual degrees of freedom; features with 0 do not count.</param>
    /// <param name="covariate">f values that the trend runs over; null for no trend.</param>
    public static VariancePrior? Estimate(double[] variances, double[] df, double[]? covariate)
    {
        int[] used = Used(variances, df, covariate);
        if (used.Length == 0)
            return null;
        if (used.Length == 1)
            return new VariancePrior([0], [variances[used[0]]]);
        var x = Raised(Array.ConvertAll(used, f => variances[f]));
        var usedDf = Array.ConvertAll(used, f => df[f]);
        var excess = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
            excess[i] = Math.Log(x[i]) - LogChiSquaredMean(usedDf[i]);
        var chance = MeanTrigamma(usedDf);
        var splineDf = covariate is null ? 1 : SplineDf(Array.ConvertAll(used, f => covariate[f]));
        return splineDf < 2
            ? WithoutTrend(x, excess, chance)
            : WithTrend(Array.ConvertAll(used, f => covariate![f]), excess, chance, splineDf, covariate!);
    }

    /// <summary>Features that have a variance, and a covariate if one is asked for.</summary>
    public static int[] Used(double[] variances, double[] df, double[]? covariate) =>
        [
            .. Enumerable
                .Range(0, variances.Length)
                .Where(f =>
                    df[f] > 1e-15
                    && double.IsFinite(variances[f])
                    && (covariate is null || double.IsFinite(covariate[f]))
                ),
        ];

    /// <summary>Mean of log(χ²/df): ψ(df/2) − log(df/2).</summary>
    public static double LogChiSquaredMean(double df) => SpecialFunctions.Digamma(df / 2) - Math.Log(df / 2);

    /// <summary>Variances with those close to 0 raised.</summary>
    public static double[] Raised(double[] variances)
    {
        var median = Median(variances);
        var smallest = SmallestShare * (median == 0 ? 1 : median);
        return Array.ConvertAll(variances, v => Math.Max(v, smallest));
    }

    private static VariancePrior WithoutTrend(double[] x, double[] excess, double chance)
    {
        var mean = excess.Average();
        var variance = excess.Sum(e => (e - mean) * (e - mean)) / (excess.Length - 1) - chance;
        if (variance <= 0)
            return new VariancePrior([double.PositiveInfinity], [x.Average()]);
        var df = 2 * SpecialFunctions.TrigammaInverse(variance);
        return new VariancePrior([df], [Math.Exp(mean + LogChiSquaredMean(df))]);
    }

    private static VariancePrior WithTrend(double[] x, double[] excess, double chance, int splineDf, double[] covariate)
    {
        var spline = NaturalSpline.Fit(x, excess, splineDf);
        var variance = spline.ResidualVariance - chance;
        var df = variance > 0 ? 2 * SpecialFunctions.TrigammaInverse(variance) : double.PositiveInfinity;
        var offset = variance > 0 ? LogChiSquaredMean(df) : 0;
        return new VariancePrior([df], Array.ConvertAll(covariate, c => Math.Exp(spline.At(c) + offset)));
    }

    private static int SplineDf(double[] covariate)
    {
        var n = covariate.Length;
        var df = 1 + (n >= 3 ? 1 : 0) + (n >= 6 ? 1 : 0) + (n >= 30 ? 1 : 0);
        return Math.Min(df, covariate.Distinct().Count());
    }

    private static double MeanTrigamma(double[] df)
    {
        var sum = 0.0;
        var (last, trigamma) = (double.NaN, 0.0);
        foreach (var d in df)
        {
            if (d != last)
                (last, trigamma) = (d, SpecialFunctions.Trigamma(d / 2));
            sum += trigamma;
        }
        return sum / df.Length;
    }

    private static double Median(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
