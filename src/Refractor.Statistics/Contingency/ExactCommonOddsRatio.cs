using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>The exact conditional test of a common odds ratio over strata.</summary>
/// <param name="OddsRatio">Conditional maximum likelihood estimate, first group over reference; 0 or +∞ at the end of its range.</param>
/// <param name="Interval">Exact interval, both tails equal.</param>
/// <param name="P">Two-sided: all sums of first cells that are not more likely than the observed one.</param>
/// <param name="Less">One-sided: the first group has the outcome so seldom.</param>
/// <param name="Greater">One-sided: the first group has the outcome so often.</param>
/// <param name="Strata">Number of strata used: those with more than one subject.</param>
/// <param name="N">Number of subjects in them.</param>
/// <remarks>
/// The distribution of the sum of first cells given all margins (Mehta, Patel and Gray, J Am Stat Assoc 1985), by convolution. Checked
/// against R mantelhaen.test(exact = TRUE), whose odds ratio and interval end at a tolerance of 1e-4.
/// </remarks>
public sealed record ExactCommonOddsRatio(
    double OddsRatio,
    Interval Interval,
    PValue P,
    PValue Less,
    PValue Greater,
    int Strata,
    long N
)
{
    /// <summary>Tests the common odds ratio.</summary>
    /// <param name="strata">One table each; those with fewer than two subjects are left out.</param>
    /// <param name="level">Coverage of the interval.</param>
    /// <returns>The test; not estimable if no stratum has two groups and two outcomes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the level is not between 0 and 1.</exception>
    public static Estimate<ExactCommonOddsRatio> Of(IReadOnlyList<TwoByTwo> strata, double level = 0.95)
    {
        Levels.Check(level);
        var used = MantelHaenszelTest.Usable(strata);
        if (used.All(t => t.HasEmptyMargin))
            return used.Length == 0 ? NotEstimable.TooFewValues : used[0].Reason;
        var conditional = ConditionalOddsRatio.Of(used);
        var sum = used.Sum(t => (long)t.A);
        return new ExactCommonOddsRatio(
            conditional.Estimate(sum),
            conditional.IntervalOf(sum, level),
            PValue.FromLog(conditional.LogTwoSided(sum)),
            PValue.FromLog(conditional.LogTail(sum, 0, Tail.Lower)),
            PValue.FromLog(conditional.LogTail(sum, 0, Tail.Upper)),
            used.Length,
            used.Sum(t => t.N)
        );
    }
}
