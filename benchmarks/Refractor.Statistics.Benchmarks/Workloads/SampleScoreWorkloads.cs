using Refractor.Statistics.Enrichment;
using Refractor.Statistics.SampleScores;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Scores of gene sets in single samples: the first 200 sets.</summary>
internal static class SampleScoreWorkloads
{
    private const int SetCount = 200;

    public static IEnumerable<Workload> All =>
        [
            .. Variants(
                "ssgsea",
                (m, s, t) => Ssgsea.Score(m, s, ties: SsgseaTies.AsGsva, threads: t).DividedByRange()
            ),
            .. Variants("gsva", (m, s, t) => Gsva.Score(m, s, threads: t).Values),
            .. Variants("zscore", (m, s, t) => CombinedZScore.Score(m, s, t).Values),
            .. Variants("plage", (m, s, t) => Plage.Score(m, s, t).Values),
            .. Variants("ulm", (m, s, t) => UnivariateLinearModel.Score(m, s, threads: t).T.Values),
        ];

    private static IEnumerable<Workload> Variants(
        string method,
        Func<FeatureMatrix, FeatureSets, int, double[]> score
    ) =>
        [
            new("gsva", $"refractor_{method}", data => Prepare(data, score, threads: 0)),
            new("gsva", $"refractor_{method}_1thread", data => Prepare(data, score, threads: 1)),
        ];

    private static Func<double> Prepare(
        WorkloadData data,
        Func<FeatureMatrix, FeatureSets, int, double[]> score,
        int threads
    )
    {
        var table = data.Table($"expr_{data.Size}.tsv");
        var matrix = table.ToMatrix();
        var sets = FeatureSets.Of(matrix.Features, data.Sets(table.Rows, SetCount));
        return () => score(matrix, sets, threads).Sum();
    }
}
