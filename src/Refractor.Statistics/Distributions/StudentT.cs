namespace Refractor.Statistics.Distributions;

/// <summary>Student's t distribution.</summary>
/// <remarks>Checked against R pt, qt and dt.</remarks>
public static class StudentT
{
    /// <summary>P(T ≤ t) or P(T &gt; t).</summary>
    /// <param name="t">Where.</param>
    /// <param name="df">Degrees of freedom, &gt; 0, not necessarily whole; +∞ is the normal distribution.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double t, double df, Tail tail = Tail.Lower) =>
        LogTailOf(t, df).ProbabilityOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(T ≤ t) or P(T &gt; t); does not underflow.</summary>
    public static double LogProbability(double t, double df, Tail tail = Tail.Lower) => LogTailOf(t, df).LogOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>The probability of a value at least as far from 0: 2 P(T &gt; |t|).</summary>
    public static PValue TwoSided(double t, double df) => PValue.FromLog(TwoSidedLog(t, df));

    /// <summary>
    /// Natural logarithms of the two-sided probabilities of many values with the same degrees of freedom; 20,000 take about 0.5 ms.
    /// </summary>
    /// <param name="t">Values.</param>
    /// <param name="df">Degrees of freedom, &gt; 0; may be +∞.</param>
    /// <param name="logP">Receives as many logarithms.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void TwoSidedLog(ReadOnlySpan<double> t, double df, Span<double> logP)
    {
        Arguments.CheckPositive(df);
        Arguments.CheckSameLength(logP.Length, t.Length, nameof(logP));
        ManyTails.StudentTwoSided(t, df, logP);
    }

    /// <summary>Natural logarithms of the two-sided probabilities of many values, each with its own degrees of freedom.</summary>
    /// <param name="t">Values.</param>
    /// <param name="df">As many degrees of freedom; +∞ is normal, and where none is left (0, NaN) the result is NaN.</param>
    /// <param name="logP">Receives as many logarithms.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void TwoSidedLog(ReadOnlySpan<double> t, ReadOnlySpan<double> df, Span<double> logP)
    {
        Arguments.CheckSameLength(df.Length, t.Length, nameof(df));
        Arguments.CheckSameLength(logP.Length, t.Length, nameof(logP));
        ManyTails.StudentTwoSided(t, df, logP);
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>Density.</summary>
    public static double Density(double t, double df) => Math.Exp(LogDensity(t, df));

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of the density.</summary>
    public static double LogDensity(double t, double df)
    {
        Arguments.CheckPositive(df);
        if (double.IsPositiveInfinity(df))
            return Normal.LogDensity(t);
        var half = 0.5 * df;
        var ratio = t / df * t;
        var kernel = double.IsInfinity(ratio)
            ? 2 * (Math.Log(Math.Abs(t)) - 0.5 * Math.Log(df))
            : Elementary.Log1p(ratio);
        return LogGammaFunction.Quotient(0.5, half) - 0.5 * Math.Log(Math.PI * df) - (half + 0.5) * kernel;
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>The t with this probability of the tail.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="df">Degrees of freedom.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double p, double df, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(p);
        Arguments.CheckPositive(df);
        if (double.IsPositiveInfinity(df))
            return Normal.Quantile(p, tail);
        var excess = tail == Tail.Lower ? p - 0.5 : 0.5 - p;
        if (Math.Abs(excess) <= 0.25)
            return Math.CopySign(FromCentral(2 * Math.Abs(excess), df), excess);
        return FromTail(QuantileSolver.Target(p, tail), df);
    }

    /// <inheritdoc cref="Quantile"/>
    /// <summary>The t whose tail has this natural logarithm of probability.</summary>
    /// <param name="logP">−∞ to 0.</param>
    /// <param name="df">Degrees of freedom.</param>
    /// <param name="tail">Which tail.</param>
    public static double QuantileOfLog(double logP, double df, Tail tail = Tail.Lower)
    {
        Arguments.CheckLogProbability(logP);
        Arguments.CheckPositive(df);
        return double.IsPositiveInfinity(df)
            ? Normal.QuantileOfLog(logP, tail)
            : FromTail(QuantileSolver.TargetOfLog(logP, tail), df);
    }

    internal static double TwoSidedLog(double t, double df)
    {
        Arguments.CheckPositive(df);
        return double.IsPositiveInfinity(df) ? Normal.TwoSidedLog(t) : TwoSidedTail(t, df).LogOf(Tail.Lower);
    }

    /// <summary>P(|T| ≥ |t|) as the lower tail of df / (df + t²), a beta variable with shapes df/2 and ½.</summary>
    private static LogTail TwoSidedTail(double t, double df)
    {
        var square = t * t;
        if (double.IsInfinity(square))
            return FarTail(t, df);
        var total = df + square;
        return IncompleteBeta.LogTailOf(0.5 * df, 0.5, df / total, square / total, 0.5 * df * ((square - 1) / total));
    }

    /// <summary>The first term of the series, when t² is beyond the range of a double.</summary>
    private static LogTail FarTail(double t, double df)
    {
        var logX = Math.Log(df) - 2 * Math.Log(Math.Abs(t));
        var half = 0.5 * df;
        return new LogTail(half * logX - Math.Log(half) - LogGammaFunction.Beta(half, 0.5), Tail.Lower);
    }

    private static LogTail LogTailOf(double t, double df) =>
        new(TwoSidedLog(t, df) - Elementary.LogTwo, t < 0 ? Tail.Lower : Tail.Upper);

    private static double FromTail(LogTail target, double df)
    {
        var both = target.Log + Elementary.LogTwo;
        var odds =
            both <= -Elementary.LogTwo
                ? OddsQuantile.Of(new LogTail(both, Tail.Lower), 0.5 * df, 0.5)
                : OddsQuantile.Of(new LogTail(Elementary.LogOneMinusExp(Math.Min(both, 0)), Tail.Upper), 0.5 * df, 0.5);
        var t = Math.Sqrt(df) * Math.Exp(-0.5 * odds.LogOdds);
        return target.Tail == Tail.Lower ? -t : t;
    }

    /// <summary>The t ≥ 0 with P(|T| ≤ t) = p, which keeps its digits near 0.</summary>
    private static double FromCentral(double p, double df)
    {
        var odds = OddsQuantile.Of(new LogTail(Math.Log(p), Tail.Upper), 0.5 * df, 0.5);
        return Math.Sqrt(df) * Math.Exp(-0.5 * odds.LogOdds);
    }
}
