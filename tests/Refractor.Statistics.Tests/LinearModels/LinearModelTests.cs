using Refractor.Statistics.LinearAlgebra;
using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Tests.LinearModels;

public class LinearModelTests
{
    private static readonly string[] Arms = ["X", "Y", "Z", "X", "Y", "Z", "X", "Y", "Z", "Y"];

    /// <summary>Textbook: the residual variance and coefficients from the normal equations of one feature.</summary>
    private static (double[] Coefficients, double Variance) Textbook(double[] y, DesignMatrix design)
    {
        var p = design.Coefficients;
        int[] rows = [.. Enumerable.Range(0, y.Length).Where(s => !double.IsNaN(y[s]))];
        var (cross, product) = (new double[p, p], new double[p]);
        foreach (var s in rows)
            for (var i = 0; i < p; i++)
            {
                product[i] += design[s, i] * y[s];
                for (var j = 0; j < p; j++)
                    cross[i, j] += design[s, i] * design[s, j];
            }
        Cholesky.Of(cross)!.Solve(product);
        var squares = rows.Sum(s => Math.Pow(y[s] - Enumerable.Range(0, p).Sum(j => design[s, j] * product[j]), 2));
        return (product, squares / (rows.Length - p));
    }

    private static FeatureMatrix Random(int features, int samples, ulong seed, double missing = 0, double offset = 8)
    {
        var random = new RandomSource(seed);
        var values = new float[features * samples];
        for (var i = 0; i < values.Length; i++)
        {
            var sum = 0.0;
            for (var k = 0; k < 12; k++)
                sum += random.NextDouble();
            values[i] = random.NextDouble() < missing ? float.NaN : (float)(offset + sum - 6);
        }
        return FeatureMatrix.Of(features, samples, values);
    }

    private static DesignMatrix RandomDesign(int samples, int covariates, bool intercept)
    {
        var random = new RandomSource(5);
        var builder = DesignMatrix.For(samples);
        if (intercept)
            builder.Intercept();
        for (var c = 0; c < covariates; c++)
            builder.Numeric($"x{c}", [.. Enumerable.Range(0, samples).Select(_ => random.NextDouble())]);
        return builder.ToDesign();
    }

    [Theory]
    [InlineData(57, 1, true)]
    [InlineData(64, 2, true)]
    [InlineData(131, 5, true)]
    [InlineData(40, 9, true)]
    [InlineData(33, 3, false)]
    [InlineData(70, 1, false)]
    public void The_one_pass_kernel_agrees_with_the_textbook(int samples, int covariates, bool intercept)
    {
        var values = Random(13, samples, 1);
        var design = RandomDesign(samples, covariates, intercept);
        var fit = LinearModel.Fit(values, design);
        var y = new double[samples];
        for (var f = 0; f < values.Features; f++)
        {
            values.CopyFeature(f, y);
            var (coefficients, variance) = Textbook(y, design);
            for (var j = 0; j < coefficients.Length; j++)
                fit.Coefficients(design.Names[j])[f].ShouldBe(coefficients[j], 1e-9);
            fit.Sigma[f].ShouldBe(Math.Sqrt(variance), 1e-11);
            fit.Mean[f].ShouldBe(y.Average(), 1e-12);
            fit.N[f].ShouldBe(samples);
        }
    }

    [Fact]
    public void A_large_common_offset_costs_no_digits_of_the_variance()
    {
        var design = RandomDesign(50, 2, intercept: true);
        var values = Random(8, 50, 3, offset: 0);
        var shifted = new float[8 * 50];
        var row = new double[50];
        for (var f = 0; f < 8; f++)
        {
            values.CopyFeature(f, row);
            for (var s = 0; s < 50; s++)
                shifted[f * 50 + s] = 65536 + MathF.Round((float)row[s] * 64) / 64;
        }
        var near = Array.ConvertAll(shifted, v => v - 65536);
        var sigma = LinearModel.Fit(FeatureMatrix.Of(8, 50, near), design).Sigma;
        var far = LinearModel.Fit(FeatureMatrix.Of(8, 50, shifted), design).Sigma;
        for (var f = 0; f < 8; f++)
            far[f].ShouldBe(sigma[f], 1e-12 * sigma[f]);
    }

