using Refractor.Statistics.Enrichment;
using Refractor.Statistics.SampleScores;

namespace Refractor.Statistics.Tests.SampleScores;

public class CombinedZScoreTests
{
    private const int Features = 40;
    private const int Samples = 12;

    [Fact]
    public void Agrees_with_GSVA() =>
        SetReference.ShouldAgree(
            CombinedZScore.Score(SetReference.Matrix("expr"), SetReference.Sets("expr")).Values,
            "expected_zscore",
            1e-9
        );

    [Fact]
    public void Is_the_sum_of_z_over_the_root_of_the_measured_members()
    {
        var values = SetReference.Values(Features, Samples, 1, missing: 0.2);
        var sets = SetReference.Sets(5, Features, 2);
        var scores = CombinedZScore.Score(FeatureMatrix.Of(Features, Samples, values), sets);
        var expected = new double[sets.Count * Samples];
        for (var s = 0; s < sets.Count; s++)
        for (var j = 0; j < Samples; j++)
        {
            var z = sets.Members(s).ToArray().Select(i => Z(values, i)[j]).Where(v => !double.IsNaN(v)).ToArray();
            expected[(s * Samples) + j] = z.Length == 0 ? double.NaN : z.Sum() / Math.Sqrt(z.Length);
        }
        SetReference.ShouldBe(scores.Values, expected, 1e-12);
    }

    [Fact]
    public void Adding_a_constant_to_a_feature_or_scaling_it_changes_nothing()
    {
        var values = SetReference.Values(Features, Samples, 1);
        var sets = SetReference.Sets(5, Features, 2);
        var before = CombinedZScore.Score(FeatureMatrix.Of(Features, Samples, values), sets).Values;
        for (var j = 0; j < 3 * Samples; j++)
            values[j] = (4 * values[j]) + 100;
        SetReference.ShouldBe(
            CombinedZScore.Score(FeatureMatrix.Of(Features, Samples, values), sets).Values,
            before,
            1e-12
        );
    }

    [Fact]
    public void The_number_of_threads_changes_no_digit()
    {
        var matrix = FeatureMatrix.Of(Features, Samples, SetReference.Values(Features, Samples, 1, missing: 0.2));
        var sets = SetReference.Sets(9, Features, 2);
        CombinedZScore
            .Score(matrix, sets, threads: 3)
            .Values.ShouldBe(CombinedZScore.Score(matrix, sets, threads: 1).Values);
    }

    [Fact]
    public void Constant_features_are_left_out_and_counted()
    {
        var values = SetReference.Values(Features, Samples, 1);
        values.AsSpan(0, Samples).Fill(0.1);
        var sets = FeatureSets.Of(
            Features,
            [
                [0, 1, 2],
                [1, 2],
                [0],
                [],
            ]
        );
        var scores = CombinedZScore.Score(FeatureMatrix.Of(Features, Samples, values), sets);
        scores.ConstantFeatures.ShouldBe(1);
        scores.MembersFound.ShouldBe([2, 2, 0, 0]);
        scores.OfSet(0).ToArray().ShouldBe(scores.OfSet(1).ToArray());
        scores.OfSet(2).ToArray().ShouldAllBe(v => double.IsNaN(v));
        scores.Reasons[2..].ShouldAllBe(r => r == NotEstimable.EmptySet);
    }

    private static double[] Z(double[] values, int feature)
    {
        var row = values.AsSpan(feature * Samples, Samples).ToArray();
        var present = row.Where(v => !double.IsNaN(v)).ToArray();
        var mean = present.Average();
        var sd = Math.Sqrt(present.Sum(v => (v - mean) * (v - mean)) / (present.Length - 1));
        return Array.ConvertAll(row, v => (v - mean) / sd);
    }
}
