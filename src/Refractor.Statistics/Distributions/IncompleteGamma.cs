namespace Refractor.Statistics.Distributions;

/// <summary>Tails of the gamma distribution of shape a and scale 1 in logarithms.</summary>
internal static class IncompleteGamma
{
    private const double Precision = 1e-17;

    /// <summary>Far more than shapes of 1e8 need.</summary>
    private const int MostTerms = 1_000_000;

    public static LogTail LogTailOf(double a, double x)
    {
        if (double.IsNaN(a) || double.IsNaN(x))
            return new LogTail(double.NaN, Tail.Lower);
        if (x <= 0 || double.IsInfinity(a))
            return LogTail.All(Tail.Upper);
        if (double.IsInfinity(x) || a == 0)
            return LogTail.All(Tail.Lower);
        if (a < 1 && x < 1.5)
            return SmallShape(a, x);
        if (UniformGamma.IsFor(a, x))
            return UniformGamma.LogTailOf(a, x);
        var logDensity = SaddlePoint.LogPoisson(a, x);
        return x < a
            ? LogTail.Of(logDensity + Math.Log(Series(a, x)), Tail.Lower)
            : LogTail.Of(logDensity + Math.Log(a * Fraction(a, x)), Tail.Upper);
    }

    /// <summary>
    /// P = x^a / Γ(1 + a) (1 + a Σ (−x)^n / ((a + n) n!)): both factors stay close to 1 when a is small, and log P keeps its digits when P
    /// is almost 1.
    /// </summary>
    private static LogTail SmallShape(double a, double x)
    {
        double term = 1,
            sum = 0;
        for (var n = 1; n < 100; n++)
        {
            term *= -x / n;
            var add = term / (a + n);
            sum += add;
            if (Math.Abs(add) < Precision * Math.Abs(sum))
                break;
        }
        return LogTail.Of(a * Math.Log(x) - LogGammaFunction.OnePlus(a) + Elementary.Log1p(a * sum), Tail.Lower);
    }

    /// <summary>1 + Σ x^n / ((a + 1) … (a + n)).</summary>
    private static double Series(double a, double x)
    {
        double term = 1,
            sum = 1;
        for (var n = 1; ; n++)
        {
            term *= x / (a + n);
            sum += term;
            if (term < Precision * sum)
                return sum;
        }
    }

    /// <summary>
    /// Legendre's fraction 1 / (x + 1 − a − 1 (1 − a) / (x + 3 − a − 2 (2 − a) / (x + 5 − a − …))), numerator and denominator by their
    /// three-term recurrence.
    /// </summary>
    public static double Fraction(double a, double x)
    {
        const double large = 1e120;
        var b = x + 1 - a;
        double before = 1,
            denominator = b,
            beforeAbove = 0,
            numerator = 1;
        var value = 1 / b;
        for (var n = 1.0; n < MostTerms; n++)
        {
            var term = n * (a - n);
            b += 2;
            (before, denominator) = (denominator, b * denominator + term * before);
            (beforeAbove, numerator) = (numerator, b * numerator + term * beforeAbove);
            var next = numerator / denominator;
            if (Math.Abs(next - value) <= 1e-16 * next)
                return next;
            value = next;
            if (Math.Abs(denominator) > large)
            {
                before /= denominator;
                beforeAbove /= denominator;
                numerator /= denominator;
                denominator = 1;
            }
        }
        return value;
    }
}
