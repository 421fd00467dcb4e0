using Refractor.Statistics.Survival.Cox;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Survival.Cox;

/// <summary>Agreement with R's survival package, table by table. See Reference/survival/README.md for the calls and tolerances.</summary>
public class CoxReferenceTests
{
    // R's stopping rule (eps 1e-11 of the log likelihood) leaves up to 1e-7 standard errors in a coefficient.
    private const double OfStandardError = 1e-7;

    [Fact]
    public void Coefficients_and_intervals_agree_with_coxph()
    {
        var agreement = new Agreement();
        foreach (var (rows, fit) in Fits("survival/expected_cox_coef.tsv"))
        foreach (var row in rows)
        {
            var (place, term) = (
                $"{row.Place} {row["formula"]} {row["ties"]} {row["variant"]} {row["term"]}",
                row["term"]
            );
            if (!fit.IsEstimable || IsInfinite(row))
            {
                CheckFlag(agreement, place, fit, row);
                continue;
            }
            var ours = fit.Value[term];
            if (double.IsNaN(row.Number("coef")))
            {
                agreement.CheckEqual(place, ours.Reason != NotEstimable.None, true);
                continue;
            }
            var error = row.Number("se");
            agreement.Check(place + " coef", ours.Value, row.Number("coef"), 1e-8, OfStandardError * error);
            agreement.Check(place + " se", ours.StandardError, error, 1e-8);
            agreement.Check(place + " robust", ours.RobustStandardError, row.Number("robust_se"), 1e-8);
            agreement.Check(place + " z", ours.Z, row.Number("z"), 1e-8, OfStandardError);
            agreement.CheckP(place + " p", ours.P, row.Number("p"), 1e-7);
            agreement.Check(place + " hr", ours.HazardRatio, row.Number("hr"), 1e-8, OfStandardError * error);
            agreement.Check(place + " low", ours.Interval.Low, row.Number("hr_low"), 1e-8, OfStandardError * error);
            agreement.Check(place + " high", ours.Interval.High, row.Number("hr_high"), 1e-8, OfStandardError * error);
        }
        agreement.Verify();
    }