    [Fact]
    public void A_row_sorted_by_size_or_explained_wholly_keeps_its_digits()
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(i => (double)i)];
        var design = DesignMatrix.For(40).Intercept().Numeric("x", x).ToDesign();
        var noise = x.Select(i => (float)(1000 * i + (i % 2 == 0 ? 0.25 : -0.25))).ToArray();
        var fit = LinearModel.Fit(FeatureMatrix.Of(1, 40, noise), design);
        var (_, variance) = Textbook([.. noise.Select(v => v - 1000.0 * 19.5)], design);
        fit.Sigma[0].ShouldBe(Math.Sqrt(variance), 1e-9);
        fit.Coefficients("x")[0].ShouldBe(1000, 0.01);
    }

    [Fact]
    public void Missing_cells_agree_with_the_textbook()
    {
        var values = Random(40, 60, 11, missing: 0.2);
        var design = RandomDesign(60, 3, intercept: true);
        var fit = LinearModel.Fit(values, design);
        var y = new double[60];
        for (var f = 0; f < values.Features; f++)
        {
            values.CopyFeature(f, y);
            var (coefficients, variance) = Textbook(y, design);
            for (var j = 0; j < coefficients.Length; j++)
                fit.Coefficients(design.Names[j])[f].ShouldBe(coefficients[j], 1e-9);
            fit.Sigma[f].ShouldBe(Math.Sqrt(variance), 1e-11);
            fit.N[f].ShouldBe(y.Count(v => !double.IsNaN(v)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Contrasts_under_missing_cells_and_weights_equal_those_of_a_reparametrised_design(bool weighted)
    {
        var options = weighted ? new LinearModelOptions { Weights = Waves.Weights } : null;
        var age = Enumerable.Range(1, 10).Select(s => Math.Pow(s, 1.5)).ToArray();
        var means = DesignMatrix.For(10).GroupMeans("arm", Arms).Numeric("age", age).ToDesign();
        var fromX = DesignMatrix.For(10).Intercept().Factor("arm", Arms, "X").Numeric("age", age).ToDesign();
        var contrast = means.Contrast("Z - X", ("armZ", 1), ("armX", -1));
        var byContrast = LinearModel.Fit(Waves.WithMissing, means, options).Moderate().Test(contrast);
        var byDesign = LinearModel.Fit(Waves.WithMissing, fromX, options).Moderate().Test("armZ");
        for (var f = 0; f < Waves.Features; f++)
        {
            byContrast.Effect[f].ShouldBe(byDesign.Effect[f], 1e-9 * (1 + Math.Abs(byDesign.Effect[f])));
            byContrast.StandardError[f].ShouldBe(byDesign.StandardError[f], 1e-10 * byDesign.StandardError[f]);
            byContrast.LogOdds[f].ShouldBe(byDesign.LogOdds[f], 1e-9);
        }
    }

    [Fact]
    public void F_over_all_differences_under_missing_cells_does_not_depend_on_the_parametrisation()
    {
        var means = DesignMatrix.For(10).GroupMeans("arm", Arms).ToDesign();
        var fromX = DesignMatrix.For(10).Intercept().Factor("arm", Arms, "X").ToDesign();
        var one = LinearModel.Fit(Waves.WithMissing, fromX).Moderate();
        var two = LinearModel.Fit(Waves.WithMissing, means).Moderate();
        var f1 = one.TestTogether(fromX.Coefficient("armY"), fromX.Coefficient("armZ"));
        var f2 = two.TestTogether(
            means.Contrast("Y - X", ("armY", 1), ("armX", -1)),
            means.Contrast("Z - Y", ("armZ", 1), ("armY", -1)),
            means.Contrast("Z - X", ("armZ", 1), ("armX", -1))
        );
        for (var f = 0; f < Waves.Features; f++)
        {
            f2.F[f].ShouldBe(f1.F[f], 1e-9 * f1.F[f]);
            f2.Df1[f].ShouldBe(2);
        }
    }

    [Fact]
    public void Blocks_swept_out_equal_blocks_as_factor_with_missing_cells_and_weights()
    {
        var groups = Enumerable.Range(0, 10).Select(s => s % 2 == 0 ? "A" : "B").ToArray();
        var within = DesignMatrix.For(10).Factor("group", groups).Within(Waves.Blocks).ToDesign();
        var factor = DesignMatrix.For(10).Intercept().Factor("block", Waves.Blocks).Factor("group", groups).ToDesign();
        foreach (
            var options in new[]
            {
                null,
                new LinearModelOptions { Weights = Waves.Weights },
            }
        )
        {
            var swept = LinearModel.Fit(Waves.WithMissing, within, options);
            var full = LinearModel.Fit(Waves.WithMissing, factor, options);
            var (a, b) = (swept.Moderate().Test("groupB"), full.Moderate().Test("groupB"));
            for (var f = 0; f < Waves.Features; f++)
            {
                swept.ResidualDf[f].ShouldBe(full.ResidualDf[f]);
                a.Effect[f].ShouldBe(b.Effect[f], 1e-10 * (1 + Math.Abs(b.Effect[f])));
                a.T[f].ShouldBe(b.T[f], 1e-9 * (1 + Math.Abs(b.T[f])));
            }
        }
    }

    [Fact]
    public void Swapping_the_groups_mirrors_the_test()
    {
        var labels = Enumerable.Range(0, 20).Select(s => s % 3 == 0 ? "A" : "B").ToArray();
        var values = Random(50, 20, 4);
        ModeratedTest From(string reference, string other) =>
            LinearModel
                .Fit(values, DesignMatrix.For(20).Intercept().Factor("g", labels, reference).ToDesign())
                .Moderate()
                .Test("g" + other);
        var (b, a) = (From("A", "B"), From("B", "A"));
        for (var f = 0; f < 50; f++)
        {
            a.T[f].ShouldBe(-b.T[f], 1e-10);
            a.LogP[f].ShouldBe(b.LogP[f], 1e-9 * Math.Abs(b.LogP[f]) + 1e-12);
        }
    }

    [Fact]
    public void Threads_and_the_order_of_features_change_no_digit()
    {
        var values = Random(101, 45, 7, missing: 0.01);
        var design = RandomDesign(45, 3, intercept: true);
        var one = LinearModel.Fit(values, design, threads: 1).Moderate().Test("x1");
        var four = LinearModel.Fit(values, design, threads: 4).Moderate().Test("x1");
        four.T.ShouldBe(one.T);
        four.LogOdds.ShouldBe(one.LogOdds);
        var reversed = LinearModel.Fit(values.Select(Enumerable.Range(0, 101).Reverse()), design).Sigma;
        reversed.Reverse().ToArray().ShouldBe(LinearModel.Fit(values, design).Sigma);
    }

    [Fact]
    public void The_order_of_samples_matters_only_in_the_last_digits()
    {
        var values = Random(20, 30, 9);
        var order = Enumerable.Range(0, 30).OrderBy(s => s * 7 % 30).ToArray();
        var permuted = new float[20 * 30];
        for (var f = 0; f < 20; f++)
        {
            values.TryGetSingles(f, out var row);
            for (var s = 0; s < 30; s++)
                permuted[f * 30 + s] = row[order[s]];
        }
        double[] x = [.. Enumerable.Range(0, 30).Select(s => Math.Cos(s))];
        DesignMatrix Design(double[] column) => DesignMatrix.For(30).Intercept().Numeric("x", column).ToDesign();
        var plain = LinearModel.Fit(values, Design(x)).Moderate().Test("x");
        var other = LinearModel
            .Fit(FeatureMatrix.Of(20, 30, permuted), Design([.. order.Select(s => x[s])]))
            .Moderate()
            .Test("x");
        for (var f = 0; f < 20; f++)
            other.T[f].ShouldBe(plain.T[f], 1e-12 * (1 + Math.Abs(plain.T[f])));
    }

    [Fact]
    public void Samples_with_an_unknown_covariate_are_left_out()
    {
        var values = Random(10, 12, 2);
        double[] x = [1, 2, 3, double.NaN, 5, 6, 7, 8, double.NaN, 10, 11, 13];
        var fit = LinearModel.Fit(values, DesignMatrix.For(12).Intercept().Numeric("x", x).ToDesign());
        fit.N.ShouldAllBe(n => n == 10);
        fit.ResidualDf.ShouldAllBe(d => d == 8);
    }

    [Fact]
    public void A_column_that_others_explain_is_named_and_cannot_be_tested()
    {
        var design = DesignMatrix
            .For(10)
            .Intercept()
            .Factor("arm", Arms)
            .Numeric("copy", [.. Arms.Select(a => a == "Y" ? 2.0 : 0.0)])
            .ToDesign();
        var fit = LinearModel.Fit(Waves.Complete, design);
        fit.NotEstimableCoefficients.ShouldBe(["copy"]);
        var test = fit.Moderate().Test("copy");
        test.Effect.ShouldAllBe(e => double.IsNaN(e));
        test.Reasons.ShouldAllBe(r => r == NotEstimable.Collinear);
        fit.Moderate().Test("armY").Reasons.ShouldAllBe(r => r == NotEstimable.None);
    }

    [Fact]
    public void A_feature_without_the_reference_group_has_no_difference_from_it_but_others()
    {
        var values = Waves.Of((g, s) => g == 1 && Arms[s - 1] == "X" ? double.NaN : Waves.Value(g, s));
        var design = DesignMatrix.For(10).Intercept().Factor("arm", Arms, "X").ToDesign();
        var moderated = LinearModel.Fit(values, design).Moderate();
        moderated.Test("armY").Reasons[0].ShouldBe(NotEstimable.Collinear);
        var zy = moderated.Test(design.Contrast("Z - Y", ("armZ", 1), ("armY", -1)));
        zy.Reasons[0].ShouldBe(NotEstimable.None);
        var row = new double[10];
        values.CopyFeature(0, row);
        double Mean(string arm) => Enumerable.Range(0, 10).Where(s => Arms[s] == arm).Average(s => row[s]);
        zy.Effect[0].ShouldBe(Mean("Z") - Mean("Y"), 1e-12);
    }

    [Fact]
    public void As_many_coefficients_as_samples_leave_nothing_to_test()
    {
        var values = FeatureMatrix.Of(2, 2, new[] { 1.0, 2, 3, 5 });
        var fit = LinearModel.Fit(values, DesignMatrix.For(2).Intercept().Factor("g", ["A", "B"]).ToDesign());
        fit.Coefficients("gB").ShouldBe([1.0, 2.0], 1e-12);
        var test = fit.Moderate().Test("gB");
        test.Reasons.ShouldAllBe(r => r == NotEstimable.NoResidualDegreesOfFreedom);
        test.LogP.ShouldAllBe(p => double.IsNaN(p));
    }

    [Fact]
    public void No_features_give_no_results()
    {
        var values = FeatureMatrix.Of(0, 10, Array.Empty<float>());
        LinearModel.Fit(values, Waves.Design).Moderate().Test("grp").T.ShouldBeEmpty();
    }

    [Fact]
    public void Intervals_hold_the_effect_and_widen_with_the_level()
    {
        var test = LinearModel.Fit(Waves.Complete, Waves.Design).Moderate().Test("grp");
        var (narrow, wide) = (test.IntervalOf(0, 0.9), test.IntervalOf(0, 0.99));
        narrow.Contains(test.Effect[0]).ShouldBeTrue();
        wide.Low.ShouldBeLessThan(narrow.Low);
        wide.High.ShouldBeGreaterThan(narrow.High);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Should
            .Throw<ArgumentException>(() => LinearModel.Fit(Random(2, 9, 1), Waves.Design))
            .Message.ShouldContain("9");
        Should
            .Throw<ArgumentException>(() => Waves.Design.Coefficient("group"))
            .Message.ShouldContain("(Intercept), grp, age");
        Should.Throw<ArgumentException>(() =>
            LinearModel.Fit(Waves.Complete, Waves.Design, new() { Blocks = Waves.Blocks, Correlation = -0.6 })
        );
        Should.Throw<ArgumentException>(() => DesignMatrix.For(3).Factor("g", ["A", "B", "A"], reference: "C"));
    }
}
