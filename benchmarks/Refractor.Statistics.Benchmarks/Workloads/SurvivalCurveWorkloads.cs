using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Curves;
using Refractor.Statistics.Survival.LogRank;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Curves and tests of one cohort, a hundred times over, the preparation of the follow-up included.</summary>
internal static class SurvivalCurveWorkloads
{
    private const int Times = 100;

    public static IEnumerable<Workload> All =>
        [
            new(
                "real_rotterdam",
                "refractor_kaplan_meier_x100",
                data => Curves(data, "rotterdam.tsv", "dtime", "death")
            ),
            new("real_rotterdam", "refractor_log_rank_x100", data => Tests(data, "rotterdam.tsv", "dtime", "death")),
            new("real_gbsg", "refractor_kaplan_meier_x100", data => Curves(data, "gbsg.tsv", "rfstime", "status")),
        ];

    private static Func<double> Curves(WorkloadData data, string file, string timeColumn, string statusColumn)
    {
        var (time, status, groups) = Columns(data, file, timeColumn, statusColumn);
        return () =>
        {
            var sum = 0.0;
            for (var run = 0; run < Times; run++)
                sum = KaplanMeierCurve
                    .ByGroup(SurvivalTimes.Of(time, status), groups)
                    .Sum(g => g.Curve.Survival.Sum() + g.Curve.Intervals.Count(i => i.IsEstimable));
            return sum;
        };
    }

    private static Func<double> Tests(WorkloadData data, string file, string timeColumn, string statusColumn)
    {
        var (time, status, groups) = Columns(data, file, timeColumn, statusColumn);
        return () =>
        {
            var chiSquared = 0.0;
            for (var run = 0; run < Times; run++)
                chiSquared = LogRankTest.Of(SurvivalTimes.Of(time, status), groups).Value.ChiSquared;
            return chiSquared;
        };
    }

    private static (double[] Time, double[] Status, int[] Groups) Columns(
        WorkloadData data,
        string file,
        string timeColumn,
        string statusColumn
    ) =>
        (
            data.Numbers(file, timeColumn),
            data.Numbers(file, statusColumn),
            [.. data.Numbers(file, "hormon").Select(h => (int)h)]
        );
}
