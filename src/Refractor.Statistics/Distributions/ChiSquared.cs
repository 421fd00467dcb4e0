namespace Refractor.Statistics.Distributions;

/// <summary>The χ² distribution.</summary>
/// <remarks>Checked against R pchisq, qchisq and dchisq.</remarks>
public static class ChiSquared
{
    /// <summary>P(X ≤ x) or P(X &gt; x).</summary>
    /// <param name="x">Where; below 0 all mass is above.</param>
    /// <param name="df">Degrees of freedom, &gt; 0, not necessarily whole.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double x, double df, Tail tail = Tail.Lower) =>
        LogTailOf(x, df).ProbabilityOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(X ≤ x) or P(X &gt; x); does not underflow.</summary>
    public static double LogProbability(double x, double df, Tail tail = Tail.Lower) => LogTailOf(x, df).LogOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>The p value of a χ² test: P(X &gt; x).</summary>
    public static PValue UpperTail(double x, double df) => PValue.FromLog(LogProbability(x, df, Tail.Upper));

    /// <summary>
    /// Natural logarithms of P(X &gt; x) of many values with the same degrees of freedom; 20,000 take about 0.5 ms for few degrees of
    /// freedom.
    /// </summary>
    /// <param name="x">Values.</param>
    /// <param name="df">Degrees of freedom, &gt; 0.</param>
    /// <param name="logP">Receives as many logarithms.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void LogUpperTail(ReadOnlySpan<double> x, double df, Span<double> logP)
    {
        Arguments.CheckPositive(df);
        Arguments.CheckSameLength(logP.Length, x.Length, nameof(logP));
        ManyTails.ChiSquaredUpper(x, df, logP);
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>Density.</summary>
    public static double Density(double x, double df) => Math.Exp(LogDensity(x, df));

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of the density.</summary>
    public static double LogDensity(double x, double df) => Gamma.LogDensity(x, 0.5 * df, 2);

    /// <inheritdoc cref="Probability"/>
    /// <summary>The x with this probability of the tail.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="df">Degrees of freedom.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double p, double df, Tail tail = Tail.Lower) => Gamma.Quantile(p, 0.5 * df, 2, tail);

    /// <inheritdoc cref="Quantile"/>
    /// <summary>The x whose tail has this natural logarithm of probability.</summary>
    /// <param name="logP">−∞ to 0.</param>
    /// <param name="df">Degrees of freedom.</param>
    /// <param name="tail">Which tail.</param>
    public static double QuantileOfLog(double logP, double df, Tail tail = Tail.Lower) =>
        Gamma.QuantileOfLog(logP, 0.5 * df, 2, tail);

    private static LogTail LogTailOf(double x, double df)
    {
        Arguments.CheckPositive(df);
        return IncompleteGamma.LogTailOf(0.5 * df, 0.5 * x);
    }
}
