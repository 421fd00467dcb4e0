namespace Refractor.Statistics.Distributions;

/// <summary>The beta distribution.</summary>
/// <remarks>Checked against R pbeta, qbeta and dbeta.</remarks>
public static class Beta
{
    /// <summary>P(X ≤ x) or P(X &gt; x).</summary>
    /// <param name="x">Where, within 0 to 1; outside all mass is on one side.</param>
    /// <param name="a">First shape, &gt; 0: the mean is a / (a + b).</param>
    /// <param name="b">Second shape, &gt; 0.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double x, double a, double b, Tail tail = Tail.Lower) =>
        LogTailOf(x, a, b).ProbabilityOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(X ≤ x) or P(X &gt; x); does not underflow.</summary>
    public static double LogProbability(double x, double a, double b, Tail tail = Tail.Lower) =>
        LogTailOf(x, a, b).LogOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Density.</summary>
    public static double Density(double x, double a, double b) => Math.Exp(LogDensity(x, a, b));

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of the density.</summary>
    public static double LogDensity(double x, double a, double b)
    {
        Check(a, b);
        if (x is < 0 or > 1)
            return double.NegativeInfinity;
        if (x is 0 or 1)
        {
            var shape = x == 0 ? a : b;
            return shape < 1 ? double.PositiveInfinity
                : shape == 1 ? Math.Log(x == 0 ? b : a)
                : double.NegativeInfinity;
        }
        var y = 1 - x;
        return SaddlePoint.LogBeta(a, b, x, y, IncompleteBeta.Lambda(a, b, x)) - Math.Log(x) - Elementary.Log1p(-x);
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>The x with this probability of the tail.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="a">First shape.</param>
    /// <param name="b">Second shape.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double p, double a, double b, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(p);
        Check(a, b);
        return OddsQuantile.Of(QuantileSolver.Target(p, tail), a, b).X;
    }

    /// <inheritdoc cref="Quantile"/>
    /// <summary>The x whose tail has this natural logarithm of probability.</summary>
    /// <param name="logP">−∞ to 0.</param>
    /// <param name="a">First shape.</param>
    /// <param name="b">Second shape.</param>
    /// <param name="tail">Which tail.</param>
    public static double QuantileOfLog(double logP, double a, double b, Tail tail = Tail.Lower)
    {
        Arguments.CheckLogProbability(logP);
        Check(a, b);
        return OddsQuantile.Of(QuantileSolver.TargetOfLog(logP, tail), a, b).X;
    }

    private static LogTail LogTailOf(double x, double a, double b)
    {
        Check(a, b);
        return IncompleteBeta.LogTailOf(a, b, x);
    }

    private static void Check(double a, double b)
    {
        Arguments.CheckPositive(a);
        Arguments.CheckPositive(b);
    }
}
