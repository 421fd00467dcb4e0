using Refractor.Statistics.Distributions;
using Refractor.Statistics.Enrichment;

namespace Refractor.Statistics.Tests.Enrichment;

public class GseaPropertyTests
{
    private const int Features = 600;

    private static readonly double[] Statistics = RandomStatistics(step: 0);
    private static readonly double[] TiedStatistics = RandomStatistics(step: 0.4);
    private static readonly int[][] Members = RandomSets();
    private static readonly FeatureSets Sets = FeatureSets.Of(Features, Members);

    [Theory]
    [InlineData(false, EnrichmentSide.Both)]
    [InlineData(true, EnrichmentSide.Both)]
    [InlineData(true, EnrichmentSide.Top)]
    public void Negated_statistics_mirror_every_result_to_the_last_bit(bool ties, EnrichmentSide side)
    {
        var statistics = ties ? TiedStatistics : Statistics;
        var other = side == EnrichmentSide.Top ? EnrichmentSide.Bottom : side;
        var plain = PrerankedGsea.Multilevel(statistics, Sets, new EnrichmentOptions { Side = side });
        double[] negated = [.. statistics.Select(s => -s)];
        var mirrored = PrerankedGsea.Multilevel(negated, Sets, new EnrichmentOptions { Side = other });
        mirrored.Scores.Select(s => 0 - s).ShouldBe(plain.Scores);
        mirrored.NormalizedScores.Select(s => 0 - s).ShouldBe(plain.NormalizedScores);
        ShouldHaveEqualP(mirrored, plain);
        for (var set = 0; set < Sets.Count; set++)
            mirrored.LeadingEdge(set).ToArray().Order().ShouldBe(plain.LeadingEdge(set).ToArray().Order());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_order_of_the_features_changes_nothing(bool ties)
    {
        var statistics = ties ? TiedStatistics : Statistics;
        int[] order = [.. Enumerable.Range(0, Features)];
        new RandomSource(7).Shuffle<int>(order);
        var moved = new int[Features];
        for (var i = 0; i < Features; i++)
            moved[order[i]] = i;
        var shuffled = FeatureSets.Of(Features, [.. Members.Select(m => m.Select(f => moved[f]).ToArray())]);
        var plain = PrerankedGsea.Multilevel(statistics, Sets);
        var other = PrerankedGsea.Multilevel([.. order.Select(f => statistics[f])], shuffled);
        other.Scores.ShouldBe(plain.Scores);
        other.NormalizedScores.ShouldBe(plain.NormalizedScores);
        ShouldHaveEqualP(other, plain);
    }

    [Fact]
    public void The_order_of_tied_features_decides_only_where_it_was_asked_for()
    {
        // The set holds one of two features that share the highest value.
        double[] statistics = [2, 2, 1, -1, -2];
        double Score(int member, TiedFeatures ties) =>
            PrerankedGsea
                .Simple(
                    statistics,
                    FeatureSets.Of(
                        5,
                        [
                            [member],
                        ]
                    ),
                    new EnrichmentOptions { Ties = ties }
                )
                .Scores[0];
        Score(0, TiedFeatures.AsGiven).ShouldBe(1);
        Score(1, TiedFeatures.AsGiven).ShouldBe(0.75);
        Score(0, TiedFeatures.Together).ShouldBe(0.75);
        Score(1, TiedFeatures.Together).ShouldBe(0.75);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var one = PrerankedGsea.Multilevel(Statistics, Sets, threads: 1);
        var three = PrerankedGsea.Multilevel(Statistics, Sets, threads: 3);
        three.NormalizedScores.ShouldBe(one.NormalizedScores);
        ShouldHaveEqualP(three, one);
    }

    [Fact]
    public void A_set_tested_alone_gives_what_it_gives_among_others()
    {
        var together = PrerankedGsea.Multilevel(Statistics, Sets);
        for (var set = 0; set < Sets.Count; set += 5)
        {
            var alone = PrerankedGsea.Multilevel(Statistics, FeatureSets.Of(Features, [Members[set]]));
            alone.Scores[0].ShouldBe(together.Scores[set]);
            alone.NormalizedScores[0].ShouldBe(together.NormalizedScores[set]);
            alone.LogP[0].ShouldBe(together.LogP[set]);
            alone.Log2Error[0].ShouldBe(together.Log2Error[set]);
        }
    }

    [Fact]
    public void Another_unit_of_the_statistic_changes_nothing()
    {
        var plain = PrerankedGsea.Multilevel(Statistics, Sets);
        var scaled = PrerankedGsea.Multilevel([.. Statistics.Select(s => 1e-200 * s)], Sets);
        for (var set = 0; set < Sets.Count; set++)
        {
            scaled.Scores[set].ShouldBe(plain.Scores[set], 1e-12);
            scaled.LogP[set].ShouldBe(plain.LogP[set], 1e-9);
        }
    }

    [Fact]
    public void Missing_and_infinite_statistics_are_counted()
    {
        double[] statistics = [double.NaN, double.PositiveInfinity, 3, 1, -1, double.NegativeInfinity, -2, double.NaN];
        var sets = FeatureSets.Of(
            8,
            [
                [0, 1, 2],
                [0, 7],
                [1],
            ]
        );
        var screen = PrerankedGsea.Simple(statistics, sets);
        (screen.Ranked, screen.Unranked, screen.Infinite).ShouldBe((6, 2, 2));
        screen.Sizes.ShouldBe([2, 0, 1]);
        screen.Scores[0].ShouldBe(1);
        screen.Scores[2].ShouldBe(1);
        screen.Reasons[1].ShouldBe(NotEstimable.EmptySet);
        screen.LogP[1].ShouldBe(double.NaN);
    }

    [Fact]
    public void Sets_out_of_bounds_and_the_set_of_everything_have_a_reason()
    {
        int[][] members =
        [
            [0],
            [0, 1, 2],
            [.. Enumerable.Range(0, 8)],
            [.. Enumerable.Range(0, 10)],
        ];
        double[] statistics = [.. Enumerable.Range(0, 10).Select(i => 5.5 - i)];
        var sets = FeatureSets.Of(10, members);
        PrerankedGsea
            .Simple(statistics, sets, new EnrichmentOptions { MinSize = 2, MaxSize = 5 })
            .Reasons.ShouldBe([
                NotEstimable.TooFewValues,
                NotEstimable.None,
                NotEstimable.TooManyMembers,
                NotEstimable.TooManyMembers,
            ]);
        PrerankedGsea.Simple(statistics, sets).Reasons[3].ShouldBe(NotEstimable.TooManyMembers);
    }

    [Fact]
    public void A_side_that_random_sets_hardly_reach_has_a_reason()
    {
        // One feature outweighs all: nearly every set without it deviates below zero first; few sets deviate above.
        double[] statistics = [.. Enumerable.Range(0, 200).Select(i => i == 0 ? 1e-3 : -1.0 - i)];
        var screen = PrerankedGsea.Multilevel(
            statistics,
            FeatureSets.Of(
                200,
                [
                    [0],
                ]
            ),
            new EnrichmentOptions { Permutations = 12 }
        );
        screen.Scores[0].ShouldBe(1);
        screen.Reasons[0].ShouldBe(NotEstimable.RareSide);
        screen.LogP[0].ShouldBe(double.NaN);
        screen.LogAdjustedP[0].ShouldBe(double.NaN);
    }

    [Fact]
    public void Deviations_that_are_alike_score_zero_with_p_1()
    {
        double[] statistics = [2, 1, 0.5, -0.5, -1, -2];
        var screen = PrerankedGsea.Simple(
            statistics,
            FeatureSets.Of(
                6,
                [
                    [0, 5],
                ]
            )
        );
        screen.Scores[0].ShouldBe(0);
        screen.NormalizedScores[0].ShouldBe(0);
        screen.P(0).Value.ShouldBe(1);
        screen.LeadingEdge(0).Length.ShouldBe(0);
    }

    [Fact]
    public void Statistics_that_are_all_zero_count_members_alike()
    {
        var screen = PrerankedGsea.Multilevel(
            new double[6],
            FeatureSets.Of(
                6,
                [
                    [0, 1],
                ]
            ),
            new EnrichmentOptions { Ties = TiedFeatures.AsGiven }
        );
        screen.Scores[0].ShouldBe(1);
        screen.Tied.ShouldBe(6);
        PrerankedGsea
            .Multilevel(
                new double[6],
                FeatureSets.Of(
                    6,
                    [
                        [0, 1],
                    ]
                )
            )
            .Scores[0]
            .ShouldBe(0);
    }

    [Fact]
    public void P_values_below_the_smallest_asked_for_are_reported_as_that_bound()
    {
        var sets = FeatureSets.Of(
            Features,
            [
                [.. Top(10)],
            ]
        );
        var bounded = PrerankedGsea.Multilevel(Statistics, sets, new EnrichmentOptions { SmallestP = 1e-10 });
        bounded.P(0).Value.ShouldBe(1e-10, 1e-20);
        var free = PrerankedGsea.Multilevel(Statistics, sets, new EnrichmentOptions { SmallestP = 0 });
        // Only this set of 10 among 600 scores 1.
        var exact = -SpecialFunctions.LogChoose(600, 10) / Math.Log(10);
        free.P(0).Log10.ShouldBe(exact, 4 * free.Log2Error[0] * Math.Log10(2) + 0.3);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Should
            .Throw<ArgumentException>(() =>
                PrerankedGsea.Simple(
                    new double[3],
                    FeatureSets.Of(
                        4,
                        [
                            [0],
                        ]
                    )
                )
            )
            .ParamName.ShouldBe("sets");
        foreach (
            var (options, name) in new[]
            {
                (new EnrichmentOptions { SampleSize = 100 }, nameof(EnrichmentOptions.SampleSize)),
                (new EnrichmentOptions { Permutations = 1 }, nameof(EnrichmentOptions.Permutations)),
                (new EnrichmentOptions { Exponent = double.NaN }, nameof(EnrichmentOptions.Exponent)),
                (new EnrichmentOptions { MinSize = 0 }, nameof(EnrichmentOptions.MinSize)),
                (new EnrichmentOptions { MinSize = 5, MaxSize = 4 }, nameof(EnrichmentOptions.MaxSize)),
                (new EnrichmentOptions { SmallestP = 1 }, nameof(EnrichmentOptions.SmallestP)),
            }
        )
            Should
                .Throw<ArgumentException>(() => PrerankedGsea.Multilevel(Statistics, Sets, options))
                .ParamName.ShouldBe(name);
    }

    private static IEnumerable<int> Top(int count) =>
        Enumerable.Range(0, Features).OrderByDescending(f => Statistics[f]).Take(count);

    private static void ShouldHaveEqualP(EnrichmentScreen actual, EnrichmentScreen expected)
    {
        actual.LogP.ShouldBe(expected.LogP);
        actual.LogAdjustedP.ShouldBe(expected.LogAdjustedP);
        actual.Log2Error.ShouldBe(expected.Log2Error);
        actual.Reasons.ShouldBe(expected.Reasons);
    }

    private static double[] RandomStatistics(double step)
    {
        var random = new RandomSource(11);
        var statistics = new double[Features];
        for (var i = 0; i < Features; i++)
        {
            var sum = -6.0;
            for (var j = 0; j < 12; j++)
                sum += random.NextDouble();
            statistics[i] = step == 0 ? sum : step * Math.Round(sum / step);
        }
        return statistics;
    }

    /// <summary>Sets of many sizes, some of them gathered at one end.</summary>
    private static int[][] RandomSets()
    {
        var random = new RandomSource(12);
        var byStatistic = Enumerable.Range(0, Features).OrderBy(f => Statistics[f]).ToArray();
        var sets = new int[30][];
        for (var s = 0; s < sets.Length; s++)
        {
            var drawn = new HashSet<int>();
            var from =
                s % 3 == 0
                    ? s % 2 == 0
                        ? Features - 200
                        : 0
                    : 0;
            var among = s % 3 == 0 ? 200 : Features;
            while (drawn.Count < 3 + 4 * (s / 2))
                drawn.Add(byStatistic[from + random.NextInt(among)]);
            sets[s] = [.. drawn];
        }
        return sets;
    }
}
