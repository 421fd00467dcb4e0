namespace Refractor.Statistics.Counts;

/// <summary>
/// Climbs the likelihood of a log dispersion along its slope, with the steps of DESeq2: where they end decides the third digit of a
/// dispersion.
/// </summary>
internal static class DispersionAscent
{
    /// <summary>Steps after which the ascent counts as not arrived.</summary>
    public const int MaxSteps = 100;

    private const double SmallestGain = 1e-6;
    private const double SufficientShare = 1e-4;
    private const double LowestLog = -30;
    private const double HighestLog = 10;
    private const int GridPoints = 20;

    /// <summary>Climbs, with steps halved until the likelihood gains enough.</summary>
    /// <returns>Where it ends; whether the likelihood rose by more than rounding; and how many steps were tried.</returns>
    public static (double Log, bool Rose, int Steps) Climb(DispersionLikelihood likelihood, double start, double lowest)
    {
        var (log, rate, accepted, steps) = (start, 1.0, 0, 0);
        var (value, slope) = likelihood.At(log);
        var first = value;
        while (steps < MaxSteps)
        {
            steps++;
            if (log + rate * slope < LowestLog)
                rate = (LowestLog - log) / slope;
            if (log + rate * slope > HighestLog)
                rate = (HighestLog - log) / slope;
            var next = likelihood.At(log + rate * slope);
            if (!(next.Value >= value + rate * SufficientShare * slope * slope))
            {
                rate /= 2;
                continue;
            }
            accepted++;
            log += rate * slope;
            var gain = next.Value - value;
            (value, slope) = next;
            if (gain < SmallestGain || log < lowest)
                break;
            rate = Math.Min(rate * 1.1, 1);
            if (accepted % 5 == 0)
                rate /= 2;
        }
        return (log, !(value < first + Math.Abs(first) / 1e6), steps);
    }

    /// <summary>The best of a grid of log dispersions, and of a finer one about it.</summary>
    public static double OnGrid(DispersionLikelihood likelihood, double low, double high)
    {
        var width = (high - low) / (GridPoints - 1);
        var coarse = BestBetween(likelihood, low, high);
        return BestBetween(likelihood, coarse - width, coarse + width);
    }

    private static double BestBetween(DispersionLikelihood likelihood, double low, double high) =>
        Enumerable
            .Range(0, GridPoints)
            .Select(i => low + i * (high - low) / (GridPoints - 1))
            .MaxBy(l => likelihood.At(l).Value);
}
