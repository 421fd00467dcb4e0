using Refractor.Statistics.Normalisation;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Normalisation of an expression matrix, and its principal components.</summary>
internal static class NormalisationWorkloads
{
    public static IEnumerable<Workload> All =>
        [
            .. Variants("normalize", "quantile", (m, t) => Sum(QuantileNormalisation.Normalise(m, threads: t))),
            .. Variants("pca", "components", (m, t) => PrincipalComponents.Of(m, threads: t).Value.VarianceShares[0]),
        ];

    private static IEnumerable<Workload> Variants(string name, string method, Func<FeatureMatrix, int, double> run) =>
        [
            new(name, $"refractor_{method}", data => Prepare(data, run, threads: 0)),
            new(name, $"refractor_{method}_1thread", data => Prepare(data, run, threads: 1)),
        ];

    private static Func<double> Prepare(WorkloadData data, Func<FeatureMatrix, int, double> run, int threads)
    {
        var matrix = data.Expression();
        return () => run(matrix, threads);
    }

    // The sum of the first feature, as the R side prints.
    private static double Sum(FeatureMatrix matrix)
    {
        var values = new double[matrix.Samples];
        matrix.CopyFeature(0, values);
        return values.Sum();
    }
}
