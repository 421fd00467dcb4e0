using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>The score test of one proportion.</summary>
/// <param name="Proportion">Observed proportion.</param>
/// <param name="Statistic">χ² with 1 degree of freedom.</param>
/// <param name="P">Two-sided p value.</param>
/// <param name="Interval">Wilson interval, with the continuity correction that the test used.</param>
/// <param name="N">Number of subjects.</param>
/// <remarks>Checked against R prop.test of one group.</remarks>
public sealed record ProportionScoreTest(double Proportion, double Statistic, PValue P, Interval Interval, long N)
{
    /// <summary>Tests whether the proportion is the expected one.</summary>
    /// <param name="events">Subjects with the outcome, 0 to n.</param>
    /// <param name="n">Subjects.</param>
    /// <param name="expected">Proportion under the null hypothesis, between 0 and 1.</param>
    /// <param name="continuityCorrection">
    /// Whether |observed − expected| counts and interval are corrected by ½ or, if smaller, by that distance; true as in R.
    /// </param>
    /// <param name="level">Coverage of the interval.</param>
    /// <returns>The test; not estimable without subjects.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Events, expected proportion or level are out of range.</exception>
    public static Estimate<ProportionScoreTest> Of(
        long events,
        long n,
        double expected = 0.5,
        bool continuityCorrection = true,
        double level = 0.95
    )
    {
        Contingency.Proportion.Check(events, n);
        if (!(expected > 0 && expected < 1))
            throw new ArgumentOutOfRangeException(nameof(expected), expected, "expected a number between 0 and 1.");
        if (n == 0)
            return NotEstimable.TooFewValues;
        var distance = Math.Abs(events - n * expected);
        var correction = continuityCorrection ? Math.Min(0.5, distance) : 0;
        var z = distance - correction;
        var statistic = z * z / (n * expected * (1 - expected));
        return new ProportionScoreTest(
            (double)events / n,
            statistic,
            ChiSquared.UpperTail(statistic, 1),
            Contingency.Proportion.Score(events, n, correction, level),
            n
        );
    }
}
