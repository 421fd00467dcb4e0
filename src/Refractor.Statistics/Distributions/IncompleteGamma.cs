namespace Refractor.Statistics.Distributions;

/// <summary>Tails of the gamma distribution of shape a and scale 1 in logarithms.</summary>
internal static class IncompleteGamma
{
    private const double Precision = 1e-17;

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
        var logDensity = SaddlePoint.LogPoisson(a, x);
        return x < a || (a < 1 && x < 1)
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

    /// <summary>Legendre's fraction 1 / (x + 1 − a − 1 (1 − a) / (x + 3 − a − 2 (2 − a) / (x + 5 − a − …))), by Lentz' method.</summary>
    public static double Fraction(double a, double x)
    {
        const double tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / tiny;
        var d = 1 / b;
        var h = d;
        for (var n = 1; n < 10_000_000; n++)
        {
            var numerator = -n * (n - a);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            var change = c * d;
            h *= change;
            if (Math.Abs(change - 1) < 1e-16)
                break;
        }
        return h;
    }
}
