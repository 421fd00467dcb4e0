namespace Refractor.Statistics.Distributions;

/// <summary>The negative binomial distribution by size and mean: the variance is mean + mean² / size.</summary>
/// <remarks>Checked against R pnbinom, qnbinom and dnbinom with mu.</remarks>
public static class NegativeBinomial
{
    /// <summary>P(K ≤ k) or P(K &gt; k).</summary>
    /// <param name="k">Count; fractions are cut.</param>
    /// <param name="size">Size, the inverse of the dispersion, &gt; 0; +∞ is the Poisson distribution.</param>
    /// <param name="mean">Mean, ≥ 0.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double k, double size, double mean, Tail tail = Tail.Lower) =>
        LogTailOf(k, size, mean).ProbabilityOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(K ≤ k) or P(K &gt; k); does not underflow.</summary>
    public static double LogProbability(double k, double size, double mean, Tail tail = Tail.Lower) =>
        LogTailOf(k, size, mean).LogOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>P(K = k).</summary>
    public static double Density(double k, double size, double mean) => Math.Exp(LogDensity(k, size, mean));

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(K = k).</summary>
    public static double LogDensity(double k, double size, double mean)
    {
        Check(size, mean);
        if (double.IsPositiveInfinity(size))
            return Poisson.LogDensity(k, mean);
        if (k < 0 || k != Math.Floor(k))
            return double.NegativeInfinity;
        if (mean == 0)
            return k == 0 ? 0 : double.NegativeInfinity;
        if (k == 0)
            return -size * Elementary.Log1p(mean / size);
        var total = size + mean;
        return SaddlePoint.LogBeta(size, k, size / total, mean / total, size * ((mean - k) / total)) - Math.Log(k);
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>The smallest k with P(K ≤ k) ≥ p; for the upper tail with P(K &gt; k) ≤ p.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="size">Size.</param>
    /// <param name="mean">Mean.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double p, double size, double mean, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(p);
        return Find(QuantileSolver.Target(p, tail), size, mean);
    }

    /// <inheritdoc cref="Quantile"/>
    /// <param name="logP">Natural logarithm, −∞ to 0.</param>
    /// <param name="size">Size.</param>
    /// <param name="mean">Mean.</param>
    /// <param name="tail">Which tail.</param>
    public static double QuantileOfLog(double logP, double size, double mean, Tail tail = Tail.Lower)
    {
        Arguments.CheckLogProbability(logP);
        return Find(QuantileSolver.TargetOfLog(logP, tail), size, mean);
    }

    private static LogTail LogTailOf(double k, double size, double mean)
    {
        Check(size, mean);
        k = Math.Floor(k + 1e-7);
        if (k < 0)
            return LogTail.All(Tail.Upper);
        if (mean == 0 || double.IsPositiveInfinity(k))
            return LogTail.All(Tail.Lower);
        if (double.IsPositiveInfinity(size))
            return IncompleteGamma.LogTailOf(k + 1, mean).Swap;
        var total = size + mean;
        return IncompleteBeta.LogTailOf(size, k + 1, size / total, mean / total, size * ((mean - k - 1) / total));
    }

    private static double Find(LogTail target, double size, double mean)
    {
        var sd = Math.Sqrt(mean + mean / size * mean);
        var z = Normal.QuantileOfLog(target.Log, target.Tail);
        return DiscreteQuantile.Find(k => LogTailOf(k, size, mean), target, 0, double.PositiveInfinity, mean + z * sd);
    }

    private static void Check(double size, double mean)
    {
        Arguments.CheckPositive(size);
        Arguments.CheckNotNegative(mean);
    }
}
