using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.RankTests;

/// <summary>
/// Wilcoxon's rank-sum test of two groups (Mann and Whitney's U test) and his signed-rank test of pairs.
/// </summary>
/// <remarks>
/// Wilcoxon, Biometrics Bull 1945; Mann and Whitney, Ann Math Stat 1947; exact with ties by the shift algorithm of Streitberg and
/// Röhmel, Stat Softw Newsl 1986. Checked against R <c>wilcox.test</c> and <c>exactRankTests::wilcox.exact</c>, see Reference/ranktests.
/// </remarks>
public sealed record WilcoxonTest
{
    /// <summary>
    /// Rank sum: the number of pairs in which x is above y, ties counting half (W of R, U of Mann and Whitney). Signed rank: the sum of
    /// the ranks of the positive differences (V of R).
    /// </summary>
    public required double Statistic { get; init; }

    /// <summary>The statistic in standard deviations from its mean, corrected for continuity if asked; NaN for exact tests.</summary>
    public required double Z { get; init; }

    /// <summary>P value for the alternative asked.</summary>
    public required PValue P { get; init; }

    /// <summary>How p was found: exact or normal.</summary>
    public required RankTestMethod Method { get; init; }

    /// <summary>Whether values (or sizes of differences) are tied.</summary>
    public required bool HasTies { get; init; }

    /// <summary>Rank sum: values of x. Signed rank: differences that are not 0.</summary>
    public required int N { get; init; }

    /// <summary>Rank sum: values of y. Signed rank: differences that are 0 and were dropped.</summary>
    public required int M { get; init; }

    /// <summary>Compares two independent groups. The effect is x minus y: greater means that x is higher.</summary>
    /// <param name="x">The group compared, such as cases; NaN is dropped, infinite values have their rank.</param>
    /// <param name="y">The reference group.</param>
    /// <param name="method">Exact, normal, or as R chooses.</param>
    /// <param name="alternative">Two-sided unless a direction was fixed before the data were seen.</param>
    /// <param name="continuityCorrection">Whether the normal p is corrected for continuity, as R does by default.</param>
    /// <returns>
    /// The test; or <see cref="NotEstimable.OneGroup"/> if a group has no value, <see cref="NotEstimable.NoVariation"/> if all values
    /// are equal, <see cref="NotEstimable.TooLarge"/> if an exact p was asked of more values than can be enumerated.
    /// </returns>
    public static Estimate<WilcoxonTest> RankSum(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        RankTestMethod method = RankTestMethod.Automatic,
        Alternative alternative = Alternative.TwoSided,
        bool continuityCorrection = true
    )
    {
        var ranks = TwoSampleRanks.Of(x, y);
        if (ranks.First == 0 || ranks.Second == 0)
            return NotEstimable.OneGroup;
        if (ranks.AllEqual)
            return NotEstimable.NoVariation;
        if (method == RankTestMethod.Automatic)
            method = ranks is { First: < 50, Second: < 50, HasTies: false }
                ? RankTestMethod.Exact
                : RankTestMethod.Normal;
        var deviation = ranks.Count - (double)ranks.First * ranks.Second / 2;
        var z = double.NaN;
        PValue p;
        if (method == RankTestMethod.Normal)
        {
            var correction = continuityCorrection ? alternative.Continuity(deviation) : 0;
            z = (deviation - correction) / Math.Sqrt(ranks.NullVariance);
            p = alternative.OfNormal(z);
        }
        else if (!ranks.HasCountableArrangements)
        {
            return NotEstimable.TooLarge;
        }
        else if (ranks.HasTies)
        {
            p = ConditionalRankSum.P(ranks, alternative);
        }
        else
        {
            p = alternative.OfTails(
                WilcoxonRankSum.LogProbability(ranks.Count, ranks.First, ranks.Second),
                WilcoxonRankSum.LogProbability(ranks.Count - 1, ranks.First, ranks.Second, Tail.Upper)
            );
        }
        return new WilcoxonTest
        {
            Statistic = ranks.Count,
            Z = z,
            P = p,
            Method = method,
            HasTies = ranks.HasTies,
            N = ranks.First,
            M = ranks.Second,
        };
    }

    /// <summary>Compares pairs, such as tumours before and after therapy. The effect is x minus y.</summary>
    /// <param name="x">n values; a pair of which one is NaN is dropped.</param>
    /// <param name="y">n values in the same order.</param>
    /// <param name="method">Exact, normal, or as R chooses.</param>
    /// <param name="alternative">Two-sided unless a direction was fixed before the data were seen.</param>
    /// <param name="continuityCorrection">Whether the normal p is corrected for continuity, as R does by default.</param>
    /// <returns>
    /// The test; or <see cref="NotEstimable.TooFewValues"/> without a pair, <see cref="NotEstimable.NoVariation"/> if all differences
    /// are 0, <see cref="NotEstimable.TooLarge"/> if an exact p was asked of too many pairs.
    /// </returns>
    /// <exception cref="ArgumentException">x and y differ in length.</exception>
    public static Estimate<WilcoxonTest> SignedRank(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        RankTestMethod method = RankTestMethod.Automatic,
        Alternative alternative = Alternative.TwoSided,
        bool continuityCorrection = true
    ) => SignedRank(CompletePairs.Differences(x, y), method, alternative, continuityCorrection);

    /// <inheritdoc cref="SignedRank(ReadOnlySpan{double}, ReadOnlySpan{double}, RankTestMethod, Alternative, bool)"/>
    /// <summary>Tests whether differences are symmetric about 0.</summary>
    /// <param name="differences">n differences; NaN is dropped.</param>
    /// <param name="method">Exact, normal, or as R chooses.</param>
    /// <param name="alternative">Two-sided unless a direction was fixed before the data were seen.</param>
    /// <param name="continuityCorrection">Whether the normal p is corrected for continuity, as R does by default.</param>
    public static Estimate<WilcoxonTest> SignedRank(
        ReadOnlySpan<double> differences,
        RankTestMethod method = RankTestMethod.Automatic,
        Alternative alternative = Alternative.TwoSided,
        bool continuityCorrection = true
    )
    {
        var ranks = SignedRanks.Of(differences);
        if (ranks.N == 0)
            return ranks.Zeros == 0 ? NotEstimable.TooFewValues : NotEstimable.NoVariation;
        if (method == RankTestMethod.Automatic)
            method = ranks is { N: < 50, Zeros: 0, HasTies: false } ? RankTestMethod.Exact : RankTestMethod.Normal;
        var z = double.NaN;
        PValue p;
        if (method == RankTestMethod.Normal)
        {
            var deviation = ranks.PositiveSum - ranks.Total / 2;
            var correction = continuityCorrection ? alternative.Continuity(deviation) : 0;
            z = (deviation - correction) / Math.Sqrt(ranks.NullVariance);
            p = alternative.OfNormal(z);
        }
        else if (!ranks.HasCountableArrangements)
        {
            return NotEstimable.TooLarge;
        }
        else if (ranks.HasTies)
        {
            p = ConditionalSignedRank.P(ranks, alternative);
        }
        else
        {
            p = alternative.OfTails(
                WilcoxonSignedRank.LogProbability(ranks.PositiveSum, ranks.N),
                WilcoxonSignedRank.LogProbability(ranks.PositiveSum - 1, ranks.N, Tail.Upper)
            );
        }
        return new WilcoxonTest
        {
            Statistic = ranks.PositiveSum,
            Z = z,
            P = p,
            Method = method,
            HasTies = ranks.HasTies,
            N = ranks.N,
            M = ranks.Zeros,
        };
    }
}
