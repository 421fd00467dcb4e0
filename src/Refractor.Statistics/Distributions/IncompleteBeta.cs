namespace Refractor.Statistics.Distributions;

/// <summary>
/// Tails of the beta distribution in logarithms. x and y = 1 − x are both given, and λ = a − (a + b) x, so that nothing is lost where x is
/// close to 0, 1 or the mean (DiDonato and Morris, "Significant digit computation of the incomplete beta function ratios", ACM Trans Math
/// Softw 1992).
/// </summary>
internal static class IncompleteBeta
{
    private const double Precision = 1e-17;

    /// <summary>The tails at x alone: λ by fused products, since the rounding of (a + b) x would count many times.</summary>
    public static LogTail LogTailOf(double a, double b, double x)
    {
        var y = 1 - x;
        var lambda = x <= 0.5 ? Lambda(a, b, x) : -Lambda(b, a, y);
        return LogTailOf(a, b, x, y, lambda);
    }

    public static LogTail LogTailOf(double a, double b, double x, double y, double lambda)
    {
        if (double.IsNaN(a + b + x))
            return new LogTail(double.NaN, Tail.Lower);
        if (x <= 0)
            return LogTail.All(Tail.Upper);
        if (y <= 0)
            return LogTail.All(Tail.Lower);
        if (b * x <= 0.7 && x <= 0.7)
            return PowerSeries(a, b, x, y, lambda);
        if (a * y <= 0.7 && y <= 0.7)
            return PowerSeries(b, a, y, x, -lambda).Swap;
        return lambda >= 0 ? ByFraction(a, b, x, y, lambda) : ByFraction(b, a, y, x, -lambda).Swap;
    }

    /// <summary>a − (a + b) x with one rounding.</summary>
    public static double Lambda(double a, double b, double x)
    {
        var product = b * x;
        var error = Math.FusedMultiplyAdd(b, x, -product);
        var y = 1 - x;
        var lost = 1 - y - x;
        var other = a * y;
        var otherError = Math.FusedMultiplyAdd(a, y, -other);
        return other - product + (otherError + a * lost - error);
    }

    /// <summary>I = x^a / (a B) (1 + a Σ (1 − b)…(n − b) x^n / (n! (a + n))).</summary>
    private static LogTail PowerSeries(double a, double b, double x, double y, double lambda)
    {
        double term = 1,
            sum = 0;
        for (var n = 1; n < 1_000_000; n++)
        {
            term *= (n - b) / n * x;
            var add = term / (a + n);
            sum += add;
            if (Math.Abs(add) <= Precision * Math.Abs(sum))
                break;
        }
        var lead =
            a <= 1
                ? a * Math.Log(x) - LogGammaFunction.OnePlus(a) + LogGammaFunction.Quotient(a, b)
                : SaddlePoint.LogBeta(a, b, x, y, lambda) - b * Elementary.Log1p(-x) - Math.Log(a);
        return LogTail.Of(lead + Elementary.Log1p(a * sum), Tail.Lower);
    }

    private static LogTail ByFraction(double a, double b, double x, double y, double lambda) =>
        LogTail.Of(SaddlePoint.LogBeta(a, b, x, y, lambda) + Math.Log(Fraction(a, b, x, y, lambda)), Tail.Lower);

    /// <summary>
    /// I over x^a y^b / B(a, b), for x up to the mean: the fraction 1 / (β₁ + α₂ / (β₂ + …)) with
    /// α(n+1) = (a + n − 1)(a + b + n − 1) n (b − n) x² / (a + 2n − 1)² and
    /// β(n+1) = n + n (b − n) x / (a + 2n − 1) + (a + n)(λ + 1 + n (1 + y)) / (a + 2n + 1).
    /// </summary>
    public static double Fraction(double a, double b, double x, double y, double lambda)
    {
        const double tiny = 1e-300;
        var first = a / (a + 1) * (lambda + 1);
        double c = first,
            d = 0,
            h = 1 / first;
        for (var n = 1; n < 10_000_000; n++)
        {
            var s = a + 2.0 * n - 1;
            var w = n * (b - n) * x / s;
            var alpha = (a + n - 1) / s * (a + b + n - 1) * w * x;
            var beta = n + w + (a + n) / (s + 2) * (lambda + 1 + n * (1 + y));
            d = beta + alpha * d;
            d = 1 / (Math.Abs(d) < tiny ? tiny : d);
            c = beta + alpha / c;
            c = Math.Abs(c) < tiny ? tiny : c;
            var change = c * d;
            h /= change;
            if (Math.Abs(change - 1) < 1e-16)
                break;
        }
        return h;
    }
}
