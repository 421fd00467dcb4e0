using Refractor.Statistics.Counts;
using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Tests.Counts;

public class NegativeBinomialModelTests
{
    private const int Genes = 70;
    private const int Samples = 10;
    private const int WithoutReads = 3;
    private const int OnlyInB = 4;
    private const int Missing = 6;

    private static readonly string[] Groups = [.. Enumerable.Range(0, Samples).Select(s => s < 5 ? "A" : "B")];

    private static DesignMatrix DesignOf(string[] groups, string? reference = null) =>
        DesignMatrix.For(groups.Length).Intercept().Factor("group", groups, reference: reference).ToDesign();

    private static double[][] Rows()
    {
        var random = new RandomSource(5);
        var rows = new double[Genes][];
        for (var g = 0; g < Genes; g++)
        {
            rows[g] = new double[Samples];
            for (var s = 0; s < Samples; s++)
            {
                var mean = (8 + g * g / 4.0) * (g % 7 == 0 && s >= 5 ? 3 : 1) * (0.8 + 0.2 * (s % 4));
                rows[g][s] = NegativeBinomial.Quantile(random.NextDouble(), 6, mean);
            }
        }
        Array.Clear(rows[WithoutReads]);
        Array.Clear(rows[OnlyInB], 0, 5);
        rows[Missing][2] = double.NaN;
        return rows;
    }

    // Sizes are given, as a missing count has no sum.
    private static readonly double[] Sizes =
    [
        .. Enumerable.Range(0, Samples).Select(s => 50_000 * (0.8 + 0.2 * (s % 4))),
    ];

    private static FeatureMatrix Counts(IEnumerable<int>? samples = null)
    {
        int[] order = [.. samples ?? Enumerable.Range(0, Samples)];
        double[] values = [.. Rows().SelectMany(row => order.Select(s => row[s]))];
        return FeatureMatrix.Of(Genes, order.Length, values);
    }

    private static NegativeBinomialModel Fitted(int threads = 0) =>
        NegativeBinomialModel.Fit(Counts(), DesignOf(Groups), Sizes, threads).Value;

    private static GroupedCountModel Grouped(int threads = 0) =>
        GroupedCountModel.Fit(Counts(), Groups, Sizes, threads).Value;

    [Fact]
    public void Threads_change_no_digit()
    {
        Fitted(4).QuasiLikelihood().Test("groupB").LogP.ShouldBe(Fitted(1).QuasiLikelihood().Test("groupB").LogP);
        Fitted(4).LikelihoodRatio("groupB").LogP.ShouldBe(Fitted(1).LikelihoodRatio("groupB").LogP);
        Grouped(4).Test("A", "B").LogP.ShouldBe(Grouped(1).Test("A", "B").LogP);
    }

    [Fact]
    public void Swapping_the_groups_mirrors_the_effects()
    {
        var b = Fitted().QuasiLikelihood().Test("groupB");
        var a = NegativeBinomialModel
            .Fit(Counts(), DesignOf(Groups, "B"), Sizes)
            .Value.QuasiLikelihood()
            .Test("groupA");
        var (exactB, exactA) = (Grouped().Test("A", "B"), Grouped().Test("B", "A"));
        foreach (var g in Enumerable.Range(0, Genes).Where(g => b.Reasons[g] == NotEstimable.None))
        {
            a.Effect[g].ShouldBe(-b.Effect[g], 1e-3);
            a.LogP[g].ShouldBe(b.LogP[g], 1e-4 * Math.Abs(b.LogP[g]) + 1e-6);
            exactA.Effect[g].ShouldBe(-exactB.Effect[g], 1e-9);
            exactA.LogP[g].ShouldBe(exactB.LogP[g], 1e-9 * Math.Abs(exactB.LogP[g]) + 1e-9);
        }
    }

    [Fact]
    public void The_order_of_samples_does_not_matter()
    {
        int[] reversed = [.. Enumerable.Range(0, Samples).Reverse()];
        var groups = Array.ConvertAll(reversed, s => Groups[s]);
        var sizes = Array.ConvertAll(reversed, s => Sizes[s]);
        var model = NegativeBinomialModel.Fit(Counts(reversed), DesignOf(groups, "A"), sizes).Value;
        var (ours, theirs) = (Fitted().LikelihoodRatio("groupB"), model.LikelihoodRatio("groupB"));
        foreach (var g in Enumerable.Range(0, Genes).Where(g => ours.Reasons[g] == NotEstimable.None))
            theirs.LogP[g].ShouldBe(ours.LogP[g], 1e-6 * Math.Abs(ours.LogP[g]) + 1e-6);
    }

