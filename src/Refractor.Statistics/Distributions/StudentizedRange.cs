namespace Refractor.Statistics.Distributions;

/// <summary>
/// The studentised range: the range of k standard normal values divided by an independent standard deviation with df degrees of freedom.
/// It carries Tukey's honest significant differences.
/// </summary>
/// <remarks>
/// The double integral of Copenhaver and Holland (J Stat Comput Simul 1988) by the trapezoidal rule, of the upper tail, so that small p
/// keep their digits; R's ptukey is exact to about 1e-10 in absolute terms. Checked against R ptukey and qtukey, and for two groups
/// against Student's t.
/// </remarks>
public static class StudentizedRange
{
    /// <summary>P(Q ≤ q) or P(Q &gt; q).</summary>
    /// <param name="q">Range over standard deviation; below 0 all mass is above.</param>
    /// <param name="groups">Number of groups k, ≥ 2.</param>
    /// <param name="df">Degrees of freedom of the standard deviation, &gt; 0; may be +∞.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double q, double groups, double df, Tail tail = Tail.Lower)
    {
        var upper = UpperTail(q, groups, df);
        return tail == Tail.Upper ? upper : 1 - upper;
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(Q ≤ q) or P(Q &gt; q).</summary>
    public static double LogProbability(double q, double groups, double df, Tail tail = Tail.Lower)
    {
        var upper = UpperTail(q, groups, df);
        return tail == Tail.Upper ? Math.Log(upper) : Elementary.Log1p(-upper);
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>The p value of Tukey's test: P(Q &gt; q).</summary>
    public static PValue PValueOf(double q, double groups, double df) => PValue.From(UpperTail(q, groups, df));

    /// <inheritdoc cref="Probability"/>
    /// <summary>The q with this probability of the tail.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="df">Degrees of freedom.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double p, double groups, double df, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(p);
        return QuantileOf(tail == Tail.Upper ? Math.Log(p) : Elementary.Log1p(-p), groups, df);
    }

    /// <inheritdoc cref="Quantile"/>
    /// <summary>The q whose tail has this natural logarithm of probability.</summary>
    /// <param name="logP">−∞ to 0.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="df">Degrees of freedom.</param>
    /// <param name="tail">Which tail.</param>
    public static double QuantileOfLog(double logP, double groups, double df, Tail tail = Tail.Lower)
    {
        Arguments.CheckLogProbability(logP);
        return QuantileOf(tail == Tail.Upper ? logP : Elementary.LogOneMinusExp(logP), groups, df);
    }

    private static double QuantileOf(double logUpper, double groups, double df)
    {
        Check(groups, df);
        if (double.IsNaN(logUpper + groups + df))
            return double.NaN;
        if (logUpper == 0 || double.IsNegativeInfinity(logUpper))
            return logUpper == 0 ? 0 : double.PositiveInfinity;
        var range = new NormalRange(groups);
        return Math.Exp(
            MonotoneRoot.Find(log => logUpper - Math.Log(UpperTail(Math.Exp(log), range, df)), guess: 1, step: 0.5)
        );
    }

    private static double UpperTail(double q, double groups, double df)
    {
        Check(groups, df);
        if (double.IsNaN(q + groups + df))
            return double.NaN;
        if (q <= 0)
            return 1;
        return double.IsPositiveInfinity(q) ? 0 : UpperTail(q, new NormalRange(groups), df);
    }

    private static double UpperTail(double q, NormalRange range, double df) =>
        Math.Min(
            1,
            double.IsPositiveInfinity(df) ? range.UpperTail(q) : ChiMixture.Mean(df, s => range.UpperTail(q * s))
        );

    private static void Check(double groups, double df)
    {
        if (groups < 2)
            throw new ArgumentOutOfRangeException(nameof(groups), groups, "expected at least 2.");
        Arguments.CheckPositive(df);
    }
}
