using Refractor.Statistics.Counts;
using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Tests.Counts;

public class CountModelTests
{
    private const int Genes = 80;
    private const int Samples = 12;

    private static readonly string[] Groups = [.. Enumerable.Range(0, Samples).Select(s => s < 6 ? "A" : "B")];

    private static readonly DesignMatrix Design = DesignMatrix
        .For(Samples)
        .Intercept()
        .Factor("group", Groups)
        .ToDesign();

    // Counts with a dispersion of about 0.05 + 2 / mean; a change of -1 leaves them.
    private static FeatureMatrix Counts(Func<int, int, double>? change = null)
    {
        var random = new RandomSource(12);
        var counts = new double[Genes * Samples];
        for (var g = 0; g < Genes; g++)
        for (var s = 0; s < Samples; s++)
        {
            var mean = (10 + g * g / 5.0) * (g % 5 == 0 && s >= 6 ? 3 : 1) * (0.7 + 0.3 * (s % 3));
            var (spread, noise) = (Math.Sqrt(0.05 + 2 / mean), Deviate(ref random));
            mean *= Math.Exp(spread * noise);
            var count = Math.Max(0, Math.Round(mean + Math.Sqrt(mean) * Deviate(ref random)));
            var other = change?.Invoke(g, s) ?? -1;
            counts[g * Samples + s] = other == -1 ? count : other;
        }
        return FeatureMatrix.Of(Genes, Samples, counts);
    }

    private static double Deviate(ref RandomSource random)
    {
        var sum = -6.0;
        for (var k = 0; k < 12; k++)
            sum += random.NextDouble();
        return sum;
    }

    [Fact]
    public void Threads_change_no_digit()
    {
        var one = CountModel.Fit(Counts(), Design, threads: 1).Value.Test("groupB");
        var four = CountModel.Fit(Counts(), Design, threads: 4).Value.Test("groupB");
        four.LogP.ShouldBe(one.LogP);
        four.LogAdjustedP.ShouldBe(one.LogAdjustedP);
    }

    [Fact]
    public void Swapping_the_groups_mirrors_the_effects()
    {
        var other = DesignMatrix.For(Samples).Intercept().Factor("group", Groups, reference: "B").ToDesign();
        var b = CountModel.Fit(Counts(), Design).Value.Test("groupB");
        var a = CountModel.Fit(Counts(), other).Value.Test("groupA");
        for (var g = 0; g < Genes; g++)
            a.Effect[g].ShouldBe(-b.Effect[g], 1e-3);
    }

    [Fact]
    public void A_gene_without_reads_has_a_reason_and_no_p_value()
    {
        var test = CountModel.Fit(Counts((g, _) => g == 3 ? 0 : -1), Design).Value.Test("groupB");
        test.Reasons[3].ShouldBe(NotEstimable.NoEvents);
        test.LogP[3].ShouldBe(double.NaN);
        test.Reasons[4].ShouldBe(NotEstimable.None);
    }

    [Fact]
    public void A_wild_count_takes_the_p_value_away_unless_asked_not_to()
    {
        var model = CountModel.Fit(Counts((g, s) => g == 7 && s == 2 ? 100_000 : -1), Design).Value;
        model.Test("groupB").Reasons[7].ShouldBe(NotEstimable.Outlier);
        var kept = model.Test("groupB", new CountTestOptions { LeaveOutOutliers = false });
        double.IsNaN(kept.LogP[7]).ShouldBeFalse();
    }

    [Fact]
    public void A_sample_with_an_unknown_covariate_is_left_out()
    {
        string?[] labels = [.. Groups];
        labels[4] = null;
        var design = DesignMatrix.For(Samples).Intercept().Factor("group", labels).ToDesign();
        var model = CountModel.Fit(Counts(), design).Value;
        model.Samples.ShouldBe(Samples - 1);
        model.Test("groupB").Reasons.ShouldAllBe(r => r == NotEstimable.None || r == NotEstimable.Outlier);
    }

    [Fact]
    public void Designs_that_leave_nothing_to_estimate_have_a_reason()
    {
        var copied = DesignMatrix.For(Samples).Intercept().Factor("group", Groups).Factor("batch", Groups).ToDesign();
        CountModel.Fit(Counts(), copied).Reason.ShouldBe(NotEstimable.Collinear);
        var all = DesignMatrix.For(Samples).GroupMeans("s", [.. Enumerable.Range(0, Samples).Select(s => $"{s:00}")]);
        CountModel.Fit(Counts(), all.ToDesign()).Reason.ShouldBe(NotEstimable.NoResidualDegreesOfFreedom);
        CountModel.Fit(Counts((_, s) => s == 0 ? 0 : -1), Design).Reason.ShouldBe(NotEstimable.TooFewValues);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Should.Throw<ArgumentException>(() => CountModel.Fit(Counts(), Design, [1, 2])).Message.ShouldContain("12");
        Should.Throw<ArgumentException>(() => CountModel.Fit(Counts(), Waves10())).Message.ShouldContain("10");
        Should.Throw<ArgumentException>(() => NormalizationFactors.Tmm(Counts((g, s) => g + s == 0 ? double.NaN : -1)));
    }

    [Fact]
    public void Factors_do_not_depend_on_the_order_of_genes_and_have_a_geometric_mean_of_one()
    {
        var counts = Counts();
        var reversed = counts.Select(Enumerable.Range(0, Genes).Reverse());
        foreach (
            var factors in new[]
            {
                (NormalizationFactors.Tmm(counts), NormalizationFactors.Tmm(reversed)),
                (
                    NormalizationFactors.RelativeLogExpression(counts),
                    NormalizationFactors.RelativeLogExpression(reversed)
                ),
                (NormalizationFactors.UpperQuartile(counts), NormalizationFactors.UpperQuartile(reversed)),
            }
        )
        {
            factors.Item1.Average(Math.Log).ShouldBe(0, 1e-12);
            for (var s = 0; s < Samples; s++)
                factors.Item2[s].ShouldBe(factors.Item1[s], 1e-12);
        }
    }

    [Fact]
    public void Samples_that_differ_only_in_depth_have_equal_factors()
    {
        double[] counts = [.. Enumerable.Range(1, 50).SelectMany(g => new double[] { g, 2 * g, 5 * g })];
        foreach (var factor in NormalizationFactors.Tmm(FeatureMatrix.Of(50, 3, counts)))
            factor.ShouldBe(1, 1e-12);
        var sizes = SizeFactors.MedianOfRatios(FeatureMatrix.Of(50, 3, counts));
        (sizes[1] / sizes[0]).ShouldBe(2, 1e-12);
    }

    [Fact]
    public void Voom_without_residual_degrees_of_freedom_has_a_reason()
    {
        var all = DesignMatrix.For(2).GroupMeans("s", ["a", "b"]).ToDesign();
        var counts = FeatureMatrix.Of(3, 2, new double[] { 5, 6, 7, 1, 2, 3 });
        Voom.Transform(counts, all).Reason.ShouldBe(NotEstimable.NoResidualDegreesOfFreedom);
    }

    private static DesignMatrix Waves10() => DesignMatrix.For(10).Intercept().ToDesign();
}
