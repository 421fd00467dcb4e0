namespace Refractor.Statistics.Distributions;

/// <summary>The gamma distribution.</summary>
/// <remarks>Checked against R pgamma, qgamma and dgamma.</remarks>
public static class Gamma
{
    /// <summary>Below this log x the first term of the series is the whole of it.</summary>
    private const double SolelyLowest = -600;

    /// <summary>P(X ≤ x) or P(X &gt; x).</summary>
    /// <param name="x">Where; below 0 all mass is above.</param>
    /// <param name="shape">Shape, &gt; 0.</param>
    /// <param name="scale">Scale, &gt; 0: the mean is shape × scale.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double x, double shape, double scale = 1, Tail tail = Tail.Lower) =>
        LogTailOf(x, shape, scale).ProbabilityOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(X ≤ x) or P(X &gt; x); does not underflow.</summary>
    public static double LogProbability(double x, double shape, double scale = 1, Tail tail = Tail.Lower) =>
        LogTailOf(x, shape, scale).LogOf(tail);

    /// <inheritdoc cref="Probability"/>
    /// <summary>Density.</summary>
    public static double Density(double x, double shape, double scale = 1) => Math.Exp(LogDensity(x, shape, scale));

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of the density.</summary>
    public static double LogDensity(double x, double shape, double scale = 1)
    {
        Check(shape, scale);
        if (x < 0)
            return double.NegativeInfinity;
        if (x == 0)
            return shape < 1 ? double.PositiveInfinity
                : shape == 1 ? -Math.Log(scale)
                : double.NegativeInfinity;
        var at = x / scale;
        return SaddlePoint.LogPoisson(shape, at) + Math.Log(shape / at) - Math.Log(scale);
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>The x with this probability of the tail.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="shape">Shape.</param>
    /// <param name="scale">Scale.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double p, double shape, double scale = 1, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(p);
        Check(shape, scale);
        return scale * StandardQuantile(QuantileSolver.Target(p, tail), shape);
    }

    /// <inheritdoc cref="Quantile"/>
    /// <summary>The x whose tail has this natural logarithm of probability.</summary>
    /// <param name="logP">−∞ to 0.</param>
    /// <param name="shape">Shape.</param>
    /// <param name="scale">Scale.</param>
    /// <param name="tail">Which tail.</param>
    public static double QuantileOfLog(double logP, double shape, double scale = 1, Tail tail = Tail.Lower)
    {
        Arguments.CheckLogProbability(logP);
        Check(shape, scale);
        return scale * StandardQuantile(QuantileSolver.TargetOfLog(logP, tail), shape);
    }

    internal static LogTail LogTailOf(double x, double shape, double scale)
    {
        Check(shape, scale);
        return IncompleteGamma.LogTailOf(shape, x / scale);
    }

    /// <summary>Solved in log x, in which small shapes are harmless.</summary>
    internal static double StandardQuantile(LogTail target, double shape)
    {
        if (double.IsNaN(target.Log + shape))
            return double.NaN;
        if (double.IsNegativeInfinity(target.Log))
            return target.Tail == Tail.Lower ? 0 : double.PositiveInfinity;
        var lowest = LowestTerm(target, shape);
        if (lowest < SolelyLowest)
            return Math.Exp(lowest);
        var w = QuantileSolver.Solve(
            w => IncompleteGamma.LogTailOf(shape, Math.Exp(w)),
            w => SaddlePoint.LogPoisson(shape, Math.Exp(w)) + Math.Log(shape),
            target,
            Guess(target, shape, lowest),
            1 / Math.Sqrt(shape)
        );
        return Math.Exp(w);
    }

    /// <summary>log x by the first term of the series alone: P = x^shape / Γ(shape + 1).</summary>
    private static double LowestTerm(LogTail target, double shape) =>
        (target.LogOf(Tail.Lower) + LogGammaFunction.Of(shape + 1)) / shape;

    /// <summary>Wilson and Hilferty 1931; in the lower tail of small shapes the first term of the series.</summary>
    private static double Guess(LogTail target, double shape, double lowest)
    {
        if (lowest < Math.Log(0.3 * (shape + 0.1)))
            return lowest;
        var z = Normal.QuantileOfLog(target.Log, target.Tail);
        var root = 1 - 1 / (9 * shape) + z / (3 * Math.Sqrt(shape));
        return root > 0.1 ? Math.Log(shape) + 3 * Math.Log(root) : Math.Log(shape);
    }

    private static void Check(double shape, double scale)
    {
        Arguments.CheckPositive(shape);
        Arguments.CheckPositive(scale);
    }
}
