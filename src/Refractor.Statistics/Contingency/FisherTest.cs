using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>Fisher's exact test: are group and outcome independent, given the margins?</summary>
/// <param name="P">Two-sided: all tables that are not more likely than the observed one.</param>
/// <param name="Less">One-sided: the first group has the outcome so seldom.</param>
/// <param name="Greater">One-sided: the first group has the outcome so often.</param>
/// <param name="OddsRatio">
/// Conditional maximum likelihood estimate, first group over reference; 0 or +∞ at the end of its range. It is not
/// <see cref="Contingency.OddsRatio"/>, a d / (b c).
/// </param>
/// <param name="Interval">Exact interval of the odds ratio, both tails equal.</param>
/// <param name="N">Number of subjects.</param>
/// <remarks>
/// Fisher 1935; probabilities within a factor 1 + 1e-7 count as equal, as in R. Checked against R fisher.test, whose odds ratio and
/// interval end at a tolerance of 1e-4.
/// </remarks>
public sealed record FisherTest(PValue P, PValue Less, PValue Greater, double OddsRatio, Interval Interval, long N)
{
    /// <summary>Tests a table of two groups by two outcomes.</summary>
    /// <param name="table">Counts.</param>
    /// <param name="level">Coverage of the interval.</param>
    /// <returns>The test; not estimable if a row or column is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the level is not between 0 and 1.</exception>
    public static Estimate<FisherTest> Of(TwoByTwo table, double level = 0.95)
    {
        table.Check(nameof(table));
        Levels.Check(level);
        if (table.HasEmptyMargin)
            return table.Reason;
        var conditional = ConditionalOddsRatio.Of(table);
        return new FisherTest(
            PValue.FromLog(conditional.LogTwoSided(table.A)),
            PValue.FromLog(conditional.LogTail(table.A, 0, Tail.Lower)),
            PValue.FromLog(conditional.LogTail(table.A, 0, Tail.Upper)),
            conditional.Estimate(table.A),
            conditional.IntervalOf(table.A, level),
            table.N
        );
    }

    /// <summary>Tests a table of several groups by several outcomes.</summary>
    /// <param name="table">Counts, r rows × c columns.</param>
    /// <returns>The two-sided p value; not estimable if fewer than two rows or columns have counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <remarks>Mehta and Patel, J Am Stat Assoc 1983. Exact, so meant for tables of some hundred subjects.</remarks>
    public static Estimate<PValue> Of(int[,] table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return FisherNetwork.PValueOf(Counts.WithoutEmptyMargins(table));
    }
}
