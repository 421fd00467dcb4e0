namespace Refractor.Statistics.Distributions;

/// <summary>
/// Logarithms of gamma and binomial densities in saddle-point form (Loader, "Fast and accurate computation of binomial probabilities",
/// 2000): the large terms of log Γ and x log x never meet, so the absolute error of the logarithm is that of the result.
/// </summary>
internal static class SaddlePoint
{
    /// <summary>log of x^a exp(−x) / Γ(a + 1), a ≥ 0, x ≥ 0: the Poisson probability of a at mean x.</summary>
    public static double LogPoisson(double a, double x)
    {
        if (x == 0)
            return a == 0 ? 0 : double.NegativeInfinity;
        if (a == 0)
            return -x;
        if (double.IsInfinity(x) || double.IsInfinity(a))
            return double.NegativeInfinity;
        return -StirlingError.Of(a) - Deviance(a, x) - Elementary.HalfLogTwoPi - 0.5 * Math.Log(a);
    }

    /// <summary>a log(a/x) + x − a ≥ 0.</summary>
    public static double Deviance(double a, double x)
    {
        var relative = (x - a) / a;
        if (relative is >= -0.5 and <= 1)
            return -a * Elementary.Log1pMinus(relative);
        return x - a - a * Math.Log(x / a);
    }

    /// <summary>log of x^a y^b / B(a, b), with x + y = 1 and λ = a − (a + b) x given to full precision.</summary>
    public static double LogBeta(double a, double b, double x, double y, double lambda)
    {
        if (x == 0 || y == 0)
            return double.NegativeInfinity;
        var deviance = BetaDeviance(a, b, x, -lambda) + BetaDeviance(b, a, y, lambda);
        var correction = StirlingError.Of(a + b) - StirlingError.Of(a) - StirlingError.Of(b);
        return 0.5 * Math.Log(a / (a + b) * b) - Elementary.HalfLogTwoPi + correction - deviance;
    }

    /// <summary>a φ(excess / a), φ(e) = e − log(1 + e), where x = (a + excess) / (a + b).</summary>
    private static double BetaDeviance(double a, double b, double x, double excess)
    {
        var relative = excess / a;
        if (relative is >= -0.5 and <= 1)
            return -a * Elementary.Log1pMinus(relative);
        return excess - a * (Math.Log(x) - Math.Log(a / (a + b)));
    }
}
