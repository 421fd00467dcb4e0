using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>Levels of confidence.</summary>
internal static class Levels
{
    public static void Check(double level)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "expected a number between 0 and 1.");
    }

    /// <summary>The normal quantile that leaves half of the rest on either side.</summary>
    public static double Quantile(double level)
    {
        Check(level);
        return Normal.Quantile((1 - level) / 2, Tail.Upper);
    }
}
