using Refractor.Statistics.Counts;
using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Tests of read counts, from the counts to the table: factors, filter, dispersions or weights, models.</summary>
internal static class CountWorkloads
{
    public static IEnumerable<Workload> All =>
        [
            new("counts", "refractor_voom", data => Voomed(data, threads: 0)),
            new("counts", "refractor_voom_1thread", data => Voomed(data, threads: 1)),
            new("counts", "refractor_DESeq2", data => NegativeBinomial(data, threads: 0)),
            new("counts", "refractor_DESeq2_1thread", data => NegativeBinomial(data, threads: 1)),
            new("counts", "refractor_edgeR_QL", data => QuasiLikelihood(data, threads: 0)),
            new("counts", "refractor_edgeR_QL_1thread", data => QuasiLikelihood(data, threads: 1)),
        ];

    private static Func<double> Voomed(WorkloadData data, int threads)
    {
        var (counts, design) = (data.Matrix("counts_20000x100.tsv"), Design(data));
        return () =>
        {
            var factors = NormalizationFactors.Tmm(counts);
            var kept = counts.Select(ExpressionFilter.Default.Keep(counts, design, Sizes(counts, factors)));
            var voom = Voom.Transform(kept, design, Sizes(kept, factors), threads: threads).Value;
            var options = new LinearModelOptions { Weights = voom.Weights };
            return LinearModel.Fit(voom.Values, design, options, threads).Moderate().Test("groupB").T.Sum();
        };
    }

    private static Func<double> NegativeBinomial(WorkloadData data, int threads)
    {
        var (counts, design) = (data.Matrix("counts_20000x100.tsv"), Design(data));
        return () =>
            CountModel
                .Fit(counts, design, threads: threads)
                .Value.Test("groupB")
                .Statistic.Where(double.IsFinite)
                .Sum();
    }

    private static Func<double> QuasiLikelihood(WorkloadData data, int threads)
    {
        var (counts, design) = (data.Matrix("counts_20000x100.tsv"), Design(data));
        return () =>
        {
            var factors = NormalizationFactors.Tmm(counts);
            var kept = counts.Select(ExpressionFilter.Default.Keep(counts, design, Sizes(counts, factors)));
            var model = NegativeBinomialModel.Fit(kept, design, Sizes(kept, factors), threads).Value;
            return model.QuasiLikelihood().Test("groupB").Statistic.Sum();
        };
    }

    private static double[] Sizes(FeatureMatrix counts, double[] factors)
    {
        var (sizes, row) = (new double[counts.Samples], new double[counts.Samples]);
        for (var f = 0; f < counts.Features; f++)
        {
            counts.CopyFeature(f, row);
            for (var s = 0; s < row.Length; s++)
                sizes[s] += row[s];
        }
        return [.. sizes.Zip(factors, (a, b) => a * b)];
    }

    private static DesignMatrix Design(WorkloadData data)
    {
        var groups = data.Texts("samples_counts.tsv", "group");
        return DesignMatrix
            .For(groups.Length)
            .Intercept()
            .Factor("batch", data.Texts("samples_counts.tsv", "batch"))
            .Factor("group", groups)
            .ToDesign();
    }
}
