using System.Globalization;
using Refractor.Statistics.LinearModels;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.LinearModels;

/// <summary>Reference/limma: every column of topTable, and the hyperparameters, from limma.</summary>
public class ModeratedTestReferenceTests
{
    [Fact]
    public void Two_groups_agree_with_limma() =>
        CheckCoefficient("two_group", LinearModel.Fit(Limma.Expression, Limma.TwoGroups));

    [Fact]
    public void Covariates_agree_with_limma()
    {
        var design = DesignMatrix
            .For(Limma.Samples.Count)
            .Intercept()
            .Factor("group", Limma.Samples.Texts("group"))
            .Numeric("age", Limma.Samples.Numbers("age"))
            .Numeric("er", Limma.Samples.Numbers("er"))
            .Factor("batch", Limma.Samples.Texts("batch"))
            .ToDesign();
        CheckCoefficient("covariate", LinearModel.Fit(Limma.Expression, design));
    }

    [Fact]
    public void Patients_as_factor_agree_with_limma() =>
        CheckCoefficient("paired", LinearModel.Fit(Limma.Expression, Limma.Pairs));

    [Fact]
    public void Patients_swept_out_agree_with_limma()
    {
        var design = DesignMatrix
            .For(Limma.Samples.Count)
            .Factor("group", Limma.Samples.Texts("group"))
            .Within(Limma.Samples.Texts("patient"))
            .ToDesign();
        CheckCoefficient("paired", LinearModel.Fit(Limma.Expression, design));
    }

    [Fact]
    public void A_trend_of_the_prior_variance_agrees_with_limma()
    {
        var moderated = LinearModel
            .Fit(Limma.Expression, Limma.TwoGroups)
            .Moderate(new EmpiricalBayesOptions { Trend = true });
        Limma.Check("trend", moderated.Test("groupB"), moderated, 1e-7);
        CheckColumn("trend_s2prior", "s2.prior", moderated.PriorVariance);
    }

    [Fact]
    public void The_robust_prior_agrees_with_limma()
    {
        var moderated = LinearModel
            .Fit(Limma.Expression, Limma.TwoGroups)
            .Moderate(new EmpiricalBayesOptions { Robust = true });
        Limma.Check("robust", moderated.Test("groupB"), moderated, 1e-6);
        CheckColumn("robust_dfprior", "df.prior", moderated.PriorDf);
    }

    [Fact]
    public void Contrasts_of_group_means_agree_with_limma()
    {
        var moderated = LinearModel.Fit(Limma.Expression, Limma.ArmMeans).Moderate();
        var contrasts = ArmContrasts(Limma.ArmMeans);
        for (var c = 0; c < contrasts.Length; c++)
            Limma.Check($"contrast{c + 1}", moderated.Test(contrasts[c]), moderated);
    }

    [Fact]
    public void The_F_test_over_dependent_contrasts_agrees_with_limma()
    {
        var moderated = LinearModel.Fit(Limma.Expression, Limma.ArmMeans).Moderate();
        var test = moderated.TestTogether(ArmContrasts(Limma.ArmMeans));
        var agreement = new Agreement();
        var f = 0;
        foreach (var row in ReferenceTable.Read("limma/expected_contrast_F.tsv").Rows)
        {
            agreement.Check($"{row.Place} F", test.F[f], row.Number("F"), 1e-8);
            agreement.CheckP($"{row.Place} p", PValue.FromLog(test.LogP[f]), row.Number("F.p.value"), 1e-7);
            agreement.Check($"{row.Place} df1", test.Df1[f], row.Number("df1"), 0);
            agreement.Check($"{row.Place} df2", test.Df2[f], row.Number("df2"), 1e-7);
            f++;
        }
        agreement.Verify();
    }

    [Fact]
    public void Missing_cells_agree_with_limma() =>
        CheckCoefficient(
            "edge_missing",
            LinearModel.Fit(ReferenceTable.Read("limma/expr_edge.tsv").Matrix(), Limma.TwoGroups)
        );

    [Theory]
    [InlineData("small_1v2", new[] { 1, 2, 4 })]
    [InlineData("small_2v2", new[] { 1, 2, 3, 4 })]
    [InlineData("small_1v5", new[] { 1, 2, 4, 6, 8, 10 })]
    public void Very_small_groups_agree_with_limma(string table, int[] samples)
    {
        var groups = Limma.Samples.Texts("group");
        var design = DesignMatrix
            .For(samples.Length)
            .Intercept()
            .Factor("group", [.. samples.Select(s => groups[s - 1])])
            .ToDesign();
        CheckCoefficient(table, LinearModel.Fit(Some(Limma.Expression, samples), design));
    }

    [Fact]
    public void Weights_of_cells_agree_with_limma()
    {
        var weights = ReferenceTable.Read("limma/weights.tsv").Matrix();
        CheckCoefficient(
            "weights",
            LinearModel.Fit(Limma.Expression, Limma.TwoGroups, new LinearModelOptions { Weights = weights })
        );
    }

