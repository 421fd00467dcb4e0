using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>Confidence intervals of one proportion.</summary>
/// <remarks>Without subjects there is no interval: both bounds are NaN. Checked against R prop.test and binom.test.</remarks>
public static class Proportion
{
    /// <summary>The score interval (Wilson, J Am Stat Assoc 1927): short, and right on average; the one to show.</summary>
    /// <param name="events">Subjects with the outcome, 0 to n.</param>
    /// <param name="n">Subjects.</param>
    /// <param name="level">Coverage.</param>
    /// <exception cref="ArgumentOutOfRangeException">Events are not 0 to n, or the level is not between 0 and 1.</exception>
    public static Interval Wilson(long events, long n, double level = 0.95) => Score(events, n, 0, level);

    /// <summary>The score interval with continuity correction ½ (Newcombe, Stat Med 1998): never too short.</summary>
    /// <inheritdoc cref="Wilson"/>
    public static Interval WilsonWithContinuity(long events, long n, double level = 0.95) =>
        Score(events, n, 0.5, level);

    /// <summary>The exact interval (Clopper and Pearson, Biometrika 1934): never too short, often too long.</summary>
    /// <inheritdoc cref="Wilson"/>
    public static Interval ClopperPearson(long events, long n, double level = 0.95)
    {
        Check(events, n);
        Levels.Check(level);
        if (n == 0)
            return Interval.None with { Level = level };
        var tail = (1 - level) / 2;
        return new Interval(
            events == 0 ? 0 : Beta.Quantile(tail, events, n - events + 1.0),
            events == n ? 1 : Beta.Quantile(tail, events + 1.0, n - events, Tail.Upper),
            level
        );
    }

    /// <summary>The score interval with any continuity correction.</summary>
    internal static Interval Score(long events, long n, double correction, double level)
    {
        Check(events, n);
        var z = Levels.Quantile(level);
        if (n == 0)
            return Interval.None with { Level = level };
        return new Interval(
            events - correction <= 0 ? 0 : Bound((events - correction) / n, n, -z),
            events + correction >= n ? 1 : Bound((events + correction) / n, n, z),
            level
        );
    }

    internal static void Check(long events, long n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (events < 0 || events > n)
            throw new ArgumentOutOfRangeException(nameof(events), events, $"expected 0 to {n}.");
    }

    private static double Bound(double p, double n, double z)
    {
        var half = z * z / (2 * n);
        return (p + half + z * Math.Sqrt(p * (1 - p) / n + half / (2 * n))) / (1 + 2 * half);
    }
}
