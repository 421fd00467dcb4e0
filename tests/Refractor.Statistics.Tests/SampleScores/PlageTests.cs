using Refractor.Statistics.Enrichment;
using Refractor.Statistics.SampleScores;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.SampleScores;

public class PlageTests
{
    private const int Features = 40;
    private const int Samples = 12;

    [Fact]
    public void Agrees_with_GSVA_up_to_the_sign_of_a_set()
    {
        var scores = Plage.Score(SetReference.Matrix("expr"), SetReference.Sets("expr"));
        var table = ReferenceTable.Read("genesetscores/expected_plage.tsv");
        var n = scores.Samples;
        foreach (var (row, s) in table.Rows.Select((r, s) => (r, s)))
        {
            var expected = Enumerable.Range(1, n).Select(row.Number).ToArray();
            var product = expected.Zip(scores.OfSet(s).ToArray(), (a, b) => a * b).Sum();
            for (var j = 0; j < n && product < 0; j++)
                scores.Values[(s * n) + j] *= -1;
        }
        SetReference.ShouldAgree(scores.Values, "expected_plage", 1e-8);
    }

    [Fact]
    public void The_mean_correlation_with_the_members_is_positive()
    {
        var values = SetReference.Values(Features, Samples, 3);
        var sets = SetReference.Sets(8, Features, 2);
        var scores = Plage.Score(FeatureMatrix.Of(Features, Samples, values), sets);
        for (var s = 0; s < sets.Count; s++)
        {
            var pattern = scores.OfSet(s).ToArray();
            pattern.Sum(v => v * v).ShouldBe(1, 1e-12);
            pattern.Sum().ShouldBe(0, 1e-12);
            sets.Members(s)
                .ToArray()
                .Average(i => Correlation(values.AsSpan(i * Samples, Samples).ToArray(), pattern))
                .ShouldBeGreaterThan(-1e-12);
        }
    }

    [Fact]
    public void One_pattern_shared_by_all_members_is_found_exactly()
    {
        double[] pattern = [-3, -1, 0, 1, 3];
        var values = new double[4 * 5];
        for (var i = 0; i < values.Length; i++)
            values[i] = 7 + ((i / 5) + 1) * pattern[i % 5] * (i < 5 ? -1 : 1);
        var scores = Plage.Score(
            FeatureMatrix.Of(4, 5, values),
            FeatureSets.Of(
                4,
                [
                    [0, 1, 2, 3],
                ]
            )
        );
        SetReference.ShouldBe(scores.Values, Array.ConvertAll(pattern, p => p / Math.Sqrt(20)), 1e-14);
    }

    [Fact]
    public void The_order_of_features_and_samples_and_the_threads_do_not_matter()
    {
        var values = SetReference.Values(Features, Samples, 1, missing: 0.05);
        var sets = SetReference.Sets(8, Features, 2);
        var scores = Plage.Score(FeatureMatrix.Of(Features, Samples, values), sets, threads: 1);
        Plage.Score(FeatureMatrix.Of(Features, Samples, values), sets, threads: 3).Values.ShouldBe(scores.Values);
        var (permuted, moved) = SetReference.PermuteFeatures(values, Samples, sets, 4);
        SetReference.ShouldBe(Plage.Score(permuted, moved).Values, scores.Values, 1e-10);
        var reversed = Plage.Score(SetReference.ReverseSamples(values, Samples), sets);
        for (var s = 0; s < sets.Count; s++)
            SetReference.ShouldBe([.. reversed.OfSet(s).ToArray().Reverse()], scores.OfSet(s).ToArray(), 1e-10);
    }

    [Fact]
    public void A_missing_value_stands_at_the_mean_of_its_feature()
    {
        var values = SetReference.Values(Features, Samples, 1);
        var sets = FeatureSets.Of(
            Features,
            [
                [0, 1, 2],
                [0],
            ]
        );
        values[5] = double.NaN;
        var gap = Plage.Score(FeatureMatrix.Of(Features, Samples, values), sets);
        gap.OfSet(0).ToArray().ShouldAllBe(v => double.IsFinite(v));
        gap[1, 5].ShouldBe(double.NaN);
        gap.OfSet(1).ToArray().Count(double.IsNaN).ShouldBe(1);
    }

    [Fact]
    public void Constant_features_and_empty_sets_carry_their_reason()
    {
        var values = SetReference.Values(Features, Samples, 1);
        values.AsSpan(0, Samples).Fill(5);
        var scores = Plage.Score(
            FeatureMatrix.Of(Features, Samples, values),
            FeatureSets.Of(
                Features,
                [
                    [0],
                    [1, 0],
                ]
            )
        );
        scores.ConstantFeatures.ShouldBe(1);
        scores.Reasons.ShouldBe([NotEstimable.EmptySet, NotEstimable.None]);
        scores.OfSet(0).ToArray().ShouldAllBe(v => double.IsNaN(v));
    }

    private static double Correlation(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        var xy = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum();
        return xy / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
