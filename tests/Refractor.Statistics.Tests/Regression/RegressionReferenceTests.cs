using Refractor.Statistics.Regression;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Regression;

/// <summary>R's glm, confint, brglm2 and lm, see Reference/logistic/README.md.</summary>
public class RegressionReferenceTests
{
    [Fact]
    public void Coefficients_agree_with_glm_and_confint()
    {
        var agreement = new Agreement();
        foreach (var model in OrdinaryModels())
        {
            var fit = Fit(model.Key, new LogisticOptions { Profile = true });
            var wald = Fit(model.Key, new LogisticOptions());
            foreach (var row in model)
            {
                var coefficient = wald[row["term"]];
                var place = $"{row.Place} {row["term"]}";
                agreement.Check($"{place} coef", coefficient.Value, row.Number("coef"), 1e-7, 1e-9);
                // glm's standard errors are those of the weights before its last step: up to 2e-7 off, which a p value multiplies by z².
                agreement.Check($"{place} se", coefficient.StandardError, row.Number("se"), 5e-7);
                agreement.Check($"{place} z", coefficient.Z, row.Number("z"), 1e-6, 1e-8);
                agreement.CheckP(
                    $"{place} p",
                    coefficient.P,
                    row.Number("p"),
                    1e-6 + 5e-7 * Math.Pow(row.Number("z"), 2)
                );
                // A bound near 0 keeps the error of the two numbers it is the difference of.
                var floor = 5e-7 * (Math.Abs(row.Number("coef")) + 2 * row.Number("se"));
                agreement.Check($"{place} low", coefficient.Interval.Low, row.Number("wald_low"), 1e-7, floor);
                agreement.Check($"{place} high", coefficient.Interval.High, row.Number("wald_high"), 1e-7, floor);
                if (double.IsNaN(row.Number("profile_low")) || double.IsNaN(row.Number("profile_high")))
                    continue;
                var profile = fit[row["term"]].Interval;
                var error = coefficient.StandardError;
                agreement.Check($"{place} profile", profile.Low, row.Number("profile_low"), 1e-3, 1e-3 * error);
                agreement.Check($"{place} profile", profile.High, row.Number("profile_high"), 1e-3, 1e-3 * error);
            }
        }
        agreement.Verify();
    }

    [Fact]
    public void Penalised_coefficients_agree_with_brglm2()
    {
        var agreement = new Agreement();
        foreach (var model in ReferenceTable.Read("logistic/expected_coef.tsv").Rows.GroupBy(r => r["model"]))
        {
            var fit = Fit(model.Key, new LogisticOptions { Firth = FirthPenalty.Always });
            foreach (var row in model)
            {
                var coefficient = fit[row["term"]];
                var place = $"{row.Place} {row["term"]}";
                agreement.Check($"{place} coef", coefficient.Value, row.Number("firth_coef"), 1e-6, 1e-7);
                agreement.Check($"{place} se", coefficient.StandardError, row.Number("firth_se"), 1e-6);
                agreement.CheckP($"{place} p", coefficient.WaldP, row.Number("firth_p_wald"), 1e-5);
                if (double.IsNaN(row.Number("firth_coef")))
                    agreement.CheckEqual($"{place} reason", coefficient.Reason, NotEstimable.Collinear);
            }
        }
        agreement.Verify();
    }

    [Fact]
    public void Fits_agree_with_glm()
    {
        var agreement = new Agreement();
        var ordinary = OrdinaryModels().Select(m => m.Key).ToHashSet();
        foreach (var row in ReferenceTable.Read("logistic/expected_fit.tsv").Rows)
        {
            var fit = Fit(row["model"], new LogisticOptions());
            var isSeparated = row.Number("separated") == 1;
            agreement.CheckEqual($"{row.Place} separated", fit.Separation != Separation.None, isSeparated);
            agreement.CheckEqual($"{row.Place} penalised", fit.IsPenalised, isSeparated);
            agreement.CheckEqual($"{row.Place} n", fit.N, row.Integer("n"));
            agreement.Check($"{row.Place} null", fit.NullDeviance, row.Number("null_deviance"), 1e-9);
            if (isSeparated)
                agreement.Check($"{row.Place} deviance", fit.Deviance, row.Number("deviance"), 1e-6, 1e-6);
            else if (ordinary.Contains(row["model"]))
                CompareOrdinary(agreement, row, fit);
        }
        agreement.Verify();
    }

