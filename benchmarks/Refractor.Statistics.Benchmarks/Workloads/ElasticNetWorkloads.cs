using Refractor.Statistics.ElasticNet;
using Refractor.Statistics.Survival;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Lasso paths over all genes: of an outcome and of survival.</summary>
internal static class ElasticNetWorkloads
{
    public static IEnumerable<Workload> All =>
        [new("glmnet", "refractor_logistic_path", LogisticPath), new("glmnet", "refractor_cox_path", CoxPath)];

    private static Func<double> LogisticPath(WorkloadData data)
    {
        var (expression, outcomes) = (data.Expression(), data.SampleNumbers("er"));
        return () => ElasticNetPath.Binomial(expression, outcomes).Value.Lambdas.Length;
    }

    private static Func<double> CoxPath(WorkloadData data)
    {
        var expression = data.Expression();
        var times = SurvivalTimes.Of(data.SampleNumbers("time"), data.SampleNumbers("status"));
        return () => ElasticNetPath.Cox(expression, times).Value.Lambdas.Length;
    }
}
