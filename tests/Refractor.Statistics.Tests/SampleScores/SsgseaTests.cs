using Refractor.Statistics.Enrichment;
using Refractor.Statistics.SampleScores;

namespace Refractor.Statistics.Tests.SampleScores;

public class SsgseaTests
{
    private const int Features = 70;
    private const int Samples = 21;

    [Fact]
    public void Agrees_with_GSVA()
    {
        var scores = Ssgsea.Score(SetReference.Matrix("expr"), SetReference.Sets("expr"), ties: SsgseaTies.AsGsva);
        SetReference.ShouldAgree(scores.Values, "expected_ssgsea_raw", 1e-9);
        SetReference.ShouldAgree(scores.DividedByRange(), "expected_ssgsea", 1e-9);
    }

    [Fact]
    public void Agrees_with_GSVA_at_tau_1() =>
        SetReference.ShouldAgree(
            Ssgsea.Score(SetReference.Matrix("expr"), SetReference.Sets("expr"), 1, SsgseaTies.AsGsva).Values,
            "expected_ssgsea_tau1",
            1e-9
        );

    [Theory]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(0)]
    public void Is_the_area_between_the_running_sums_of_members_and_others(double alpha)
    {
        var values = DistinctValues();
        var sets = SetReference.Sets(8, Features, 3);
        var scores = Ssgsea.Score(FeatureMatrix.Of(Features, Samples, values), sets, alpha);
        for (var s = 0; s < sets.Count; s++)
        for (var j = 0; j < Samples; j++)
            scores[s, j].ShouldBe(Walk(values, sets.Members(s).ToArray(), j, alpha), 1e-10);
    }

    [Fact]
    public void The_order_of_rows_does_not_matter_with_mean_ranks()
    {
        var values = SetReference.Values(Features, Samples, 1, missing: 0.1);
        var sets = SetReference.Sets(8, Features, 2);
        var (permuted, moved) = SetReference.PermuteFeatures(values, Samples, sets, 5);
        SetReference.ShouldBe(
            Ssgsea.Score(permuted, moved).Values,
            Ssgsea.Score(FeatureMatrix.Of(Features, Samples, values), sets).Values,
            1e-12
        );
    }

    [Fact]
    public void The_number_of_threads_changes_no_digit_and_single_precision_ranks_alike()
    {
        var values = SetReference.Values(Features, 100, 1, missing: 0.1);
        var sets = SetReference.Sets(8, Features, 2);
        var one = Ssgsea.Score(FeatureMatrix.Of(Features, 100, values), sets, threads: 1).Values;
        Ssgsea.Score(FeatureMatrix.Of(Features, 100, values), sets, threads: 3).Values.ShouldBe(one);
        var singles = Array.ConvertAll(values, v => (float)v);
        Ssgsea.Score(FeatureMatrix.Of(Features, 100, singles), sets).Values.ShouldBe(one);
    }

    [Fact]
    public void Missing_values_are_left_out_of_their_sample_alone()
    {
        var values = DistinctValues();
        var sets = FeatureSets.Of(
            Features,
            [
                [0, 1, 2, 3],
                [4, 5],
            ]
        );
        var complete = Ssgsea.Score(FeatureMatrix.Of(Features, Samples, values), sets);
        var gaps = (double[])values.Clone();
        gaps[(4 * Samples) + 2] = gaps[(5 * Samples) + 2] = double.NaN;
        var scores = Ssgsea.Score(FeatureMatrix.Of(Features, Samples, gaps), sets);
        scores[1, 2].ShouldBe(double.NaN);
        scores[0, 2].ShouldBe(Walk(gaps, sets.Members(0).ToArray(), 2, 0.25), 1e-10);
        scores[0, 3].ShouldBe(complete[0, 3]);
        scores[1, 3].ShouldBe(complete[1, 3]);
    }

    [Fact]
    public void Sets_without_member_or_without_other_features_carry_a_reason()
    {
        var matrix = FeatureMatrix.Of(3, 2, new double[] { 1, 2, 3, 4, 5, 6 });
        var scores = Ssgsea.Score(
            matrix,
            FeatureSets.Of(
                3,
                [
                    [],
                    [2, 0, 1],
                    [1, 1],
                ]
            )
        );
        scores.Reasons.ShouldBe([NotEstimable.EmptySet, NotEstimable.OneGroup, NotEstimable.None]);
        scores.MembersFound.ShouldBe([0, 3, 1]);
        scores.OfSet(0).ToArray().ShouldAllBe(v => double.IsNaN(v));
        scores.OfSet(1).ToArray().ShouldAllBe(v => double.IsNaN(v));
        scores.OfSet(2).ToArray().ShouldAllBe(v => double.IsFinite(v));
    }

    [Fact]
    public void Sets_over_another_number_of_features_are_a_wrong_argument() =>
        Should
            .Throw<ArgumentException>(() =>
                Ssgsea.Score(
                    FeatureMatrix.Of(1, 1, new double[] { 1 }),
                    FeatureSets.Of(
                        2,
                        [
                            [1],
                        ]
                    )
                )
            )
            .Message.ShouldContain("The sets are over 2 features; expected the 1 of the matrix");

    private static double[] DistinctValues()
    {
        var random = new RandomSource(11);
        return [.. Enumerable.Range(0, Features * Samples).Select(_ => random.NextDouble())];
    }

    // The running sums of Barbie et al.: down the ranking, members by their weight, others one each.
    private static double Walk(double[] values, int[] set, int sample, double alpha)
    {
        var down = Enumerable
            .Range(0, Features)
            .Where(i => !double.IsNaN(values[(i * Samples) + sample]))
            .OrderByDescending(i => values[(i * Samples) + sample])
            .ToArray();
        var weights = down.Select((i, p) => set.Contains(i) ? Math.Pow(down.Length - p, alpha) : 0).ToArray();
        var others = down.Count(i => !set.Contains(i));
        var (hit, miss, area) = (0.0, 0.0, 0.0);
        for (var p = 0; p < down.Length; p++)
        {
            hit += weights[p] / weights.Sum();
            miss += set.Contains(down[p]) ? 0 : 1.0 / others;
            area += hit - miss;
        }
        return area;
    }
}
