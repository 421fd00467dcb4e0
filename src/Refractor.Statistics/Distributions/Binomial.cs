namespace Refractor.Statistics.Distributions;

/// <summary>The binomial distribution: the number of successes in n trials.</summary>
/// <remarks>Checked against R pbinom, qbinom and dbinom.</remarks>
public static class Binomial
{
    /// <summary>P(K ≤ k) or P(K &gt; k).</summary>
    /// <param name="k">Successes; fractions are cut.</param>
    /// <param name="n">Trials, ≥ 0.</param>
    /// <param name="p">Probability of success, 0 to 1.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double k, double n, double p, Tail tail = Tail.Lower) =>
        LogTailOf(k, n, p).ProbabilityOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(K ≤ k) or P(K &gt; k); does not underflow.</summary>
    public static double LogProbability(double k, double n, double p, Tail tail = Tail.Lower) =>
        LogTailOf(k, n, p).LogOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>P(K = k).</summary>
    public static double Density(double k, double n, double p) => Math.Exp(LogDensity(k, n, p));

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(K = k).</summary>
    public static double LogDensity(double k, double n, double p)
    {
        Check(n, p);
        return k != Math.Floor(k) ? double.NegativeInfinity : LogDensity(k, n, p, 1 - p);
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>The smallest k with P(K ≤ k) ≥ the probability; for the upper tail with P(K &gt; k) ≤ the probability.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <param name="n">Trials.</param>
    /// <param name="p">Probability of success.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double probability, double n, double p, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(probability);
        return Find(QuantileSolver.Target(probability, tail), n, p);
    }

    /// <inheritdoc cref="Quantile"/>
    /// <param name="logProbability">Natural logarithm, −∞ to 0.</param>
    /// <param name="n">Trials.</param>
    /// <param name="p">Probability of success.</param>
    /// <param name="tail">Which tail.</param>
    public static double QuantileOfLog(double logProbability, double n, double p, Tail tail = Tail.Lower)
    {
        Arguments.CheckLogProbability(logProbability);
        return Find(QuantileSolver.TargetOfLog(logProbability, tail), n, p);
    }

    /// <summary>log P(K = k) with q = 1 − p given, for real k and n as well.</summary>
    internal static double LogDensity(double k, double n, double p, double q)
    {
        if (k < 0 || k > n)
            return double.NegativeInfinity;
        if (k == 0)
            return n == 0 ? 0 : n * (p < 0.5 ? Elementary.Log1p(-p) : Math.Log(q));
        if (k == n)
            return n * (q < 0.5 ? Elementary.Log1p(-q) : Math.Log(p));
        return SaddlePoint.LogBeta(k, n - k, p, q, k * q - (n - k) * p) + Math.Log(n / k / (n - k));
    }

    private static LogTail LogTailOf(double k, double n, double p)
    {
        Check(n, p);
        if (double.IsNaN(k + n + p))
            return new LogTail(double.NaN, Tail.Lower);
        k = Math.Floor(k + 1e-7);
        if (k < 0)
            return LogTail.All(Tail.Upper);
        return k >= n ? LogTail.All(Tail.Lower) : IncompleteBeta.LogTailOf(k + 1, n - k, p).Swap;
    }

    private static double Find(LogTail target, double n, double p)
    {
        Check(n, p);
        if (p is 0 or 1)
            return p * n;
        var z = Normal.QuantileOfLog(target.Log, target.Tail);
        return DiscreteQuantile.Find(k => LogTailOf(k, n, p), target, 0, n, n * p + z * Math.Sqrt(n * p * (1 - p)));
    }

    private static void Check(double n, double p)
    {
        Arguments.CheckNotNegative(n);
        Arguments.CheckProbability(p);
    }
}
