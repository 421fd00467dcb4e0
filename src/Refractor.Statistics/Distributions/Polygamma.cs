namespace Refractor.Statistics.Distributions;

/// <summary>
/// Derivatives of log Γ by the recurrence up to 10 and the asymptotic series beyond (Abramowitz and Stegun, 6.3.18, 6.4.12, 6.4.13).
/// </summary>
internal static class Polygamma
{
    private const double AsymptoticFrom = 10;

    public static double Digamma(double x)
    {
        if (x <= 0)
            return double.NaN;
        var sum = 0.0;
        for (; x < AsymptoticFrom; x++)
            sum += 1 / x;
        var y = 1 / (x * x);
        var tail =
            y
            * (
                1.0 / 12
                - y * (1.0 / 120 - y * (1.0 / 252 - y * (1.0 / 240 - y * (1.0 / 132 - y * (691.0 / 32760 - y / 12)))))
            );
        return Math.Log(x) - 0.5 / x - tail - sum;
    }

    public static double Trigamma(double x)
    {
        if (x <= 0)
            return double.NaN;
        var sum = 0.0;
        for (; x < AsymptoticFrom; x++)
            sum += 1 / (x * x);
        var y = 1 / (x * x);
        var tail =
            y
            * (
                1.0 / 6
                - y * (1.0 / 30 - y * (1.0 / 42 - y * (1.0 / 30 - y * (5.0 / 66 - y * (691.0 / 2730 - y * 7 / 6)))))
            );
        return sum + (1 + 0.5 / x + tail) / x;
    }

    public static double Tetragamma(double x)
    {
        if (x <= 0)
            return double.NaN;
        var sum = 0.0;
        for (; x < AsymptoticFrom + 2; x++)
            sum -= 2 / (x * x * x);
        var y = 1 / (x * x);
        var tail =
            y * (0.5 - y * (1.0 / 6 - y * (1.0 / 6 - y * (3.0 / 10 - y * (5.0 / 6 - y * (691.0 / 210 - y * 35 / 2))))));
        return sum - (1 + 1 / x + tail) * y;
    }

    /// <summary>
    /// Newton on 1 / trigamma, which is convex and nearly linear: it climbs from below and never overshoots. Beyond 1e7 and below 1e-6 the
    /// leading term, as limma does, to 2e-4 and 5e-7.
    /// </summary>
    public static double TrigammaInverse(double y)
    {
        if (double.IsNaN(y) || y < 0)
            return double.NaN;
        if (y == 0)
            return double.PositiveInfinity;
        if (y > 1e7)
            return 1 / Math.Sqrt(y);
        if (y < 1e-6)
            return 1 / y;
        var x = 0.5 + 1 / y;
        for (var i = 0; i < 50; i++)
        {
            var trigamma = Trigamma(x);
            var step = trigamma * (1 - trigamma / y) / Tetragamma(x);
            x += step;
            if (-step <= 1e-13 * x)
                break;
        }
        return x;
    }
}
