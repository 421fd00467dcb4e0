using Refractor.Statistics.ElasticNet;
using Refractor.Statistics.Survival;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.ElasticNet;

/// <summary>R's glmnet, see Reference/glmnet/README.md.</summary>
public class ElasticNetReferenceTests
{
    private static readonly ReferenceTable Data = ReferenceTable.Read("glmnet/data.tsv");
    private static readonly string[] Names = [.. Data.Columns.Where(c => c.StartsWith('x'))];
    private static readonly FeatureMatrix Features = FeatureMatrix.Of(
        Names.Length,
        Data.Count,
        Names.SelectMany(Data.Numbers).ToArray()
    );

    [Theory]
    [InlineData("gaussian", 1e-5)]
    [InlineData("binomial", 1e-5)]
    [InlineData("cox", 1e-4)]
    public void Paths_agree_with_glmnet(string family, double tolerance)
    {
        var agreement = new Agreement();
        var coefficients = ReferenceTable
            .Read("glmnet/expected_coef.tsv")
            .Rows.ToLookup(r => (r["family"], r["alpha"]));
        var rows = ReferenceTable.Read("glmnet/expected_path.tsv").Rows.Where(r => r["family"] == family);
        foreach (var steps in rows.GroupBy(r => r["alpha"]))
        {
            var path = Fit(family, new ElasticNetOptions { Alpha = steps.First().Number("alpha") });
            agreement.CheckEqual($"{family} {steps.Key} steps", path.Lambdas.Length, steps.Count());
            foreach (var row in steps)
                ComparePath(agreement, row, path);
            var floor = family == "binomial" && steps.Key == "0" ? 1e-4 : tolerance;
            foreach (var row in coefficients[(family, steps.Key)])
                CompareCoefficient(agreement, row, path, floor);
        }
        agreement.Verify();
    }

    [Theory]
    [InlineData("gaussian")]
    [InlineData("binomial")]
    public void Cross_validation_agrees_with_glmnet(string family)
    {
        int[] folds = [.. Data.Numbers("fold").Select(f => (int)f)];
        var options = new ElasticNetOptions { Steps = 30, SmallestFraction = 0.01 };
        var validated = (
            family == "gaussian"
                ? ElasticNetCrossValidation.Gaussian(Features, Data.Numbers("y_gauss"), folds, options)
                : ElasticNetCrossValidation.Binomial(Features, Data.Numbers("y_bin"), folds, options)
        ).Value;
        var agreement = new Agreement();
        var step = 0;
        foreach (var row in ReferenceTable.Read("glmnet/expected_cv.tsv").Rows.Where(r => r["family"] == family))
        {
            agreement.Check($"{row.Place} lambda", validated.Path.Lambdas[step], row.Number("lambda"), 1e-10);
            agreement.Check($"{row.Place} cvm", validated.MeanLosses[step], row.Number("cvm"), 1e-5);
            agreement.Check($"{row.Place} cvsd", validated.StandardErrors[step], row.Number("cvsd"), 1e-4, 1e-6);
            agreement.CheckEqual($"{row.Place} nzero", validated.Path.NonZero(step), row.Integer("nzero"));
            agreement.CheckEqual($"{row.Place} min", step == validated.Best, row.Number("is_min") == 1);
            agreement.CheckEqual($"{row.Place} 1se", step == validated.Sparsest, row.Number("is_1se") == 1);
            step++;
        }
        agreement.Verify();
    }

    private static void ComparePath(Agreement agreement, ReferenceRow row, ElasticNetPath path)
    {
        var step = row.Integer("step") - 1;
        var place = $"{row.Place} {row["alpha"]} {step}";
        agreement.Check($"{place} lambda", path.Lambdas[step], row.Number("lambda"), 1e-10);
        agreement.CheckEqual($"{place} df", path.NonZero(step), row.Integer("df"));
        agreement.Check($"{place} dev", path.DevianceRatios[step], row.Number("dev_ratio"), 0, 1e-6);
        agreement.Check($"{place} null", path.NullDeviance, row.Number("nulldev"), 1e-9);
    }

    private static void CompareCoefficient(Agreement agreement, ReferenceRow row, ElasticNetPath path, double floor)
    {
        var step = row.Integer("step") - 1;
        var actual =
            row["term"] == "(Intercept)"
                ? path.Intercepts[step]
                : path.Coefficients(step)[Array.IndexOf(Names, row["term"])];
        // Nearly alike: at its threshold of 1e-14 glmnet stops up to 3e-5 before the end along their difference; at 1e-22 it comes to ours.
        if (row["family"] == "binomial" && row["term"] is "x04" or "x05")
            floor = Math.Max(floor, 1e-4);
        agreement.Check($"{row.Place} {row["alpha"]} {step} {row["term"]}", actual, row.Number("coef"), 0, floor);
    }

    private static ElasticNetPath Fit(string family, ElasticNetOptions options)
    {
        options = options with { Steps = 30, SmallestFraction = 0.01 };
        return (
            family switch
            {
                "gaussian" => ElasticNetPath.Gaussian(Features, Data.Numbers("y_gauss"), options),
                "binomial" => ElasticNetPath.Binomial(Features, Data.Numbers("y_bin"), options),
                _ => ElasticNetPath.Cox(
                    Features,
                    SurvivalTimes.Of(Data.Numbers("time"), [.. Data.Numbers("status").Select(s => s == 1)]),
                    options
                ),
            }
        ).Value;
    }
}
