using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Screening;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Survival by every gene of a matrix.</summary>
internal static class SurvivalScreenWorkloads
{
    public static IEnumerable<Workload> All =>
        [
            new("logrank_gene", "refractor", data => LogRank(data, threads: 0)),
            new("logrank_gene", "refractor_1thread", data => LogRank(data, threads: 1)),
        ];

    private static Func<double> LogRank(WorkloadData data, int threads)
    {
        var (matrix, times) = (data.Expression(), Times(data));
        return () => LogRankScreen.AtMedian(matrix, times, threads: threads).ChiSquared.Sum();
    }

    private static SurvivalTimes Times(WorkloadData data) =>
        SurvivalTimes.Of(data.SampleNumbers("time"), data.SampleNumbers("status"));
}
