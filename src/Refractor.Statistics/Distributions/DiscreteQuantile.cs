namespace Refractor.Statistics.Distributions;

/// <summary>The smallest count whose lower tail reaches a probability.</summary>
internal static class DiscreteQuantile
{
    /// <summary>R's slack: a probability that was itself calculated from a count must give that count back.</summary>
    private const double Slack = 64 * 2.220446049250313e-16;

    /// <param name="tailAt">Tails at a count.</param>
    /// <param name="target">Tail to be met.</param>
    /// <param name="lowest">Smallest count.</param>
    /// <param name="highest">Largest count, or +∞.</param>
    /// <param name="guess">Where to begin.</param>
    public static double Find(Func<double, LogTail> tailAt, LogTail target, double lowest, double highest, double guess)
    {
        if (double.IsNaN(target.Log))
            return double.NaN;
        if (double.IsNegativeInfinity(target.Log))
            return target.Tail == Tail.Lower ? lowest : highest;
        bool Reaches(double k)
        {
            var log = tailAt(k).LogOf(target.Tail);
            return target.Tail == Tail.Lower ? log >= target.Log - Slack : log <= target.Log + Slack;
        }

        var at = Math.Clamp(Math.Floor(guess), lowest, highest);
        double low = lowest - 1,
            high = highest,
            step = 1;
        // Doubling steps enclose the answer, halving finds it.
        if (Reaches(at))
        {
            high = at;
            while (high > lowest && Reaches(Math.Max(high - step, lowest)))
                (high, step) = (Math.Max(high - step, lowest), 2 * step);
            low = Math.Max(high - step, lowest - 1);
        }
        else
        {
            low = at;
            while (low + step < highest && !Reaches(low + step))
                (low, step) = (low + step, 2 * step);
            high = Math.Min(low + step, highest);
        }
        while (high - low > 1)
        {
            var middle = Math.Floor(0.5 * (low + high));
            if (Reaches(middle))
                high = middle;
            else
                low = middle;
        }
        return high;
    }
}
