using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Moderated t tests of all genes, with every column of the table.</summary>
internal static class LinearModelWorkloads
{
    public static IEnumerable<Workload> All =>
        [
            .. Of("limma_two", Two),
            .. Of("limma_cov3", Covariates),
            .. Of("limma_paired", Paired),
            .. Missing,
            Second,
            Correlation,
        ];

    private static IEnumerable<Workload> Missing =>
        [
            new("limma_na1pct", "refractor", d => Test(d.Matrix($"expr_{d.Size}_na.tsv"), Two(d), 0)),
            new("limma_na1pct", "refractor_1thread", d => Test(d.Matrix($"expr_{d.Size}_na.tsv"), Two(d), 1)),
        ];

    private static Workload Second =>
        new(
            "limma_cov3",
            "refractor_second_contrast",
            data =>
            {
                var moderated = LinearModel.Fit(data.Expression(), Covariates(data)).Moderate();
                return () => moderated.Test("er").T.Sum();
            }
        );

    private static Workload Correlation =>
        new(
            "limma_dupcor",
            "refractor",
            data =>
            {
                var (values, design, pairs) = (data.Expression(), Two(data), data.SampleTexts("pair"));
                return () => BlockCorrelation.Estimate(values, design, pairs).Value.Consensus;
            }
        );

    private static IEnumerable<Workload> Of(string name, Func<WorkloadData, DesignMatrix> design) =>
        [
            new(name, "refractor", d => Test(d.Expression(), design(d), threads: 0)),
            new(name, "refractor_1thread", d => Test(d.Expression(), design(d), threads: 1)),
        ];

    private static Func<double> Test(FeatureMatrix values, DesignMatrix design, int threads) =>
        () => LinearModel.Fit(values, design, null, threads).Moderate().Test("groupB").T.Sum();

    private static DesignBuilder Groups(WorkloadData data)
    {
        var groups = data.SampleTexts("group");
        return DesignMatrix.For(groups.Length).Intercept().Factor("group", groups);
    }

    private static DesignMatrix Two(WorkloadData data) => Groups(data).ToDesign();

    private static DesignMatrix Covariates(WorkloadData data) =>
        Groups(data)
            .Numeric("age", data.SampleNumbers("age"))
            .Numeric("er", data.SampleNumbers("er"))
            .Factor("batch", data.SampleTexts("batch"))
            .ToDesign();

    private static DesignMatrix Paired(WorkloadData data)
    {
        var groups = data.SampleTexts("group");
        return DesignMatrix.For(groups.Length).Factor("group", groups).Within(data.SampleTexts("pair")).ToDesign();
    }
}
