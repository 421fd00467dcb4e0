using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Cox;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Cox regression: of every gene, alone and with two covariates, and of clinical covariates.</summary>
internal static class CoxWorkloads
{
    public static IEnumerable<Workload> All =>
        [
            new("cox_gene", "refractor", data => Genes(data, adjusted: false, threads: 0)),
            new("cox_gene", "refractor_1thread", data => Genes(data, adjusted: false, threads: 1)),
            new("cox_cov", "refractor", data => Genes(data, adjusted: true, threads: 0)),
            new("cox_cov", "refractor_1thread", data => Genes(data, adjusted: true, threads: 1)),
            new("real_rotterdam", "refractor_cox_x100", RotterdamFits),
            new("real_rotterdam", "refractor_zph_x20", RotterdamTests),
            new("real_gbsg", "refractor_cox_x100", GbsgFits),
        ];

    private static Func<double> Genes(WorkloadData data, bool adjusted, int threads)
    {
        var expression = data.Expression();
        var times = SurvivalTimes.Of(data.SampleNumbers("time"), data.SampleNumbers("status"));
        Covariate[] covariates = adjusted
            ? [Covariate.Numeric("age", data.SampleNumbers("age")), Covariate.Numeric("er", data.SampleNumbers("er"))]
            : [];
        var options = new CoxScreenOptions { Covariates = covariates };
        return () => CoxScreen.Run(expression, times, options, threads).LogHazardRatio.Sum();
    }

    private static Func<double> RotterdamFits(WorkloadData data)
    {
        var (times, covariates) = Rotterdam(data);
        return () => Fits(times, covariates, 100);
    }

    private static Func<double> RotterdamTests(WorkloadData data)
    {
        var (times, covariates) = Rotterdam(data);
        var model = CoxRegression.Fit(times, covariates).Value;
        return () =>
        {
            var sum = 0.0;
            for (var run = 0; run < 20; run++)
            {
                var test = model.TestProportionalHazards();
                sum = test.Terms.Sum(t => t.Test.Statistic) + test.Global.Statistic;
            }
            return sum;
        };
    }

    private static Func<double> GbsgFits(WorkloadData data)
    {
        var times = SurvivalTimes.Of(data.Numbers("gbsg.tsv", "rfstime"), data.Numbers("gbsg.tsv", "status"));
        var covariates = Numbers(data, "gbsg.tsv", "age", "meno", "size", "grade", "nodes", "pgr", "er", "hormon");
        return () => Fits(times, covariates, 100);
    }

    // As R's coxph, each fit gives the concordance and its standard error as well.
    private static double Fits(SurvivalTimes times, Covariate[] covariates, int runs)
    {
        var sum = 0.0;
        for (var run = 0; run < runs; run++)
        {
            var model = CoxRegression.Fit(times, covariates).Value;
            sum = model.Coefficients.Sum(c => c.Value) + 0 * model.Concordance.Value.StandardError;
        }
        return sum;
    }

    private static (SurvivalTimes Times, Covariate[] Covariates) Rotterdam(WorkloadData data)
    {
        const string file = "rotterdam.tsv";
        return (
            SurvivalTimes.Of(data.Numbers(file, "dtime"), data.Numbers(file, "death")),
            [
                .. Numbers(data, file, "age", "meno"),
                Covariate.Factor("size", data.Texts(file, "size"), "<=20"),
                .. Numbers(data, file, "grade", "nodes", "pgr", "er", "hormon", "chemo"),
            ]
        );
    }

    private static Covariate[] Numbers(WorkloadData data, string file, params string[] columns) =>
        Array.ConvertAll(columns, c => Covariate.Numeric(c, data.Numbers(file, c)));
}
