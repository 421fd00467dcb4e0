using Refractor.Statistics.Counts;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Counts;

/// <summary>Reference/counts: dispersions, Wald tests and transformations, from DESeq2.</summary>
public class CountModelReferenceTests
{
    private static readonly CountModel Model = CountModel.Fit(CountTables.Counts, CountTables.Design).Value;
    private static readonly ReferenceTable Expected = ReferenceTable.Read("counts/expected_DESeq2.tsv");

    [Fact]
    public void Dispersions_agree_with_DESeq2()
    {
        var columns = new (string Name, double[] Values, double Relative)[]
        {
            ("baseMean", Model.BaseMean, 1e-9),
            ("baseVar", Model.BaseVariance, 1e-9),
            ("dispGeneEst", Model.GeneDispersion, 1e-3),
            ("dispFit", Model.FittedDispersion, 1e-3),
            ("dispMAP", Model.ShrunkDispersion, 2e-3),
            ("dispersion", Model.Dispersion, 2e-3),
            ("maxCooks", Model.MaxCooks, 1e-2),
        };
        var agreement = new Agreement();
        foreach (var (name, values, relative) in columns)
        {
            var g = 0;
            foreach (var row in Expected.Rows)
                agreement.Check($"{row.Place} {name}", values[g++], row.Number(name), relative);
        }
        agreement.Verify();
    }

    [Fact]
    public void Wald_tests_agree_with_DESeq2()
    {
        var test = Model.Test("groupB");
        var plain = Model.Test("groupB", new CountTestOptions { LeaveOutOutliers = false, FilterByMean = false });
        var agreement = new Agreement();
        var g = 0;
        foreach (var row in Expected.Rows)
        {
            // Relative as well: a gene with a wild count is left to an optimiser that stops that early.
            agreement.Check($"{row.Place} log2FC", test.Effect[g], row.Number("log2FoldChange"), 1e-4, 1e-4);
            agreement.Check($"{row.Place} se", test.StandardError[g], row.Number("lfcSE"), 1e-3);
            agreement.Check($"{row.Place} stat", test.Statistic[g], row.Number("stat"), 1e-3, 1e-3);
            CheckLog(agreement, $"{row.Place} p", test.LogP[g], row.Number("pvalue"));
            CheckLog(agreement, $"{row.Place} padj", test.LogAdjustedP[g], row.Number("padj"));
            CheckLog(agreement, $"{row.Place} p plain", plain.LogP[g], row.Number("pvalue_nofilter"));
            CheckLog(agreement, $"{row.Place} padj plain", plain.LogAdjustedP[g], row.Number("padj_nofilter"));
            g++;
        }
        agreement.Verify();
    }

    [Fact]
    public void Trend_prior_and_filter_agree_with_DESeq2()
    {
        var scalars = ReferenceTable.Read("counts/expected_scalars.tsv");
        var agreement = new Agreement();
        void Scalar(string name, double actual, double relative) =>
            agreement.Check(name, actual, scalars.Row($"DESeq2.{name}").Number("value"), relative);

        Scalar("asymptDisp", Model.Trend.Asymptotic, 1e-3);
        Scalar("extraPois", Model.Trend.ExtraPoisson, 1e-3);
        Scalar("dispPriorVar", Model.PriorVariance, 2e-3);
        Scalar("filterThreshold", Model.Test("groupB").FilterThreshold, 1e-9);
        agreement.Verify();
    }

    [Fact]
    public void Transformations_agree_with_DESeq2()
    {
        CountTables.Check("normtransform", VarianceStabilization.Log(CountTables.Counts, Model.SizeFactors), 1e-9);
        CountTables.Check(
            "vst",
            VarianceStabilization.Transform(CountTables.Counts, Model.SizeFactors, Model.Trend),
            1e-3
        );
    }

    private static void CheckLog(Agreement agreement, string place, double logP, double expected) =>
        agreement.Check(place, logP, Math.Log(expected), 1e-2, 1e-2);
}
