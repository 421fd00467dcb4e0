using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Power;

/// <summary>What all powers share: where a test rejects, and how far from there the effect must lie.</summary>
internal static class Rejection
{
    /// <summary>The probability of rejecting on one side without effect.</summary>
    public static double Tail(double alpha, bool twoSided)
    {
        CheckInside(alpha, nameof(alpha));
        return twoSided ? alpha / 2 : alpha;
    }

    /// <summary>The critical value of a normal statistic.</summary>
    public static double Critical(double alpha, bool twoSided) =>
        Normal.Quantile(Tail(alpha, twoSided), Distributions.Tail.Upper);

    /// <summary>How many standard errors the effect must be away from none.</summary>
    public static double Distance(double power, double alpha, bool twoSided)
    {
        CheckInside(power, nameof(power));
        var distance = Critical(alpha, twoSided) + Normal.Quantile(power);
        if (distance <= 0)
            throw new ArgumentOutOfRangeException(
                nameof(power),
                power,
                "expected more than the level of the test: no effect is needed for less."
            );
        return distance;
    }

    public static void CheckInside(double value, string name)
    {
        if (!(value > 0 && value < 1))
            throw new ArgumentOutOfRangeException(name, value, "expected a number between 0 and 1.");
    }
}
