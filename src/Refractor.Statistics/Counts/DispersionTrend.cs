namespace Refractor.Statistics.Counts;

/// <summary>The dispersion that genes of a mean count have in common: a floor, and a part that falls with the mean.</summary>
/// <param name="Asymptotic">Dispersion of very abundant genes.</param>
/// <param name="ExtraPoisson">What a mean count of 1 adds.</param>
public sealed record DispersionTrend(double Asymptotic, double ExtraPoisson)
{
    // Dispersions outside this range of multiples of the trend do not bend it.
    private const double LowestMultiple = 1e-4;
    private const double HighestMultiple = 15;

    private const int MaxRounds = 10;
    private const int MaxIterations = 100;

    /// <summary>The dispersion at a mean normalised count.</summary>
    public double At(double mean) => Asymptotic + ExtraPoisson / mean;

    /// <summary>A gamma regression of dispersions on one over the mean, with outliers left out round by round; null if it fails.</summary>
    internal static DispersionTrend? Fit(double[] means, double[] dispersions)
    {
        var trend = new DispersionTrend(0.1, 1);
        for (var round = 0; round < MaxRounds; round++)
        {
            var good = Enumerable
                .Range(0, means.Length)
                .Where(i => dispersions[i] / trend.At(means[i]) is > LowestMultiple and < HighestMultiple)
                .ToArray();
            var next = Gamma(Array.ConvertAll(good, i => means[i]), Array.ConvertAll(good, i => dispersions[i]), trend);
            if (next is null || !(next.Asymptotic > 0 && next.ExtraPoisson > 0))
                return null;
            var change =
                Square(Math.Log(next.Asymptotic / trend.Asymptotic))
                + Square(Math.Log(next.ExtraPoisson / trend.ExtraPoisson));
            trend = next;
            if (change < 1e-6)
                return trend;
        }
        return null;
    }

    // Least squares with weights 1/µ², repeated until the deviance stands still.
    private static DispersionTrend? Gamma(double[] means, double[] dispersions, DispersionTrend start)
    {
        var (trend, before) = (start, double.PositiveInfinity);
        for (var i = 0; i < MaxIterations; i++)
        {
            var deviance = 0.0;
            double s00 = 0,
                s01 = 0,
                s11 = 0,
                t0 = 0,
                t1 = 0;
            for (var g = 0; g < means.Length; g++)
            {
                var fitted = trend.At(means[g]);
                deviance -= 2 * (Math.Log(dispersions[g] / fitted) - (dispersions[g] - fitted) / fitted);
                var (weight, x) = (1 / (fitted * fitted), 1 / means[g]);
                s00 += weight;
                s01 += weight * x;
                s11 += weight * x * x;
                t0 += weight * dispersions[g];
                t1 += weight * x * dispersions[g];
            }
            if (Math.Abs(deviance - before) / (Math.Abs(deviance) + 0.1) < 1e-8)
                return trend;
            before = deviance;
            var determinant = s00 * s11 - s01 * s01;
            trend = new DispersionTrend((s11 * t0 - s01 * t1) / determinant, (s00 * t1 - s01 * t0) / determinant);
            if (!Array.TrueForAll(means, m => trend.At(m) > 0))
                return null;
        }
        return trend;
    }

    private static double Square(double x) => x * x;
}
