namespace Refractor.Statistics.Distributions;

/// <summary>
/// Means over the standard deviation s, where df s² is χ² with df degrees of freedom: ∫ g(s) dP(s) by the trapezoidal rule in log s, which
/// converges exponentially for smooth g (Trefethen and Weideman, SIAM Rev 2014).
/// </summary>
internal static class ChiMixture
{
    /// <summary>Log density at which terms of a g between 0 and 1 no longer count.</summary>
    private const double Negligible = -745;

    /// <param name="df">Degrees of freedom.</param>
    /// <param name="values">g(s), between 0 and 1, not increasing so fast as the density falls.</param>
    public static double Mean(double df, Func<double, double> values)
    {
        // log s has standard deviation 1 / √(2 df) for large df. The density is bounded up to π/4 from the real line, which leaves an error
        // of exp(−π²/(2 step)) for small df.
        var step = Math.Min(0.4 / Math.Sqrt(2 * df), 0.125);
        var sum = 0.0;
        foreach (var side in (ReadOnlySpan<int>)[1, -1])
            for (var i = side > 0 ? 0 : -1; ; i += side)
            {
                var u = i * step;
                var logDensity = SaddlePoint.LogPoisson(0.5 * df, 0.5 * df * Math.Exp(2 * u)) + Math.Log(df);
                var term = Math.Exp(logDensity) * values(Math.Exp(u));
                sum += term;
                if (logDensity < Negligible || (logDensity < -5 && term <= 1e-18 * sum))
                    break;
            }
        return sum * step;
    }
}
