using Refractor.Statistics.Normalisation;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Normalisation;

public class PrincipalComponentsTests
{
    [Fact]
    public void Agrees_with_prcomp()
    {
        var deviations = ReferenceTable.Read("normalise/expected_pca_sdev.tsv").Numbers("sdev");
        var scores = ReferenceTable.Read("normalise/expected_pca_scores.tsv");
        var components = PrincipalComponents.Of(NormalisationReference.Matrix("expr")).Value;
        var agreement = new Agreement();
        for (var c = 0; c < deviations.Length; c++)
            agreement.Check(
                $"sdev {c + 1}",
                c < components.StandardDeviations.Length ? components.StandardDeviations[c] : 0,
                deviations[c],
                1e-10,
                1e-10
            );
        for (var c = 0; c < scores.Columns.Count - 1; c++)
        {
            var expected = scores.Numbers(scores.Columns[c + 1]);
            var actual = components.Scores(c).ToArray();
            var sign = Math.Sign(actual.Zip(expected, (a, e) => a * e).Sum());
            for (var j = 0; j < expected.Length; j++)
                agreement.Check($"{scores.Columns[c + 1]} sample {j}", sign * actual[j], expected[j], 1e-9, 1e-9);
        }
        agreement.Verify();
    }

    [Theory]
    [InlineData(40, 9, false)]
    [InlineData(40, 9, true)]
    [InlineData(7, 30, false)]
    [InlineData(7, 30, true)]
    public void Scores_and_loadings_give_the_centred_matrix_back(int features, int samples, bool scale)
    {
        var values = NormalisationReference.Random(features * samples, 3);
        var matrix = FeatureMatrix.Of(features, samples, values);
        var components = PrincipalComponents.Of(matrix, components: 50, scale).Value;
        components.Count.ShouldBe(Math.Min(features, samples - 1));
        components.VarianceShares.Sum().ShouldBe(1, 1e-12);
        var z = scale ? NormalisationReference.Values(FeatureScaling.ZScores(matrix).Matrix) : values;
        for (var i = 0; i < features; i++)
        {
            var mean = z.AsSpan(i * samples, samples).ToArray().Average();
            for (var j = 0; j < samples; j++)
            {
                var back = 0.0;
                for (var c = 0; c < components.Count; c++)
                    back += components.Scores(c)[j] * components.Loadings(c)[i];
                back.ShouldBe(z[(i * samples) + j] - mean, 1e-11);
            }
        }
        for (var c = 0; c < components.Count; c++)
        {
            var scores = components.Scores(c).ToArray();
            Math.Sqrt(scores.Sum(s => s * s) / (samples - 1)).ShouldBe(components.StandardDeviations[c], 1e-11);
            components.Loadings(c).ToArray().MaxBy(Math.Abs).ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void Features_with_missing_values_are_left_out_and_counted_and_threads_change_nothing()
    {
        var values = NormalisationReference.Random(90 * 40, 3);
        values[45] = double.NaN;
        var one = PrincipalComponents.Of(FeatureMatrix.Of(90, 40, values), threads: 1).Value;
        var three = PrincipalComponents.Of(FeatureMatrix.Of(90, 40, values), threads: 3).Value;
        one.FeaturesUsed.ShouldBe(89);
        one.Loadings(0)[1].ShouldBe(double.NaN);
        three.StandardDeviations.ShouldBe(one.StandardDeviations);
        three.Scores(3).ToArray().ShouldBe(one.Scores(3).ToArray());
        double[] without = [.. values[..40], .. values[80..]];
        NormalisationReference.ShouldAgree(
            PrincipalComponents.Of(FeatureMatrix.Of(89, 40, without)).Value.StandardDeviations,
            one.StandardDeviations,
            1e-12
        );
    }

    [Fact]
    public void What_has_no_components_carries_a_reason()
    {
        Reason([1, 2], 2, 1).ShouldBe(NotEstimable.TooFewValues);
        Reason([1, double.NaN], 1, 2).ShouldBe(NotEstimable.TooFewValues);
        Reason([1, 1, 0.1, 0.1], 2, 2).ShouldBe(NotEstimable.NoVariation);
        Reason([], 0, 2).ShouldBe(NotEstimable.TooFewValues);
        static NotEstimable Reason(double[] values, int features, int samples) =>
            PrincipalComponents.Of(FeatureMatrix.Of(features, samples, values)).Reason;
    }
}
