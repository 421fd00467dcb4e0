using Refractor.Statistics.LinearModels;
using Refractor.Statistics.Regression;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Logistic regression of the ER status on each gene, alone and beside age.</summary>
internal static class RegressionWorkloads
{
    public static IEnumerable<Workload> All =>
        [
            new("logistic_gene", "refractor", data => Screen(data, withAge: false)),
            new("logistic_cov", "refractor", data => Screen(data, withAge: true)),
        ];

    private static Func<double> Screen(WorkloadData data, bool withAge)
    {
        var (expression, outcomes) = (data.Expression(), data.SampleNumbers("er"));
        var design = DesignMatrix.For(outcomes.Length).Intercept();
        if (withAge)
            design.Numeric("age", data.SampleNumbers("age"));
        return () => LogisticScreen.Run(expression, outcomes, design.ToDesign()).Statistics.Sum();
    }
}
