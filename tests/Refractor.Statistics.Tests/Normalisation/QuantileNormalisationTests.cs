using Refractor.Statistics.Normalisation;

namespace Refractor.Statistics.Tests.Normalisation;

public class QuantileNormalisationTests
{
    [Theory]
    [InlineData("expr", "expected_quantile_ties")]
    [InlineData("expr_na", "expected_quantile_na")]
    public void Agrees_with_limma(string input, string expected) =>
        NormalisationReference.ShouldAgree(
            QuantileNormalisation.Normalise(NormalisationReference.Matrix(input)),
            expected,
            1e-10
        );

    // limma spreads equal values in the order that an unstable quicksort leaves: within equal values the order is free.
    [Fact]
    public void Without_averages_agrees_with_limma_up_to_the_order_of_equal_values()
    {
        var matrix = NormalisationReference.Matrix("expr");
        var (values, n) = (NormalisationReference.Values(matrix), matrix.Samples);
        var ours = NormalisationReference.Values(QuantileNormalisation.Normalise(matrix, averageTies: false));
        var limma = NormalisationReference.Values(NormalisationReference.Matrix("expected_quantile_noties"));
        NormalisationReference.ShouldAgree(InOrder(ours), InOrder(limma), 1e-10);

        double[] InOrder(double[] normalised) =>
            [
                .. Enumerable
                    .Range(0, values.Length)
                    .OrderBy(i => i % n)
                    .ThenBy(i => values[i])
                    .ThenBy(i => normalised[i])
                    .Select(i => normalised[i]),
            ];
    }

    [Fact]
    public void Without_ties_all_samples_get_the_mean_distribution()
    {
        var values = NormalisationReference.Random(50 * 20, 1);
        var normalised = NormalisationReference.Values(
            QuantileNormalisation.Normalise(FeatureMatrix.Of(50, 20, values), averageTies: false)
        );
        var first = Column(normalised, 20, 0).Order().ToArray();
        var mean = new double[50];
        for (var j = 0; j < 20; j++)
        {
            Column(normalised, 20, j).Order().ShouldBe(first);
            mean = [.. Column(values, 20, j).Order().Zip(mean, (v, m) => m + (v / 20))];
        }
        NormalisationReference.ShouldAgree(first, mean, 1e-13);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Single_precision_and_the_number_of_threads_change_nothing(double missing)
    {
        var values = NormalisationReference.Random(300 * 40, 2, missing);
        var one = NormalisationReference.Values(
            QuantileNormalisation.Normalise(FeatureMatrix.Of(300, 40, values), threads: 1)
        );
        NormalisationReference
            .Values(QuantileNormalisation.Normalise(FeatureMatrix.Of(300, 40, values), threads: 3))
            .ShouldBe(one);
        var singles = QuantileNormalisation.Normalise(
            FeatureMatrix.Of(300, 40, Array.ConvertAll(values, v => (float)v))
        );
        NormalisationReference.ShouldAgree(NormalisationReference.Values(singles), one, 1e-6);
    }

    [Fact]
    public void Equal_values_stay_equal_and_missing_ones_missing()
    {
        var normalised = NormalisationReference.Values(
            QuantileNormalisation.Normalise(
                FeatureMatrix.Of(3, 3, new[] { 1, 5, double.NaN, 1, 7, 4, 2, 9, double.NaN })
            )
        );
        normalised[0].ShouldBe(normalised[3]);
        normalised[2].ShouldBe(double.NaN);
        // The only value of the third sample takes the middle of (1 + 5 + 4, 1 + 7 + 4, 2 + 9 + 4) / 3.
        normalised[5].ShouldBe(4, 1e-14);
    }

    [Fact]
    public void Empty_matrices_and_samples_raise_nothing()
    {
        QuantileNormalisation.Normalise(FeatureMatrix.Of(0, 3, Array.Empty<double>())).Features.ShouldBe(0);
        QuantileNormalisation.Normalise(FeatureMatrix.Of(3, 0, Array.Empty<float>())).Samples.ShouldBe(0);
        double[] values = [1, double.NaN, 2, double.NaN];
        NormalisationReference.Values(QuantileNormalisation.Normalise(FeatureMatrix.Of(2, 2, values))).ShouldBe(values);
    }

    private static IEnumerable<double> Column(double[] values, int samples, int sample) =>
        values.Where((_, i) => i % samples == sample);
}
