using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.RankTests;

/// <summary>
/// The shift between two groups, or the centre of differences, that belongs to Wilcoxon's tests, with the interval of the shifts that
/// the test does not reject.
/// </summary>
/// <remarks>
/// Hodges and Lehmann, Ann Math Stat 1963; interval after Bauer, JASA 1972. Checked against R <c>wilcox.test(conf.int = TRUE)</c>, which
/// finds the normal bounds by a root search to 1e-4; here they are the differences themselves, exactly.
/// </remarks>
public sealed record HodgesLehmann
{
    /// <summary>Median of the differences between all pairs of x and y, or of the means of all pairs of differences.</summary>
    public required double Estimate { get; init; }

    /// <summary>Interval of the level asked.</summary>
    public required Interval Interval { get; init; }

    /// <summary>The level that the interval has: at least the one asked if exact and enough values; lower if there are too few.</summary>
    public required double AchievedLevel { get; init; }

    /// <summary>Exact or normal.</summary>
    public required RankTestMethod Method { get; init; }

    /// <summary>The shift of x against y.</summary>
    /// <param name="x">The group compared; NaN is dropped.</param>
    /// <param name="y">The reference group.</param>
    /// <param name="level">Level of confidence, between 0 and 1.</param>
    /// <param name="method">
    /// Exact, normal, or as R chooses: exact with fewer than 50 values a group and no ties. With ties the exact interval is that of
    /// untied values, hence conservative.
    /// </param>
    /// <param name="continuityCorrection">Whether the normal interval is corrected for continuity, as R does by default.</param>
    /// <returns>
    /// The shift; or <see cref="NotEstimable.TooLarge"/> if exact for too many values, <see cref="NotEstimable.OneGroup"/>, <see cref="NotEstimable.NoVariation"/> if all values are equal,
    /// <see cref="NotEstimable.OutOfRange"/> if both groups hold the same infinite value.
    /// </returns>
    /// <exception cref="ArgumentException">The level is not between 0 and 1.</exception>
    public static Estimate<HodgesLehmann> Shift(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        double level = 0.95,
        RankTestMethod method = RankTestMethod.Automatic,
        bool continuityCorrection = true
    )
    {
        AlternativeTails.CheckLevel(level);
        var ranks = TwoSampleRanks.Of(x, y);
        if (ranks.First == 0 || ranks.Second == 0)
            return NotEstimable.OneGroup;
        if (ranks.AllEqual)
            return NotEstimable.NoVariation;
        var differences = PairwiseValues.Differences(x, y);
        if (differences.HasUndefined)
            return NotEstimable.OutOfRange;
        if (method == RankTestMethod.Automatic)
            method = ranks is { First: < 50, Second: < 50, HasTies: false }
                ? RankTestMethod.Exact
                : RankTestMethod.Normal;
        if (method == RankTestMethod.Exact)
        {
            if (!ranks.HasCountableArrangements)
                return NotEstimable.TooLarge;
            var (m, n) = (ranks.First, ranks.Second);
            var place = (long)WilcoxonRankSum.Quantile((1 - level) / 2, m, n);
            return Exact(differences, level, place, k => WilcoxonRankSum.Probability(k, m, n));
        }
        // Ties between the groups exist only at shifts that equal a difference; those within a group remain at every shift.
        var within = ranks with
        {
            TieTerm = TwoSampleRanks.Of(x, []).TieTerm + TwoSampleRanks.Of([], y).TieTerm,
        };
        return NormalBounds(differences, level, Math.Sqrt(within.NullVariance), continuityCorrection);
    }

    /// <summary>The centre of the differences of pairs: R's (pseudo)median.</summary>
    /// <param name="differences">n differences; NaN and, as in R, zeros are dropped.</param>
    /// <param name="level">Level of confidence, between 0 and 1.</param>
    /// <param name="method">Exact, normal, or as R chooses: exact with fewer than 50 differences and no ties.</param>
    /// <param name="continuityCorrection">Whether the normal interval is corrected for continuity, as R does by default.</param>
    /// <returns>The centre; or <see cref="NotEstimable.TooFewValues"/>, or <see cref="NotEstimable.NoVariation"/>.</returns>
    /// <exception cref="ArgumentException">The level is not between 0 and 1.</exception>
    public static Estimate<HodgesLehmann> PseudoMedian(
        ReadOnlySpan<double> differences,
        double level = 0.95,
        RankTestMethod method = RankTestMethod.Automatic,
        bool continuityCorrection = true
    )
    {
        AlternativeTails.CheckLevel(level);
        var ranks = SignedRanks.Of(differences);
        if (ranks.N == 0)
            return ranks.Zeros == 0 ? NotEstimable.TooFewValues : NotEstimable.NoVariation;
        var kept = differences.ToArray().Where(d => d != 0 && !double.IsNaN(d)).ToArray();
        var means = PairwiseValues.Means(kept);
        if (means.HasUndefined)
            return NotEstimable.OutOfRange;
        if (method == RankTestMethod.Automatic)
            method = ranks is { N: < 50, Zeros: 0, HasTies: false } ? RankTestMethod.Exact : RankTestMethod.Normal;
        if (method == RankTestMethod.Exact)
        {
            if (!ranks.HasCountableArrangements)
                return NotEstimable.TooLarge;
            var place = (long)WilcoxonSignedRank.Quantile((1 - level) / 2, ranks.N);
            return Exact(means, level, place, k => WilcoxonSignedRank.Probability(k, ranks.N));
        }
        // Sizes are tied at every centre only where differences are equal.
        var anywhere = ranks with
        {
            TieTerm = TwoSampleRanks.Of(kept, []).TieTerm,
        };
        return NormalBounds(means, level, Math.Sqrt(anywhere.NullVariance), continuityCorrection);
    }

    private static HodgesLehmann Exact(PairwiseValues values, double level, long place, Func<long, double> probability)
    {
        place = Math.Max(1, place);
        return new HodgesLehmann
        {
            Estimate = values.Median(),
            Interval = new Interval(values.Smallest(place), values.Smallest(values.Count - place + 1), level),
            AchievedLevel = 1 - 2 * probability(place - 1),
            Method = RankTestMethod.Exact,
        };
    }

    /// <summary>
    /// The shift at which the standardised count crosses the normal quantile: the count falls by one at each pairwise value, so that the
    /// bound is the value with this many above it.
    /// </summary>
    private static HodgesLehmann NormalBounds(PairwiseValues values, double level, double deviation, bool correct)
    {
        var reach = Normal.Quantile((1 - level) / 2, tail: Tail.Upper) * deviation + (correct ? 0.5 : 0);
        var half = values.Count / 2.0;
        var low = (long)Math.Floor(half - reach) + 1;
        var high = (long)Math.Floor(half + reach) + 1;
        return new HodgesLehmann
        {
            Estimate = values.Median(),
            Interval = new Interval(
                values.Smallest(Math.Max(1, low)),
                values.Smallest(Math.Min(values.Count, high)),
                level
            ),
            AchievedLevel = low >= 1 ? level : double.NaN,
            Method = RankTestMethod.Normal,
        };
    }
}
