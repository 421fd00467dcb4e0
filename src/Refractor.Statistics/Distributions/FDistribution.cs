namespace Refractor.Statistics.Distributions;

/// <summary>Fisher's F distribution.</summary>
/// <remarks>Checked against R pf, qf and df.</remarks>
public static class FDistribution
{
    /// <summary>P(F ≤ f) or P(F &gt; f).</summary>
    /// <param name="f">Where; below 0 all mass is above.</param>
    /// <param name="df1">Degrees of freedom of the numerator, &gt; 0; may be +∞.</param>
    /// <param name="df2">Degrees of freedom of the denominator, &gt; 0; may be +∞.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double f, double df1, double df2, Tail tail = Tail.Lower) =>
        LogTailOf(f, df1, df2).ProbabilityOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(F ≤ f) or P(F &gt; f); does not underflow.</summary>
    public static double LogProbability(double f, double df1, double df2, Tail tail = Tail.Lower) =>
        LogTailOf(f, df1, df2).LogOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>The p value of an F test: P(F &gt; f).</summary>
    public static PValue UpperTail(double f, double df1, double df2) =>
        PValue.FromLog(LogProbability(f, df1, df2, Tail.Upper));

    /// <inheritdoc cref="Probability"/>
    /// <summary>Density.</summary>
    public static double Density(double f, double df1, double df2) => Math.Exp(LogDensity(f, df1, df2));

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of the density.</summary>
    public static double LogDensity(double f, double df1, double df2)
    {
        Check(df1, df2);
        if (double.IsPositiveInfinity(df1) && double.IsPositiveInfinity(df2))
            return f == 1 ? double.PositiveInfinity : double.NegativeInfinity;
        if (f < 0)
            return double.NegativeInfinity;
        if (f == 0)
            return df1 < 2 ? double.PositiveInfinity
                : df1 == 2 ? 0
                : double.NegativeInfinity;
        if (double.IsPositiveInfinity(df2))
            return Gamma.LogDensity(f, 0.5 * df1, 2 / df1);
        if (double.IsPositiveInfinity(df1))
            return Gamma.LogDensity(1 / f, 0.5 * df2, 2 / df2) - 2 * Math.Log(f);
        var at = Place.Of(f, df1, df2);
        return SaddlePoint.LogBeta(0.5 * df1, 0.5 * df2, at.X, at.Y, at.Lambda) - Math.Log(f);
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>The f with this probability of the tail.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="df1">Degrees of freedom of the numerator.</param>
    /// <param name="df2">Degrees of freedom of the denominator.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double p, double df1, double df2, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(p);
        Check(df1, df2);
        return QuantileOf(QuantileSolver.Target(p, tail), df1, df2);
    }

    /// <inheritdoc cref="Quantile"/>
    /// <summary>The f whose tail has this natural logarithm of probability.</summary>
    /// <param name="logP">−∞ to 0.</param>
    /// <param name="df1">Degrees of freedom of the numerator.</param>
    /// <param name="df2">Degrees of freedom of the denominator.</param>
    /// <param name="tail">Which tail.</param>
    public static double QuantileOfLog(double logP, double df1, double df2, Tail tail = Tail.Lower)
    {
        Arguments.CheckLogProbability(logP);
        Check(df1, df2);
        return QuantileOf(QuantileSolver.TargetOfLog(logP, tail), df1, df2);
    }

    private static LogTail LogTailOf(double f, double df1, double df2)
    {
        Check(df1, df2);
        if (double.IsNaN(f + df1 + df2))
            return new LogTail(double.NaN, Tail.Lower);
        if (f <= 0)
            return LogTail.All(Tail.Upper);
        if (double.IsPositiveInfinity(f))
            return LogTail.All(Tail.Lower);
        if (double.IsPositiveInfinity(df1) && double.IsPositiveInfinity(df2))
            return LogTail.All(f < 1 ? Tail.Upper : Tail.Lower);
        if (double.IsPositiveInfinity(df2))
            return IncompleteGamma.LogTailOf(0.5 * df1, 0.5 * df1 * f);
        if (double.IsPositiveInfinity(df1))
            return IncompleteGamma.LogTailOf(0.5 * df2, 0.5 * df2 / f).Swap;
        var at = Place.Of(f, df1, df2);
        return IncompleteBeta.LogTailOf(0.5 * df1, 0.5 * df2, at.X, at.Y, at.Lambda);
    }

    private static double QuantileOf(LogTail target, double df1, double df2)
    {
        if (double.IsPositiveInfinity(df1))
            return double.IsPositiveInfinity(df2) ? 1 : 0.5 * df2 / Gamma.StandardQuantile(target.Swap, 0.5 * df2);
        if (double.IsPositiveInfinity(df2))
            return Gamma.StandardQuantile(target, 0.5 * df1) / (0.5 * df1);
        return df2 / df1 * Math.Exp(OddsQuantile.Of(target, 0.5 * df1, 0.5 * df2).LogOdds);
    }

    private static void Check(double df1, double df2)
    {
        Arguments.CheckPositive(df1);
        Arguments.CheckPositive(df2);
    }

    /// <summary>f as a beta variable x = df1 f / (df1 f + df2), with y = 1 − x and the distance λ from its mean.</summary>
    private readonly record struct Place(double X, double Y, double Lambda)
    {
        public static Place Of(double f, double df1, double df2)
        {
            // Divided by the larger term, so that nothing overflows.
            var odds = df1 / df2 * f;
            var (x, y) =
                odds <= 1 ? (odds / (1 + odds), 1 / (1 + odds)) : (1 / (1 + 1 / odds), 1 / odds / (1 + 1 / odds));
            return new Place(x, y, 0.5 * df1 * (1 - f) * y);
        }
    }
}
