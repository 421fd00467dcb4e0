using Refractor.Statistics.Normalisation;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Normalisation;

public class ScalingTests
{
    [Fact]
    public void Median_scaling_agrees_with_limma() =>
        NormalisationReference.ShouldAgree(
            MedianScaling.Of(NormalisationReference.Matrix("expr")).Matrix,
            "expected_median_scaled",
            1e-10
        );

    [Fact]
    public void Z_scores_of_features_agree_with_R() =>
        NormalisationReference.ShouldAgree(
            FeatureScaling.ZScores(NormalisationReference.Matrix("expr")).Matrix,
            "expected_zscore_rows",
            1e-10
        );

    [Fact]
    public void Samples_without_a_positive_median_carry_a_reason_and_do_not_move_the_others()
    {
        double[] values = [1, -2, double.NaN, 8, 3, -4, double.NaN, 24];
        var scaling = MedianScaling.Of(FeatureMatrix.Of(2, 4, values));
        scaling.Reasons.ShouldBe([
            NotEstimable.None,
            NotEstimable.OutOfRange,
            NotEstimable.TooFewValues,
            NotEstimable.None,
        ]);
        NormalisationReference.ShouldAgree(
            scaling.Factors,
            [Math.Sqrt(0.125), double.NaN, double.NaN, Math.Sqrt(8)],
            1e-14
        );
        NormalisationReference.Values(scaling.Matrix).Count(double.IsNaN).ShouldBe(4);
    }

    [Fact]
    public void Constant_features_have_no_z_scores_but_a_reason()
    {
        double[] values = [0.1, 0.1, 0.1, 1, double.NaN, 3, double.NaN, double.NaN, 2];
        var scaling = FeatureScaling.ZScores(FeatureMatrix.Of(3, 3, values));
        scaling.Reasons.ShouldBe([NotEstimable.NoVariation, NotEstimable.None, NotEstimable.TooFewValues]);
        NormalisationReference.ShouldAgree(
            NormalisationReference.Values(scaling.Matrix),
            [
                double.NaN,
                double.NaN,
                double.NaN,
                -Math.Sqrt(0.5),
                double.NaN,
                Math.Sqrt(0.5),
                double.NaN,
                double.NaN,
                double.NaN,
            ],
            1e-15
        );
    }

    [Fact]
    public void Single_precision_stays_single_precision_and_threads_change_nothing()
    {
        var singles = Array.ConvertAll(NormalisationReference.Random(100 * 20, 1, 0.1), v => (float)v);
        var matrix = FeatureMatrix.Of(100, 20, singles);
        foreach (var scale in new[] { ZScores, Scaled })
        {
            var one = scale(matrix, 1);
            one.TryGetSingles(0, out _).ShouldBeTrue();
            NormalisationReference.Values(scale(matrix, 3)).ShouldBe(NormalisationReference.Values(one));
        }
        static FeatureMatrix ZScores(FeatureMatrix m, int threads) => FeatureScaling.ZScores(m, threads).Matrix;
        static FeatureMatrix Scaled(FeatureMatrix m, int threads) => MedianScaling.Of(m, threads).Matrix;
    }

    [Fact]
    public void Median_polish_agrees_with_R()
    {
        var table = ReferenceTable.Read("normalise/expected_medpolish.tsv");
        var polish = MedianPolish.Fit(NormalisationReference.Matrix("expr"), maxIterations: 100, tolerance: 1e-12);
        double[] actual = [polish.Overall, .. polish.Features, .. polish.Samples];
        NormalisationReference.ShouldAgree(actual, table.Numbers("value"), 1e-10);
        polish.Converged.ShouldBeTrue();
    }

    [Fact]
    public void Median_polish_takes_an_additive_table_apart_exactly_and_leaves_missing_values_out()
    {
        double[] rows = [-1, 0, 4];
        double[] columns = [-2, 0, 1];
        var values = rows.SelectMany(r => columns.Select(c => 10 + r + c)).ToArray();
        values[8] = double.NaN;
        var polish = MedianPolish.Fit(FeatureMatrix.Of(3, 3, values));
        polish.Overall.ShouldBe(10);
        polish.Features.ShouldBe(rows);
        polish.Samples.ShouldBe(columns);
        polish.Residuals[..8].ShouldAllBe(r => r == 0);
        polish.Residuals[8].ShouldBe(double.NaN);
    }

    [Fact]
    public void Cyclic_loess_agrees_with_limma() =>
        NormalisationReference.ShouldAgree(
            CyclicLoess.Normalise(NormalisationReference.Matrix("expr")),
            "expected_cyclicloess",
            1e-9
        );

    [Fact]
    public void Cyclic_loess_is_the_same_for_any_number_of_threads_and_keeps_missing_values()
    {
        var values = NormalisationReference.Random(200 * 6, 3, missing: 0.05);
        var one = NormalisationReference.Values(CyclicLoess.Normalise(FeatureMatrix.Of(200, 6, values), threads: 1));
        NormalisationReference
            .Values(CyclicLoess.Normalise(FeatureMatrix.Of(200, 6, values), threads: 3))
            .ShouldBe(one);
        one.Select(double.IsNaN).ShouldBe(values.Select(double.IsNaN));
        CyclicLoess.Normalise(FeatureMatrix.Of(0, 2, Array.Empty<double>())).Features.ShouldBe(0);
    }
}
