using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>Closed forms for the upper tail of the largest |Z| over all cut-offs.</summary>
internal static class MaximumBounds
{
    /// <summary>Lausen and Schumacher, Biometrics 1992: a continuous marker cut between two fractions.</summary>
    public static PValue LausenSchumacher(double z, int first, int last, int n) =>
        PValue.FromLog(LogLausenSchumacher(z, (double)first / n, (double)last / n));

    /// <summary>Lausen and Schumacher, Comput Stat Data Anal 1996: Bonferroni less what neighbouring cut-offs share.</summary>
    public static PValue ImprovedBonferroni(double z, int[] cuts, int n)
    {
        var (sum, cubes) = (0.0, 0.0);
        for (var k = 1; k < cuts.Length; k++)
        {
            var step = Step(cuts[k - 1], cuts[k], n);
            sum += step;
            cubes += step * step * step;
        }
        return PValue.FromLog(LogImprovedBonferroni(z, sum, cubes));
    }

    /// <summary>√(1 − ρ²) of the Z at two sizes of the low group, the first the smaller.</summary>
    public static double Step(double first, double second, double n) =>
        Math.Sqrt(1 - first * (n - second) / ((n - first) * second));

    internal static double LogLausenSchumacher(double z, double low, double high)
    {
        var crossings = (z - 1 / z) * Math.Log(high * (1 - low) / ((1 - high) * low)) + 4 / z;
        var log = Normal.LogDensity(z) + Math.Log(crossings);
        // Below about 1 the approximation is no probability any more; every such maximum is an ordinary one.
        return z > 1 ? Math.Min(0, log) : 0;
    }

    internal static double LogImprovedBonferroni(double z, double steps, double cubes)
    {
        var shared = (steps - (z * z / 4 - 1) * cubes / 6) / Math.PI;
        var first = Math.Log(2) + Normal.LogProbability(z, Tail.Upper);
        return Math.Min(0, first + Math.Log(1 + Math.Max(0, shared) * Math.Exp(-z * z / 2 - first)));
    }
}