    [Fact]
    public void Likelihoods_tests_and_concordance_agree_with_coxph()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("survival/expected_cox_fit.tsv").Rows)
        {
            var place = $"{row.Place} {row["formula"]} {row["ties"]} {row["variant"]}";
            var fit = CoxCase.Of(row).Fit();
            if (!fit.IsEstimable)
            {
                // R gives no test here either: nothing varies, or no event was seen.
                agreement.CheckEqual(place, row.Number("events") == 0 || !(row.Number("wald") > 0), true);
                continue;
            }
            var model = fit.Value;
            agreement.CheckEqual(place + " n", model.N, row.Integer("n"));
            agreement.CheckEqual(place + " events", model.Events, row.Integer("events"));
            agreement.Check(place + " loglik0", model.NullLogLikelihood, row.Number("loglik0"), 1e-10, 1e-12);
            agreement.Check(
                place + " loglik1",
                model.LogLikelihood,
                row.Number("loglik1"),
                model.Separation ? 1e-6 : 1e-10,
                1e-12
            );
            agreement.Check(place + " score", model.ScoreTest.Statistic, row.Number("score"), 1e-8);
            agreement.CheckP(place + " score p", model.ScoreTest.P, row.Number("score_p"), 1e-7);
            agreement.Check(place + " aic", model.Aic, row.Number("aic"), model.Separation ? 1e-6 : 1e-10);
            if (!model.Separation)
            {
                agreement.CheckP(place + " lr p", model.LikelihoodRatioTest.P, row.Number("lr_p"), 1e-7);
                agreement.Check(place + " wald", model.WaldTest.Statistic, row.Number("wald"), 1e-7);
                agreement.CheckP(place + " wald p", model.WaldTest.P, row.Number("wald_p"), 1e-7);
            }
            CheckConcordance(agreement, place, model, row);
        }
        agreement.Verify();
    }

    [Fact]
    public void Tests_of_proportional_hazards_agree_with_cox_zph()
    {
        var agreement = new Agreement();
        foreach (
            var rows in ReferenceTable.Read("survival/expected_zph.tsv").Rows.GroupBy(r => r["set"] + r["formula"])
        )
        {
            var model = CoxCase.Of(rows.First()["set"], rows.First()["formula"]).Fit().Value;
            foreach (var row in rows)
            {
                var result = model.TestProportionalHazards(
                    row["transform"] == "km"
                        ? TimeTransform.KaplanMeier
                        : Enum.Parse<TimeTransform>(row["transform"], ignoreCase: true)
                );
                var test =
                    row["term"] == "GLOBAL" ? result.Global : result.Terms.Single(t => t.Name == row["term"]).Test;
                var place = $"{row.Place} {row["formula"]} {row["transform"]} {row["term"]}";
                agreement.Check(place, test.Statistic, row.Number("chisq"), 1e-7);
                agreement.CheckEqual(place, test.DegreesOfFreedom, row.Integer("df"));
                agreement.CheckP(place, test.P, row.Number("p"), 1e-7);
            }
        }
        agreement.Verify();
    }

    [Fact]
    public void Residuals_agree_with_residuals_coxph()
    {
        var agreement = new Agreement();
        var (efron, breslow) = (Ties(CoxTies.Efron), Ties(CoxTies.Breslow));
        var table = ReferenceTable.Read("survival/expected_residuals.tsv");
        CheckColumn(agreement, table, "lp", efron.LinearPredictors());
        CheckColumn(agreement, table, "martingale", efron.MartingaleResiduals());
        CheckColumn(agreement, table, "deviance", efron.DevianceResiduals());
        CheckColumn(agreement, table, "dfbeta_x", efron.DfBetas()[0]);
        CheckColumn(agreement, table, "dfbeta_z", efron.DfBetas()[1]);
        CheckColumn(agreement, table, "score_x", efron.ScoreResiduals()[0]);
        CheckColumn(agreement, table, "score_z", efron.ScoreResiduals()[1]);
        CheckColumn(agreement, table, "martingale_breslow", breslow.MartingaleResiduals());
        agreement.Verify();
    }

    [Fact]
    public void Schoenfeld_residuals_agree_with_residuals_coxph()
    {
        var agreement = new Agreement();
        var residuals = Ties(CoxTies.Efron).SchoenfeldResiduals();
        var table = ReferenceTable.Read("survival/expected_schoenfeld.tsv");
        CheckColumn(agreement, table, "time", [.. residuals.Times]);
        CheckColumn(agreement, table, "x", residuals.Residuals[0]);
        CheckColumn(agreement, table, "z", residuals.Residuals[1]);
        agreement.Verify();
    }

    [Fact]
    public void Baseline_hazard_agrees_with_basehaz()
    {
        var agreement = new Agreement();
        var (efron, breslow) = (Ties(CoxTies.Efron).BaselineHazards()[0], Ties(CoxTies.Breslow).BaselineHazards()[0]);
        foreach (var row in ReferenceTable.Read("survival/expected_basehaz.tsv").Rows)
        {
            agreement.Check(row.Place, efron.At(row.Number("time")), row.Number("efron"), 1e-8);
            agreement.Check(row.Place, breslow.At(row.Number("time")), row.Number("breslow"), 1e-8);
        }
        agreement.Verify();
    }

    [Fact]
    public void Predicted_survival_agrees_with_survfit_coxph()
    {
        var agreement = new Agreement();
        var table = ReferenceTable.Read("survival/expected_predicted_survival.tsv");
        var model = Ties(CoxTies.Efron);
        PredictedSurvival[] predicted = [model.PredictSurvival([-1, 0]), model.PredictSurvival([0.5, 1])];
        for (var patient = 0; patient < 2; patient++)
        {
            CheckColumn(agreement, table, "time", [.. predicted[patient].Times]);
            CheckColumn(agreement, table, table.Columns[1 + patient], [.. predicted[patient].Survival]);
            CheckColumn(agreement, table, table.Columns[3 + patient], [.. predicted[patient].StandardError]);
        }
        agreement.Verify();
    }

    private static CoxModel Ties(CoxTies ties) =>
        CoxCase.Of("ties", "x + z", new CoxOptions { Ties = ties }).Fit().Value;

    private static IEnumerable<(IEnumerable<ReferenceRow> Rows, Estimate<CoxModel> Fit)> Fits(string table) =>
        ReferenceTable
            .Read(table)
            .Rows.GroupBy(r => (r["set"], r["formula"], r["ties"], r["variant"]))
            .Select(g => ((IEnumerable<ReferenceRow>)g, CoxCase.Of(g.First()).Fit()));

    // R stops somewhere on the way to infinity, with a standard error of thousands.
    private static bool IsInfinite(ReferenceRow row) => row.Number("se") > 1000 && row.Number("hr_low") == 0;

    private static void CheckFlag(Agreement agreement, string place, Estimate<CoxModel> fit, ReferenceRow row)
    {
        if (IsInfinite(row))
        {
            agreement.CheckEqual(place, fit.IsEstimable && fit.Value.Separation && fit.Value.Penalised, true);
            agreement.CheckEqual(place, fit.Value[row["term"]].StandardError < 100, true);
        }
        else
            agreement.CheckEqual(place, double.IsNaN(row.Number("coef")) || row.Number("se") == 0, true);
    }

    private static void CheckConcordance(Agreement agreement, string place, CoxModel model, ReferenceRow row)
    {
        if (model.Separation)
            return;
        var concordance = model.Concordance;
        agreement.CheckEqual(place, concordance.IsEstimable, !double.IsNaN(row.Number("concordance")));
        if (!concordance.IsEstimable)
            return;
        agreement.Check(place + " C", concordance.Value.Value, row.Number("concordance"), 1e-12);
        agreement.Check(place + " C se", concordance.Value.StandardError, row.Number("concordance_se"), 1e-8, 1e-12);
        if (double.IsNaN(row.Number("concordant")))
            return;
        agreement.Check(place, concordance.Value.Concordant, row.Number("concordant"), 0);
        agreement.Check(place, concordance.Value.Discordant, row.Number("discordant"), 0);
        agreement.Check(place, concordance.Value.TiedMarker, row.Number("tied_x"), 0);
        agreement.Check(place, concordance.Value.TiedTime, row.Number("tied_y"), 0);
    }

    private static void CheckColumn(Agreement agreement, ReferenceTable table, string column, double[] ours)
    {
        var theirs = table.Numbers(column);
        agreement.CheckEqual($"{column} length", ours.Length, theirs.Length);
        for (var i = 0; i < Math.Min(ours.Length, theirs.Length); i++)
            agreement.Check($"{column} row {i}", ours[i], theirs[i], 1e-8, 1e-10);
    }
}
