using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>McNemar's test of paired outcomes: did as many pairs change one way as the other?</summary>
/// <param name="Statistic">χ² with 1 degree of freedom.</param>
/// <param name="P">Asymptotic p value.</param>
/// <param name="ExactP">Exact binomial p value; prefer it below some 25 discordant pairs.</param>
/// <param name="OddsRatio">Conditional odds ratio b / c; 0 or +∞ if one is 0.</param>
/// <param name="Interval">Exact interval of the odds ratio (Clopper and Pearson on b of b + c).</param>
/// <param name="Discordant">Number of pairs that changed, b + c; only they tell anything.</param>
/// <param name="N">Number of pairs.</param>
/// <remarks>McNemar, Psychometrika 1947; correction of Edwards 1948. Checked against R mcnemar.test and binom.test(b, b + c).</remarks>
public sealed record McNemarTest(
    double Statistic,
    PValue P,
    PValue ExactP,
    double OddsRatio,
    Interval Interval,
    long Discordant,
    long N
)
{
    /// <summary>Tests pairs, such as tumours before and after therapy.</summary>
    /// <param name="pairs">A: outcome at both; B: at the first only; C: at the second only; D: at neither.</param>
    /// <param name="continuityCorrection">Whether |b − c| is made smaller by 1; true as in R.</param>
    /// <param name="level">Coverage of the interval.</param>
    /// <returns>The test; not estimable without a discordant pair.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the level is not between 0 and 1.</exception>
    public static Estimate<McNemarTest> Of(TwoByTwo pairs, bool continuityCorrection = true, double level = 0.95)
    {
        pairs.Check(nameof(pairs));
        Levels.Check(level);
        var discordant = (long)pairs.B + pairs.C;
        if (discordant == 0)
            return NotEstimable.NoComparablePairs;
        var distance = Math.Abs((double)pairs.B - pairs.C);
        if (continuityCorrection && distance > 0)
            distance -= 1;
        var statistic = distance * distance / discordant;
        var share = Proportion.ClopperPearson(pairs.B, discordant, level);
        return new McNemarTest(
            statistic,
            ChiSquared.UpperTail(statistic, 1),
            BinomialTest.TwoSided(pairs.B, discordant, 0.5),
            (double)pairs.B / pairs.C,
            new Interval(share.Low / (1 - share.Low), share.High / (1 - share.High), level),
            discordant,
            pairs.N
        );
    }
}
