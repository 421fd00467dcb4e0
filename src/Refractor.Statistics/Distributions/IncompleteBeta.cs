namespace Refractor.Statistics.Distributions;

/// <summary>
/// Tails of the beta distribution in logarithms. x and y = 1 − x are both given, and λ = a − (a + b) x, so that nothing is lost where x is
/// close to 0, 1 or the mean (DiDonato and Morris, "Significant digit computation of the incomplete beta function ratios", ACM Trans Math
/// Softw 1992).
/// </summary>
internal static class IncompleteBeta
{
    private const double Precision = 1e-17;

    /// <summary>Far more than shapes of 1e8 need.</summary>
    private const int MostTerms = 1_000_000;

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
        for (var n = 1; n < MostTerms; n++)
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
        // Numerator and denominator by their three-term recurrence: divisions wait for nothing, and one gives two terms.
        const double large = 1e120;
        double before = 1,
            numerator = a / (a + 1) * (lambda + 1),
            beforeBelow = 0,
            denominator = 1;
        var value = denominator / numerator;
        var s = a + 1;
        var inverse = 1 / s;
        for (var n = 1.0; n < MostTerms; n++)
        {
            var w = n * (b - n) * x * inverse;
            var alpha = (a + n - 1) * inverse * (a + b + n - 1) * w * x;
            s += 2;
            inverse = 1 / s;
            var beta = n + w + (a + n) * inverse * (lambda + 1 + n * (1 + y));
            (before, numerator) = (numerator, beta * numerator + alpha * before);
            (beforeBelow, denominator) = (denominator, beta * denominator + alpha * beforeBelow);
            var next = denominator / numerator;
            if (Math.Abs(next - value) <= 1e-16 * next)
                return next;
            value = next;
            if (Math.Abs(numerator) > large)
            {
                before /= numerator;
                beforeBelow /= numerator;
                denominator /= numerator;
                numerator = 1;
            }
        }
        return value;
    }
}
