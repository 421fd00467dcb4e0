using System.Collections.Concurrent;

namespace Refractor.Statistics.Distributions;

/// <summary>
/// The exact distribution of the Mann-Whitney count U of m against n values without ties: the number of pairs, 0 to m n, in which the
/// first is larger.
/// </summary>
/// <remarks>
/// The number of arrangements with each U is a coefficient of the Gaussian binomial Π (1 − q^(n+i)) / (1 − q^i), i = 1 … m (Mann and
/// Whitney, Ann Math Stat 1947), in m² n / 2 steps. The last distributions are kept, for all threads. Checked against R pwilcox, qwilcox
/// and dwilcox.
/// </remarks>
public static class WilcoxonRankSum
{
    /// <summary>Above this, the number of arrangements leaves the range of a double.</summary>
    private const int LargestTotal = 1000;

    /// <summary>Distributions are kept while their values are not more than this: some 20 MB.</summary>
    private const long MostKept = 2_500_000;

    private static readonly ConcurrentDictionary<(int, int), CountDistribution> Distributions = new();

    /// <summary>P(U ≤ u) or P(U &gt; u).</summary>
    /// <param name="u">Number of pairs; fractions are cut.</param>
    /// <param name="m">Size of the first sample, &gt; 0.</param>
    /// <param name="n">Size of the second sample, &gt; 0; m + n up to 1000.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double u, int m, int n, Tail tail = Tail.Lower) =>
        Of(m, n).TailAt(u).ProbabilityOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(U ≤ u) or P(U &gt; u).</summary>
    public static double LogProbability(double u, int m, int n, Tail tail = Tail.Lower) =>
        Of(m, n).TailAt(u).LogOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>P(U = u).</summary>
    public static double Density(double u, int m, int n) => Math.Exp(LogDensity(u, m, n));

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(U = u).</summary>
    public static double LogDensity(double u, int m, int n) => Of(m, n).LogDensity(u);

    /// <inheritdoc cref="Probability"/>
    /// <summary>The smallest u with P(U ≤ u) ≥ p; for the upper tail with P(U &gt; u) ≤ p.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="m">Size of the first sample.</param>
    /// <param name="n">Size of the second sample.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double p, int m, int n, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(p);
        return Of(m, n).Quantile(QuantileSolver.Target(p, tail));
    }

    /// <inheritdoc cref="Quantile"/>
    /// <param name="logP">Natural logarithm, −∞ to 0.</param>
    /// <param name="m">Size of the first sample.</param>
    /// <param name="n">Size of the second sample.</param>
    /// <param name="tail">Which tail.</param>
    public static double QuantileOfLog(double logP, int m, int n, Tail tail = Tail.Lower)
    {
        Arguments.CheckLogProbability(logP);
        return Of(m, n).Quantile(QuantileSolver.TargetOfLog(logP, tail));
    }

    private static CountDistribution Of(int m, int n)
    {
        Arguments.CheckPositive(m);
        Arguments.CheckPositive(n);
        if ((long)m + n > LargestTotal)
            throw new ArgumentOutOfRangeException(nameof(n), n, $"expected m + n up to {LargestTotal}; m is {m}.");
        var key = m < n ? (m, n) : (n, m);
        if (Distributions.TryGetValue(key, out var known))
            return known;
        if (Distributions.Values.Sum(d => d.Highest) > MostKept)
            Distributions.Clear();
        return Distributions[key] = Build(key.Item1, key.Item2);
    }

    private static CountDistribution Build(int m, int n)
    {
        var highest = (long)m * n;
        var counts = new double[highest / 2 + 1];
        counts[0] = 1;
        for (var i = 1; i <= m; i++)
            MultiplyByFactor(counts, n + i, i, (long)n * i);
        return new CountDistribution(counts, highest, SpecialFunctions.LogChoose(m + n, m));
    }

    /// <summary>Multiplies by (1 − q^up) / (1 − q^down); the product has this degree, beyond which rounding is swept away.</summary>
    private static void MultiplyByFactor(double[] counts, int up, int down, long degree)
    {
        var last = (int)Math.Min(counts.Length - 1, degree);
        for (var u = last; u >= up; u--)
            counts[u] -= counts[u - up];
        for (var u = down; u <= last; u++)
            counts[u] += counts[u - down];
        Array.Clear(counts, last + 1, counts.Length - last - 1);
    }
}
