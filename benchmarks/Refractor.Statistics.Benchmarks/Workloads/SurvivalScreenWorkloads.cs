using Refractor.Statistics.Ordering;
using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.CutPoints;
using Refractor.Statistics.Survival.Screening;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Survival by every gene of a matrix.</summary>
internal static class SurvivalScreenWorkloads
{
    public static IEnumerable<Workload> All =>
        [
            new("logrank_gene", "refractor", data => LogRank(data, data.Expression())),
            new("logrank_gene", "refractor_1thread", data => LogRank(data, data.Expression(), threads: 1)),
            new("logrank_gene", "refractor_na1pct", data => LogRank(data, data.Matrix($"expr_{data.Size}_na.tsv"))),
            new("cox_score_gene", "refractor", data => Score(data, threads: 0)),
            new("cox_score_gene", "refractor_1thread", data => Score(data, threads: 1)),
            new("maxselected_gene", "refractor", data => MaximallySelected(data, sorted: true, threads: 0)),
            new("maxselected_gene", "refractor_1thread", data => MaximallySelected(data, sorted: true, threads: 1)),
            new("maxselected_one", "refractor", MaximallySelectedOnce),
            new("maxselected_gene", "refractor_with_sort", data => MaximallySelected(data, sorted: false, threads: 0)),
        ];

    private static Func<double> LogRank(WorkloadData data, FeatureMatrix matrix, int threads = 0)
    {
        var times = Times(data);
        return () => LogRankScreen.AtMedian(matrix, times, threads: threads).ChiSquared.Where(double.IsFinite).Sum();
    }

    private static Func<double> Score(WorkloadData data, int threads)
    {
        var (matrix, times) = (data.Expression(), Times(data));
        return () => CoxScoreScreen.Of(matrix, times, threads: threads).Z.Sum(z => z * z);
    }

    private static Func<double> MaximallySelected(WorkloadData data, bool sorted, int threads)
    {
        var (matrix, times) = (data.Expression(), Times(data));
        var order = sorted ? SampleOrder.Of(matrix) : null;
        return () => MaximallySelectedScreen.LogRank(matrix, order, times, threads: threads).Z.Sum(Math.Abs);
    }

    private static Func<double> MaximallySelectedOnce(WorkloadData data)
    {
        var (matrix, times) = (data.Expression(), Times(data));
        var gene = new double[matrix.Samples];
        matrix.CopyFeature(0, gene);
        return () => MaximallySelectedTest.LogRank(times, gene).Value.AsymptoticP.Log;
    }

    private static SurvivalTimes Times(WorkloadData data) =>
        SurvivalTimes.Of(data.SampleNumbers("time"), data.SampleNumbers("status"));
}