    [Fact]
    public void A_contrast_of_group_means_is_the_coefficient_of_the_group()
    {
        var means = DesignMatrix.For(Samples).GroupMeans("group", Groups).ToDesign();
        var contrast = means.Contrast("B - A", ("groupB", 1), ("groupA", -1));
        var ours = NegativeBinomialModel.Fit(Counts(), means, Sizes).Value.QuasiLikelihood().Test(contrast);
        var theirs = Fitted().QuasiLikelihood().Test("groupB");
        foreach (var g in Enumerable.Range(0, Genes).Where(g => ours.Reasons[g] == NotEstimable.None))
            ours.LogP[g].ShouldBe(theirs.LogP[g], 1e-4 * Math.Abs(theirs.LogP[g]) + 1e-6);
    }

    [Fact]
    public void Genes_without_reads_or_with_a_missing_count_have_a_reason_and_no_p_value()
    {
        var (quasi, ratio) = (Fitted().QuasiLikelihood().Test("groupB"), Fitted().LikelihoodRatio("groupB"));
        var exact = Grouped().Test("A", "B");
        foreach (
            var (reasons, logP) in new[]
            {
                (quasi.Reasons, quasi.LogP),
                (ratio.Reasons, ratio.LogP),
                (exact.Reasons, exact.LogP),
            }
        )
        {
            reasons[WithoutReads].ShouldBe(NotEstimable.NoEvents);
            reasons[Missing].ShouldBe(NotEstimable.TooFewValues);
            logP[WithoutReads].ShouldBe(double.NaN);
            logP[Missing].ShouldBe(double.NaN);
            reasons.Count(r => r == NotEstimable.None).ShouldBe(Genes - 2);
        }
    }

    [Fact]
    public void A_group_without_reads_has_a_finite_effect_and_fewer_degrees_of_freedom()
    {
        var quasi = Fitted().QuasiLikelihood();
        quasi.ResidualDf[OnlyInB].ShouldBe(4);
        quasi.ResidualDf[OnlyInB + 1].ShouldBe(8);
        quasi.Test("groupB").Effect[OnlyInB].ShouldBeInRange(3, 30);
        Grouped().Test("A", "B").Effect[OnlyInB].ShouldBeInRange(3, 30);
    }

    [Fact]
    public void Designs_that_leave_nothing_to_estimate_have_a_reason()
    {
        var copied = DesignMatrix.For(Samples).Intercept().Factor("group", Groups).Factor("batch", Groups).ToDesign();
        NegativeBinomialModel.Fit(Counts(), copied, Sizes).Reason.ShouldBe(NotEstimable.Collinear);
        string[] alone = [.. Enumerable.Range(0, Samples).Select(s => $"{s:00}")];
        var all = DesignMatrix.For(Samples).GroupMeans("s", alone).ToDesign();
        NegativeBinomialModel.Fit(Counts(), all, Sizes).Reason.ShouldBe(NotEstimable.NoResidualDegreesOfFreedom);
        GroupedCountModel.Fit(Counts(), alone, Sizes).Reason.ShouldBe(NotEstimable.NoResidualDegreesOfFreedom);
        var none = FeatureMatrix.Of(2, Samples, new double[2 * Samples]);
        NegativeBinomialModel.Fit(none, DesignOf(Groups), Sizes).Reason.ShouldBe(NotEstimable.NoEvents);
        GroupedCountModel.Fit(none, Groups, Sizes).Reason.ShouldBe(NotEstimable.NoEvents);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Should.Throw<ArgumentException>(() => Grouped().Test("A", "C")).Message.ShouldContain("'C'");
        Should.Throw<ArgumentException>(() => Grouped().Test("A", "A")).Message.ShouldContain("two groups");
        Should.Throw<ArgumentException>(() => GroupedCountModel.Fit(Counts(), ["A"])).Message.ShouldContain("10");
        Should.Throw<ArgumentException>(() => Fitted().LikelihoodRatio("groupC")).Message.ShouldContain("groupC");
        Should
            .Throw<ArgumentException>(() => Fitted().LikelihoodRatio(new Contrast("none", [0, 0])))
            .Message.ShouldContain("none");
    }
}
