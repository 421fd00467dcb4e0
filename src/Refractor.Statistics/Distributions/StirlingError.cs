namespace Refractor.Statistics.Distributions;

/// <summary>
/// The error δ(x) of Stirling's formula, log Γ(x + 1) = (x + ½) log x − x + ½ log 2π + δ(x), on which the saddle-point form of densities
/// rests (Loader, "Fast and accurate computation of binomial probabilities", 2000).
/// </summary>
internal static class StirlingError
{
    private const double AsymptoticFrom = 12;

    /// <summary>δ(i / 2): most shapes are halves of whole degrees of freedom.</summary>
    private static readonly double[] OfHalves =
    [
        .. Enumerable.Range(0, 2 * (int)AsymptoticFrom).Select(i => ByRecurrence(0.5 * i)),
    ];

    public static double Of(double x)
    {
        if (x >= AsymptoticFrom)
            return Asymptotic(x);
        var twice = 2 * x;
        var index = (int)twice;
        return index == twice ? OfHalves[index] : ByRecurrence(x);
    }

    /// <summary>δ(x) − δ(x + 1) = (x + ½) log(1 + 1/x) − 1.</summary>
    private static double ByRecurrence(double x)
    {
        var sum = 0.0;
        while (x < AsymptoticFrom)
        {
            sum += Step(x);
            x += 1;
        }
        return sum + Asymptotic(x);
    }

    /// <summary>δ(x + h) − δ(x) for h ≥ 0, with no loss when h is small beside x.</summary>
    public static double Difference(double x, double h)
    {
        var sum = 0.0;
        while (x < AsymptoticFrom)
        {
            sum += Step(x + h) - Step(x);
            x += 1;
        }
        return sum + Asymptotic(x + h) - Asymptotic(x);
    }

    private static double Step(double x)
    {
        if (x < 1)
            return (x + 0.5) * Math.Log((x + 1) / x) - 1;
        // (x + ½) log(1 + 1/x) = (1/r) artanh(r) with r = 1 / (2x + 1).
        var r = 1 / (2 * x + 1);
        var y = r * r;
        var sum = 0.0;
        for (var k = x < 3 ? 35 : 19; k >= 3; k -= 2)
            sum = (sum + 1.0 / k) * y;
        return sum;
    }

    private static double Asymptotic(double x)
    {
        var y = 1 / (x * x);
        var sum = 0.0064102564102564102564;
        sum = sum * y - 0.0019175269175269175269;
        sum = sum * y + 0.00084175084175084175084;
        sum = sum * y - 0.0005952380952380952381;
        sum = sum * y + 0.00079365079365079365079;
        sum = sum * y - 0.0027777777777777777778;
        sum = sum * y + 0.083333333333333333333;
        return sum / x;
    }
}
