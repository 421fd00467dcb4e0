using Refractor.Statistics.Correlation;
using Refractor.Statistics.Ordering;
using Refractor.Statistics.RankTests;
using Refractor.Statistics.Roc;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Rank statistics of all genes: sorted and compared, or compared anew on the stored order.</summary>
internal static class RankStatisticsWorkloads
{
    public static IEnumerable<Workload> All =>
        [
            .. Threads("auc_ci", "refractor", SortAndCompare),
            .. Threads("auc_ci", "refractor_sort", Sort),
            .. Threads("auc_ci", "refractor_second_contrast", CompareAgain),
            .. Threads("wilcoxon", "refractor", SortAndTest),
            .. Threads("kruskal", "refractor_stored_order", Kruskal),
            .. Threads("cor_one_vs_all", "refractor_pearson", Pearson),
            .. Threads("cor_one_vs_all", "refractor_spearman", SortAndSpearman),
            .. Threads("cor_one_vs_all", "refractor_spearman_stored_order", Spearman),
        ];

    private static Workload[] Threads(string name, string variant, Func<WorkloadData, int, Func<double>> prepare) =>
        [new(name, variant, data => prepare(data, 0)), new(name, variant + "_1thread", data => prepare(data, 1))];

    private static SampleRole[] Roles(WorkloadData data) =>
        Array.ConvertAll(data.SampleTexts("group"), g => g == "B" ? SampleRole.Case : SampleRole.Control);

    private static Func<double> Sort(WorkloadData data, int threads)
    {
        var matrix = data.Expression();
        return () => SampleOrder.Of(matrix, threads).Bytes;
    }

    private static Func<double> SortAndCompare(WorkloadData data, int threads)
    {
        var (matrix, roles) = (data.Expression(), Roles(data));
        return () => RocScreen.Run(SampleOrder.Of(matrix, threads), roles, threads: threads).Areas.Sum();
    }

    /// <summary>The contrast alone, on the order that is already there.</summary>
    private static Func<double> CompareAgain(WorkloadData data, int threads)
    {
        var (order, roles) = (SampleOrder.Of(data.Expression()), Roles(data));
        return () => RocScreen.Run(order, roles, threads: threads).Areas.Sum();
    }

    private static Func<double> SortAndTest(WorkloadData data, int threads)
    {
        var (matrix, roles) = (data.Expression(), Roles(data));
        return () => RocScreen.Run(SampleOrder.Of(matrix, threads), roles, threads: threads).LogP.Sum(Math.Exp);
    }

    private static Func<double> Kruskal(WorkloadData data, int threads)
    {
        var order = SampleOrder.Of(data.Expression());
        var batches = Array.ConvertAll(data.SampleTexts("batch"), b => b[1] - '1');
        return () => KruskalScreen.Run(order, batches, threads).LogP.Sum(Math.Exp);
    }

    private static Func<double> Pearson(WorkloadData data, int threads)
    {
        var matrix = data.Expression();
        return () => CorrelationScreen.Pearson(matrix, 0, threads).LogP.Skip(1).Sum(Math.Exp);
    }

    private static Func<double> SortAndSpearman(WorkloadData data, int threads)
    {
        var matrix = data.Expression();
        return () => CorrelationScreen.Spearman(SampleOrder.Of(matrix, threads), 0, threads).Coefficients.Sum();
    }

    private static Func<double> Spearman(WorkloadData data, int threads)
    {
        var order = SampleOrder.Of(data.Expression());
        return () => CorrelationScreen.Spearman(order, 0, threads).Coefficients.Sum();
    }
}
