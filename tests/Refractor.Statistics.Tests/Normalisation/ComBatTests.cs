using Refractor.Statistics.Normalisation;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Normalisation;

public class ComBatTests
{
    private const int Features = 60;
    private const int Samples = 12;

    [Theory]
    [InlineData("expected_combat", true, true)]
    [InlineData("expected_combat_nocov", false, true)]
    [InlineData("expected_combat_nonparam", false, false)]
    public void Agrees_with_sva(string expected, bool withGroup, bool parametric)
    {
        var samples = ReferenceTable.Read("normalise/samples_batch.tsv");
        var (batches, groups) = (Numbers(samples.Texts("batch")), Numbers(samples.Texts("group")));
        var adjusted = ComBat.Adjust(
            NormalisationReference.Matrix("expr_batch"),
            batches,
            withGroup ? Indicators(groups) : null,
            parametric
        );
        NormalisationReference.ShouldAgree(adjusted.Value.Matrix, expected, 1e-4);
        adjusted.Value.Reasons.ShouldAllBe(r => r == NotEstimable.None);
    }

    [Fact]
    public void A_shift_and_scale_of_all_features_of_a_batch_is_removed_and_the_response_kept()
    {
        var (values, batches, response) = Cohort();
        for (var i = 0; i < values.Length; i++)
            values[i] = batches[i % Samples] == 7 ? (1.5 * values[i]) + 4 : values[i] + (3 * response[i % Samples]);
        var matrix = FeatureMatrix.Of(Features, Samples, values);
        var adjusted = NormalisationReference.Values(ComBat.Adjust(matrix, batches, [response]).Value.Matrix);
        var before = MeanDifference(values, batches);
        Math.Abs(MeanDifference(adjusted, batches)).ShouldBeLessThan(0.05 * Math.Abs(before));
    }

    [Fact]
    public void Names_of_batches_the_order_of_samples_and_threads_do_not_matter()
    {
        var (values, batches, response) = Cohort();
        foreach (var parametric in new[] { true, false })
        {
            var first = Adjusted(values, batches, response, parametric, 1);
            Adjusted(values, batches, response, parametric, 3).ShouldBe(first);
            NormalisationReference.ShouldAgree(
                Adjusted(values, [.. batches.Select(b => -b)], response, parametric, 0),
                first,
                1e-11
            );
            var reversed = Adjusted(Reverse(values), [.. batches.Reverse()], [.. response.Reverse()], parametric, 0);
            NormalisationReference.ShouldAgree(Reverse(reversed), first, 1e-11);
        }
    }

    [Fact]
    public void Features_that_cannot_be_adjusted_stay_as_they_are_with_a_reason()
    {
        var (values, batches, _) = Cohort();
        for (var j = 0; j < Samples; j++)
        {
            if (batches[j] == 3)
                values[j] = 2;
            if (batches[j] == 7 && j > 1)
                values[Samples + j] = double.NaN;
            if (batches[j] == 7)
                values[(2 * Samples) + j] = double.NaN;
        }
        var adjusted = ComBat.Adjust(FeatureMatrix.Of(Features, Samples, values), batches).Value;
        adjusted
            .Reasons[..4]
            .ShouldBe([
                NotEstimable.ZeroVariance,
                NotEstimable.TooFewValues,
                NotEstimable.TooFewValues,
                NotEstimable.None,
            ]);
        NormalisationReference.Values(adjusted.Matrix)[..(3 * Samples)].ShouldBe(values[..(3 * Samples)]);
    }

    [Fact]
    public void A_missing_value_stays_missing_and_the_others_are_adjusted()
    {
        var (values, batches, response) = Cohort();
        values[3] = double.NaN;
        response[5] = double.NaN;
        var adjusted = Adjusted(values, batches, response, parametric: true, 0);
        for (var i = 0; i < values.Length; i++)
            double.IsNaN(adjusted[i]).ShouldBe(i == 3 || i % Samples == 5);
    }

    [Fact]
    public void Designs_that_cannot_be_told_apart_carry_a_reason()
    {
        var (values, batches, _) = Cohort();
        var matrix = FeatureMatrix.Of(Features, Samples, values);
        double[] confounded = [.. batches.Select(b => b == 7 ? 1.0 : 0)];
        ComBat.Adjust(matrix, batches, [confounded]).Reason.ShouldBe(NotEstimable.Collinear);
        ComBat.Adjust(matrix, new int[Samples]).Reason.ShouldBe(NotEstimable.OneGroup);
        ComBat.Adjust(matrix, [1, .. new int[Samples - 1]]).Reason.ShouldBe(NotEstimable.TooFewValues);
        Should
            .Throw<ArgumentException>(() => ComBat.Adjust(matrix, [1, 2]))
            .Message.ShouldContain("Found 2 batches; expected 12");
    }

    private static double[] Adjusted(double[] values, int[] batches, double[] response, bool parametric, int threads) =>
        NormalisationReference.Values(
            ComBat
                .Adjust(FeatureMatrix.Of(Features, Samples, values), batches, [response], parametric, threads)
                .Value.Matrix
        );

    private static (double[] Values, int[] Batches, double[] Response) Cohort() =>
        (
            NormalisationReference.Random(Features * Samples, 5),
            [.. Enumerable.Range(0, Samples).Select(j => j % 2 == 1 ? 7 : 3)],
            [.. Enumerable.Range(0, Samples).Select(j => j / 2 % 2 == 1 ? 1.0 : 0)]
        );

    private static double[] Reverse(double[] values) => [.. values.Chunk(Samples).SelectMany(row => row.Reverse())];

    private static double MeanDifference(double[] values, int[] batches) =>
        values.Where((_, i) => batches[i % Samples] == 7).Average()
        - values.Where((_, i) => batches[i % Samples] == 3).Average();

    private static double[][] Indicators(int[] groups) =>
        [.. Enumerable.Range(1, groups.Max()).Select(k => Array.ConvertAll(groups, g => g == k ? 1.0 : 0))];

    private static int[] Numbers(string[] labels)
    {
        string[] distinct = [.. labels.Distinct().Order(StringComparer.Ordinal)];
        return Array.ConvertAll(labels, l => Array.IndexOf(distinct, l));
    }
}
