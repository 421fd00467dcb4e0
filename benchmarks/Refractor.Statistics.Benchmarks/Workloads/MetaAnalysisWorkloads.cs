using Refractor.Statistics.MetaAnalysis;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>10,000 meta-analyses of eight studies: REML with the test of Hartung and Knapp.</summary>
internal static class MetaAnalysisWorkloads
{
    private const int Studies = 8;

    public static IEnumerable<Workload> All =>
        [
            new("meta", "refractor", data => Pool(data, threads: 0)),
            new("meta", "refractor_1thread", data => Pool(data, threads: 1)),
        ];

    private static Func<double> Pool(WorkloadData data, int threads)
    {
        var effects = Matrix(data.Numbers("meta_10000x8.tsv", "yi"));
        var variances = Matrix(data.Numbers("meta_10000x8.tsv", "vi"));
        return () =>
            MetaScreen.Run(effects, variances, test: PooledEffectTest.HartungKnapp, threads: threads).Effects.Sum();
    }

    private static FeatureMatrix Matrix(double[] values) => FeatureMatrix.Of(values.Length / Studies, Studies, values);
}