    [Fact]
    public void The_correlation_of_patients_and_its_models_agree_with_limma()
    {
        var patients = Limma.Samples.Texts("patient");
        var correlation = BlockCorrelation.Estimate(Limma.Expression, Limma.TwoGroups, patients).Value.Consensus;
        var hyper = ReferenceTable.Read("limma/expected_hyper.tsv").Row("dupcor");
        var agreement = new Agreement();
        agreement.Check("consensus", correlation, hyper.Number("dupcor"), 1e-5);
        agreement.Verify();
        var options = new LinearModelOptions { Blocks = patients, Correlation = hyper.Number("dupcor") };
        CheckCoefficient("dupcor", LinearModel.Fit(Limma.Expression, Limma.TwoGroups, options));
    }

    [Fact]
    public void Weights_of_samples_agree_with_limma()
    {
        var weights = ArrayWeights.Estimate(Limma.Expression, Limma.TwoGroups).Value;
        weights.Converged.ShouldBeTrue();
        var agreement = new Agreement();
        var s = 0;
        foreach (var row in ReferenceTable.Read("limma/expected_arrayweights.tsv").Rows)
            agreement.Check(row.Place, weights.Values[s++], row.Number("weight"), 1e-5);
        agreement.Verify();
    }

    [Fact]
    public void Competitive_tests_of_sets_agree_with_limma()
    {
        var test = LinearModel.Fit(Limma.Expression, Limma.TwoGroups).Moderate().Test("groupB");
        var rows = ReferenceTable.Read("limma/expected_camera.tsv").Rows.ToArray();
        var sets = rows.Select(r => (IReadOnlyList<int>)Members(r["rows"])).ToArray();
        var agreement = new Agreement();
        foreach (var (row, result) in rows.Zip(CompetitiveSetTest.Of(test, sets)))
        {
            agreement.CheckEqual($"{row.Place} N", result.N, row.Integer("NGenes"));
            agreement.CheckEqual($"{row.Place} direction", result.Effect > 0 ? "Up" : "Down", row["Direction"]);
            agreement.CheckP($"{row.Place} p", result.P, row.Number("PValue"), 1e-7);
            agreement.CheckP($"{row.Place} FDR", result.AdjustedP, row.Number("FDR"), 1e-7);
        }
        agreement.Verify();
    }

    [Fact]
    public void Removal_of_batches_agrees_with_limma()
    {
        var corrected = BatchEffects.Remove(Limma.Expression, Limma.Samples.Texts("batch"), Limma.TwoGroups);
        var row = new double[corrected.Samples];
        var agreement = new Agreement();
        var f = 0;
        foreach (var expected in ReferenceTable.Read("limma/expected_removeBatchEffect.tsv").Rows)
        {
            corrected.CopyFeature(f++, row);
            for (var s = 0; s < row.Length; s++)
                agreement.Check($"{expected.Place} {s}", row[s], expected.Number(s + 1), 1e-8, 1e-10);
        }
        agreement.Verify();
    }

    // Rows of a set, from 0: "1-20" or "3,7,9".
    private static int[] Members(string rows) =>
        [
            .. rows.Split(',')
                .Select(part => part.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray())
                .SelectMany(ends => Enumerable.Range(ends[0] - 1, ends[^1] - ends[0] + 1)),
        ];

    private static Contrast[] ArmContrasts(DesignMatrix design) =>
        [
            design.Contrast("Y - X", ("armY", 1), ("armX", -1)),
            design.Contrast("Z - X", ("armZ", 1), ("armX", -1)),
            design.Contrast("Z - (X + Y) / 2", ("armZ", 1), ("armX", -0.5), ("armY", -0.5)),
        ];

    private static void CheckCoefficient(string table, LinearModelFit fit)
    {
        var moderated = fit.Moderate();
        Limma.Check(table, moderated.Test("groupB"), moderated);
        var hyper = ReferenceTable.Read("limma/expected_hyper.tsv").Row(table);
        var agreement = new Agreement();
        agreement.Check($"{hyper.Place} df.prior", moderated.PriorDf[0], hyper.Number("df.prior"), 1e-6);
        agreement.Check($"{hyper.Place} s2.prior", moderated.PriorVariance[0], hyper.Number("s2.prior"), 1e-6);
        agreement.Verify();
    }

    private static void CheckColumn(string table, string column, double[] actual)
    {
        var agreement = new Agreement();
        var f = 0;
        foreach (var row in ReferenceTable.Read($"limma/expected_{table}.tsv").Rows)
            agreement.Check(row.Place, actual[f++], row.Number(column), 1e-6);
        agreement.Verify();
    }

    private static FeatureMatrix Some(FeatureMatrix values, int[] samples)
    {
        var row = new double[values.Samples];
        var some = new List<double>();
        for (var f = 0; f < values.Features; f++)
        {
            values.CopyFeature(f, row);
            some.AddRange(samples.Select(s => row[s - 1]));
        }
        return FeatureMatrix.Of(values.Features, samples.Length, some.ToArray());
    }
}
