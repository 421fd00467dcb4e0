using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.LinearModels;

/// <summary>
/// Mean and variance of log F when values beyond two tail quantiles are set to those quantiles, by Gauss-Legendre quadrature over
/// F/(1 + F).
/// </summary>
internal static class WinsorizedMoments
{
    private const int Nodes = 128;

    private static readonly (double Node, double Weight)[] Legendre = LegendreNodes();

    public static (double Mean, double Variance) Of(double df1, double df2, double lowerTail, double upperTail)
    {
        var low = FDistribution.Quantile(lowerTail, df1, df2);
        var high = FDistribution.Quantile(upperTail, df1, df2, Tail.Upper);
        var (from, to) = (low / (1 + low), high / (1 + high));
        var (logs, masses) = (new double[Nodes], new double[Nodes]);
        var mean = lowerTail * Math.Log(low) + upperTail * Math.Log(high);
        for (var i = 0; i < Nodes; i++)
        {
            var u = from + (to - from) * Legendre[i].Node;
            var f = u / (1 - u);
            logs[i] = Math.Log(f);
            masses[i] = (to - from) * Legendre[i].Weight * FDistribution.Density(f, df1, df2) / ((1 - u) * (1 - u));
            mean += masses[i] * logs[i];
        }
        var variance = lowerTail * Square(Math.Log(low) - mean) + upperTail * Square(Math.Log(high) - mean);
        for (var i = 0; i < Nodes; i++)
            variance += masses[i] * Square(logs[i] - mean);
        return (mean, variance);
    }

    private static double Square(double x) => x * x;

    // Nodes and weights on 0..1: roots of the Legendre polynomial by Newton steps from Chebyshev's approximation.
    private static (double, double)[] LegendreNodes()
    {
        var nodes = new (double, double)[Nodes];
        for (var i = 0; i < Nodes; i++)
        {
            var x = Math.Cos(Math.PI * (Nodes - i - 0.25) / (Nodes + 0.5));
            var slope = 0.0;
            for (var step = 0; step < 10; step++)
            {
                (var value, slope) = LegendrePolynomial(x);
                x -= value / slope;
            }
            nodes[i] = ((1 + x) / 2, 1 / ((1 - x * x) * slope * slope));
        }
        return nodes;
    }

    private static (double Value, double Slope) LegendrePolynomial(double x)
    {
        var (before, value) = (1.0, x);
        for (var k = 2; k <= Nodes; k++)
            (before, value) = (value, ((2 * k - 1) * x * value - (k - 1) * before) / k);
        return (value, Nodes * (x * value - before) / (x * x - 1));
    }
}