    [Fact]
    public void Linear_regression_agrees_with_lm()
    {
        var agreement = new Agreement();
        foreach (var model in ReferenceTable.Read("logistic/expected_lm.tsv").Rows.GroupBy(r => r["model"]))
        {
            var (design, response) = ReferenceModels.Read(model.Key);
            var fit = LinearRegression.Fit(design, response).Value;
            foreach (var row in model)
            {
                var coefficient = fit[row["term"]];
                var place = $"{row.Place} {row["term"]}";
                agreement.Check($"{place} coef", coefficient.Value, row.Number("coef"), 1e-9);
                agreement.Check($"{place} se", coefficient.StandardError, row.Number("se"), 1e-9);
                agreement.Check($"{place} t", coefficient.T, row.Number("t"), 1e-9);
                agreement.CheckP($"{place} p", coefficient.P, row.Number("p"), 1e-9);
                agreement.Check($"{place} low", coefficient.Interval.Low, row.Number("ci_low"), 1e-9);
                agreement.Check($"{place} high", coefficient.Interval.High, row.Number("ci_high"), 1e-9);
                agreement.Check($"{place} r2", fit.RSquared, row.Number("r2"), 1e-9);
                agreement.Check($"{place} adj", fit.AdjustedRSquared, row.Number("adj_r2"), 1e-9);
                agreement.Check($"{place} sigma", fit.ResidualStandardError, row.Number("sigma"), 1e-9);
            }
        }
        agreement.Verify();
    }

    private static void CompareOrdinary(Agreement agreement, ReferenceRow row, LogisticFit fit)
    {
        agreement.Check($"{row.Place} deviance", fit.Deviance, row.Number("deviance"), 1e-9);
        agreement.Check($"{row.Place} df", fit.ResidualDegreesOfFreedom, row.Number("df"), 0);
        agreement.Check($"{row.Place} aic", fit.Aic, row.Number("aic"), 1e-9);
        agreement.Check($"{row.Place} loglik", fit.LogLikelihood, row.Number("loglik"), 1e-9);
        agreement.CheckP($"{row.Place} lr_p", fit.LikelihoodRatioP, row.Number("lr_p"), 1e-6);
        agreement.Check($"{row.Place} brier", fit.BrierScore(), row.Number("brier"), 1e-8);
    }

    /// <summary>
    /// Models whose maximum-likelihood numbers of the table can be compared: neither separated, nor with a column that glm at a tolerance
    /// of 1e-14 failed to alias, as the penalised fit did.
    /// </summary>
    private static IEnumerable<IGrouping<string, ReferenceRow>> OrdinaryModels()
    {
        var separated = ReferenceTable
            .Read("logistic/expected_fit.tsv")
            .Rows.Where(r => r.Number("separated") == 1)
            .Select(r => r["model"])
            .ToHashSet();
        return ReferenceTable
            .Read("logistic/expected_coef.tsv")
            .Rows.GroupBy(r => r["model"])
            .Where(g =>
                !separated.Contains(g.Key)
                && g.All(r => double.IsNaN(r.Number("coef")) == double.IsNaN(r.Number("firth_coef")))
            );
    }

    private static LogisticFit Fit(string model, LogisticOptions options)
    {
        var (design, outcome) = ReferenceModels.Read(model);
        return LogisticRegression.Fit(design, outcome, options).Value;
    }
}
