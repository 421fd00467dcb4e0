namespace Refractor.Statistics.Distributions;

/// <summary>
/// The hypergeometric distribution: how many marked items are among those drawn without replacement from an urn. It carries Fisher's
/// exact test and over-representation.
/// </summary>
/// <remarks>Checked against R phyper, qhyper and dhyper.</remarks>
public static class Hypergeometric
{
    /// <summary>P(K ≤ k) or P(K &gt; k).</summary>
    /// <param name="k">Marked items among those drawn; fractions are cut.</param>
    /// <param name="marked">Marked items in the urn, ≥ 0.</param>
    /// <param name="unmarked">Other items in the urn, ≥ 0.</param>
    /// <param name="drawn">Items drawn, 0 to marked + unmarked.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double k, double marked, double unmarked, double drawn, Tail tail = Tail.Lower) =>
        LogTailOf(k, marked, unmarked, drawn).ProbabilityOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(K ≤ k) or P(K &gt; k); does not underflow.</summary>
    public static double LogProbability(
        double k,
        double marked,
        double unmarked,
        double drawn,
        Tail tail = Tail.Lower
    ) => LogTailOf(k, marked, unmarked, drawn).LogOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>P(K = k).</summary>
    public static double Density(double k, double marked, double unmarked, double drawn) =>
        Math.Exp(LogDensity(k, marked, unmarked, drawn));

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(K = k).</summary>
    public static double LogDensity(double k, double marked, double unmarked, double drawn)
    {
        Check(marked, unmarked, drawn);
        if (k != Math.Floor(k) || k < 0 || k > marked || k > drawn || drawn - k > unmarked)
            return double.NegativeInfinity;
        if (drawn == 0)
            return 0;
        var total = marked + unmarked;
        var (p, q) = (drawn / total, (total - drawn) / total);
        return Binomial.LogDensity(k, marked, p, q)
            + Binomial.LogDensity(drawn - k, unmarked, p, q)
            - Binomial.LogDensity(drawn, total, p, q);
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>The smallest k with P(K ≤ k) ≥ p; for the upper tail with P(K &gt; k) ≤ p.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="marked">Marked items in the urn.</param>
    /// <param name="unmarked">Other items in the urn.</param>
    /// <param name="drawn">Items drawn.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double p, double marked, double unmarked, double drawn, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(p);
        return Find(QuantileSolver.Target(p, tail), marked, unmarked, drawn);
    }

    /// <inheritdoc cref="Quantile"/>
    /// <param name="logP">Natural logarithm, −∞ to 0.</param>
    /// <param name="marked">Marked items in the urn.</param>
    /// <param name="unmarked">Other items in the urn.</param>
    /// <param name="drawn">Items drawn.</param>
    /// <param name="tail">Which tail.</param>
    public static double QuantileOfLog(
        double logP,
        double marked,
        double unmarked,
        double drawn,
        Tail tail = Tail.Lower
    )
    {
        Arguments.CheckLogProbability(logP);
        return Find(QuantileSolver.TargetOfLog(logP, tail), marked, unmarked, drawn);
    }

    private static LogTail LogTailOf(double k, double marked, double unmarked, double drawn)
    {
        Check(marked, unmarked, drawn);
        if (double.IsNaN(k + marked + unmarked + drawn))
            return new LogTail(double.NaN, Tail.Lower);
        k = Math.Floor(k + 1e-7);
        if (k < Math.Max(0, drawn - unmarked))
            return LogTail.All(Tail.Upper);
        if (k >= Math.Min(drawn, marked))
            return LogTail.All(Tail.Lower);
        return k * (marked + unmarked) <= drawn * marked
            ? LowerSum(k, marked, unmarked, drawn, Tail.Lower)
            : LowerSum(drawn - k - 1, unmarked, marked, drawn, Tail.Upper);
    }

    /// <summary>P(K ≤ k) by the ratios of neighbouring terms, downwards; the upper tail is the lower tail of the other colour.</summary>
    private static LogTail LowerSum(double k, double marked, double unmarked, double drawn, Tail tail)
    {
        var start = LogDensity(k, marked, unmarked, drawn);
        double term = 1,
            sum = 1;
        for (var i = k; i > 0 && term > 1e-17 * sum; i--)
        {
            term *= i / (marked - i + 1) * ((unmarked - drawn + i) / (drawn - i + 1));
            sum += term;
        }
        return LogTail.Of(start + Math.Log(sum), tail);
    }

    private static double Find(LogTail target, double marked, double unmarked, double drawn)
    {
        Check(marked, unmarked, drawn);
        var total = marked + unmarked;
        var mean = total == 0 ? 0 : drawn * (marked / total);
        return DiscreteQuantile.Find(
            k => LogTailOf(k, marked, unmarked, drawn),
            target,
            Math.Max(0, drawn - unmarked),
            Math.Min(drawn, marked),
            mean
        );
    }

    private static void Check(double marked, double unmarked, double drawn)
    {
        Arguments.CheckNotNegative(marked);
        Arguments.CheckNotNegative(unmarked);
        Arguments.CheckNotNegative(drawn);
        if (drawn > marked + unmarked)
            throw new ArgumentOutOfRangeException(
                nameof(drawn),
                drawn,
                $"expected at most all {marked + unmarked} items."
            );
    }
}
