namespace Refractor.Statistics.Distributions;

/// <summary>The Poisson distribution.</summary>
/// <remarks>Checked against R ppois, qpois and dpois.</remarks>
public static class Poisson
{
    /// <summary>P(K ≤ k) or P(K &gt; k).</summary>
    /// <param name="k">Count; fractions are cut.</param>
    /// <param name="mean">Mean, ≥ 0.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double k, double mean, Tail tail = Tail.Lower) =>
        LogTailOf(k, mean).ProbabilityOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(K ≤ k) or P(K &gt; k); does not underflow.</summary>
    public static double LogProbability(double k, double mean, Tail tail = Tail.Lower) =>
        LogTailOf(k, mean).LogOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>P(K = k).</summary>
    public static double Density(double k, double mean) => Math.Exp(LogDensity(k, mean));

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(K = k).</summary>
    public static double LogDensity(double k, double mean)
    {
        Arguments.CheckNotNegative(mean);
        return k < 0 || k != Math.Floor(k) ? double.NegativeInfinity : SaddlePoint.LogPoisson(k, mean);
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>The smallest k with P(K ≤ k) ≥ p; for the upper tail with P(K &gt; k) ≤ p.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="mean">Mean.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double p, double mean, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(p);
        return Find(QuantileSolver.Target(p, tail), mean);
    }

    /// <inheritdoc cref="Quantile"/>
    /// <param name="logP">Natural logarithm, −∞ to 0.</param>
    /// <param name="mean">Mean.</param>
    /// <param name="tail">Which tail.</param>
    public static double QuantileOfLog(double logP, double mean, Tail tail = Tail.Lower)
    {
        Arguments.CheckLogProbability(logP);
        return Find(QuantileSolver.TargetOfLog(logP, tail), mean);
    }

    private static LogTail LogTailOf(double k, double mean)
    {
        Arguments.CheckNotNegative(mean);
        k = Math.Floor(k + 1e-7);
        return k < 0 ? LogTail.All(Tail.Upper) : IncompleteGamma.LogTailOf(k + 1, mean).Swap;
    }

    private static double Find(LogTail target, double mean) =>
        DiscreteQuantile.Find(
            k => LogTailOf(k, mean),
            target,
            0,
            double.PositiveInfinity,
            mean + Normal.QuantileOfLog(target.Log, target.Tail) * Math.Sqrt(mean)
        );
}
