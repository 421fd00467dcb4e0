using System.Collections.Concurrent;

namespace Refractor.Statistics.Distributions;

/// <summary>
/// The exact distribution of the signed-rank sum V of n differences without ties or zeros: the sum of the ranks of the positive ones, 0 to
/// n (n + 1) / 2.
/// </summary>
/// <remarks>
/// The number of arrangements with each V is a coefficient of Π (1 + q^i), i = 1 … n (Wilcoxon, Biometrics 1945). The last distributions
/// are kept, for all threads. Checked against R psignrank, qsignrank and dsignrank.
/// </remarks>
public static class WilcoxonSignedRank
{
    /// <summary>Above this, 2^n arrangements leave the range of a double.</summary>
    private const int LargestN = 1000;

    /// <summary>Distributions are kept while their values are not more than this: some 20 MB.</summary>
    private const long MostKept = 2_500_000;

    private static readonly ConcurrentDictionary<int, CountDistribution> Distributions = new();

    /// <summary>P(V ≤ v) or P(V &gt; v).</summary>
    /// <param name="v">Sum of ranks; fractions are cut.</param>
    /// <param name="n">Number of differences, 1 to 1000.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double v, int n, Tail tail = Tail.Lower) => Of(n).TailAt(v).ProbabilityOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(V ≤ v) or P(V &gt; v).</summary>
    public static double LogProbability(double v, int n, Tail tail = Tail.Lower) => Of(n).TailAt(v).LogOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>P(V = v).</summary>
    public static double Density(double v, int n) => Math.Exp(LogDensity(v, n));

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(V = v).</summary>
    public static double LogDensity(double v, int n) => Of(n).LogDensity(v);

    /// <inheritdoc cref="Probability"/>
    /// <summary>The smallest v with P(V ≤ v) ≥ p; for the upper tail with P(V &gt; v) ≤ p.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="n">Number of differences.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double p, int n, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(p);
        return Of(n).Quantile(QuantileSolver.Target(p, tail));
    }

    /// <inheritdoc cref="Quantile"/>
    /// <param name="logP">Natural logarithm, −∞ to 0.</param>
    /// <param name="n">Number of differences.</param>
    /// <param name="tail">Which tail.</param>
    public static double QuantileOfLog(double logP, int n, Tail tail = Tail.Lower)
    {
        Arguments.CheckLogProbability(logP);
        return Of(n).Quantile(QuantileSolver.TargetOfLog(logP, tail));
    }

    private static CountDistribution Of(int n)
    {
        if (n is < 1 or > LargestN)
            throw new ArgumentOutOfRangeException(nameof(n), n, $"expected 1 to {LargestN}.");
        if (Distributions.TryGetValue(n, out var known))
            return known;
        if (Distributions.Values.Sum(d => d.Highest) > MostKept)
            Distributions.Clear();
        return Distributions[n] = Build(n);
    }

    private static CountDistribution Build(int n)
    {
        var highest = (long)n * (n + 1) / 2;
        var counts = new double[highest / 2 + 1];
        counts[0] = 1;
        for (var i = 1; i <= n; i++)
        for (var v = counts.Length - 1; v >= i; v--)
            counts[v] += counts[v - i];
        return new CountDistribution(counts, highest, n * Elementary.LogTwo);
    }
}
