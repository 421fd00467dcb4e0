using Refractor.Statistics.MetaAnalysis;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.MetaAnalysis;

/// <summary>R's metafor, see Reference/meta/README.md.</summary>
public class MetaAnalysisReferenceTests
{
    [Fact]
    public void Pooled_effects_agree_with_metafor()
    {
        var studies = ReferenceStudies.All();
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("meta/expected.tsv").Rows)
        {
            var method = row["method"];
            var test = row["test"] == "z" ? PooledEffectTest.Normal : PooledEffectTest.HartungKnapp;
            var pooled = PooledEffect.Of(studies[row["meta"]], ReferenceStudies.Estimator(method), test).Value;
            Compare(agreement, $"{row.Place} {method} {row["test"]}", row, pooled);
        }
        agreement.Verify();
    }

    [Fact]
    public void Leaving_one_out_agrees_with_metafor()
    {
        var studies = ReferenceStudies.All();
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("meta/expected_leave1out_DL.tsv").Rows)
        {
            var left = PooledEffect
                .LeaveOneOut(studies[row["meta"]], HeterogeneityEstimator.DerSimonianLaird, PooledEffectTest.Normal)[
                    row.Integer("left_out") - 1
                ]
                .Value;
            agreement.Check($"{row.Place} b", left.Effect, row.Number("estimate"), 1e-10, 1e-12);
            agreement.Check($"{row.Place} se", left.StandardError, row.Number("se"), 1e-10);
            agreement.Check($"{row.Place} z", left.Statistic, row.Number("zval"), 1e-10, 1e-10);
            agreement.CheckP($"{row.Place} p", left.P, row.Number("pval"), 1e-9);
            agreement.Check($"{row.Place} low", left.Interval.Low, row.Number("ci.lb"), 1e-10, 1e-11);
            agreement.Check($"{row.Place} high", left.Interval.High, row.Number("ci.ub"), 1e-10, 1e-11);
            agreement.Check($"{row.Place} Q", left.Q, row.Number("Q"), 1e-10);
            agreement.CheckP($"{row.Place} Qp", left.QP, row.Number("Qp"), 1e-9);
            agreement.Check($"{row.Place} tau2", left.Tau2, row.Number("tau2"), 1e-10, 1e-12);
            agreement.Check($"{row.Place} I2", left.I2, row.Number("I2"), 1e-9, 1e-9);
            agreement.Check($"{row.Place} H2", left.H2, row.Number("H2"), 1e-10);
        }
        agreement.Verify();
    }

    [Fact]
    public void Meta_regression_agrees_with_metafor()
    {
        var data = ReferenceTable.Read("meta/moderator.tsv");
        var studies = StudyEffect.FromColumns(data.Numbers("yi"), data.Numbers("vi"));
        double[] isB = [.. data.Texts("g").Select(g => g == "b" ? 1.0 : 0.0)];
        string[] terms = ["intrcpt", "x", "gb"];
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("meta/expected_moderator.tsv").Rows)
        {
            var test = row["test"] == "z" ? PooledEffectTest.Normal : PooledEffectTest.HartungKnapp;
            var fit = MetaRegression.Fit(studies, [data.Numbers("x"), isB], test: test).Value;
            var place = $"{row.Place} {row["term"]}";
            var coefficient = fit.Coefficients[Array.IndexOf(terms, row["term"])];
            agreement.Check($"{place} b", coefficient.Effect, row.Number("b"), 1e-7, 1e-9);
            agreement.Check($"{place} se", coefficient.StandardError, row.Number("se"), 1e-7);
            agreement.Check($"{place} stat", coefficient.Statistic, row.Number("stat"), 1e-7, 1e-8);
            agreement.CheckP($"{place} p", coefficient.P, row.Number("p"), 1e-7);
            agreement.Check($"{place} tau2", fit.Tau2, row.Number("tau2"), 0, 1e-8);
            agreement.Check($"{place} QM", fit.ModeratorStatistic, row.Number("QM"), 1e-7);
            agreement.CheckP($"{place} QMp", fit.ModeratorP, row.Number("QMp"), 1e-6);
            agreement.Check($"{place} QE", fit.ResidualQ, row.Number("QE"), 1e-10);
            agreement.CheckP($"{place} QEp", fit.ResidualQP, row.Number("QEp"), 1e-9);
        }
        agreement.Verify();
    }

    [Fact]
    public void Funnel_asymmetry_and_trim_and_fill_agree_with_metafor()
    {
        var studies = ReferenceStudies.All();
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("meta/expected_bias.tsv").Rows)
        {
            var egger = FunnelAsymmetry.Egger(studies[row["meta"]]).Value;
            agreement.Check($"{row.Place} egger_t", egger.Statistic, row.Number("egger_t"), 1e-9);
            agreement.Check($"{row.Place} egger_df", egger.DegreesOfFreedom, row.Number("egger_df"), 0);
            agreement.CheckP($"{row.Place} egger_p", egger.P, row.Number("egger_p"), 1e-9);
            var begg = FunnelAsymmetry.Begg(studies[row["meta"]]).Value;
            agreement.Check($"{row.Place} begg_tau", begg.Statistic, row.Number("begg_tau"), 1e-12, 1e-15);
            agreement.CheckP($"{row.Place} begg_p", begg.P, row.Number("begg_p"), 1e-9);
            var filled = TrimAndFill
                .Of(
                    studies[row["meta"]],
                    estimator: HeterogeneityEstimator.DerSimonianLaird,
                    test: PooledEffectTest.Normal
                )
                .Value;
            agreement.Check($"{row.Place} k0", filled.FilledStudies, row.Number("trimfill_k0"), 0);
            agreement.CheckEqual(
                $"{row.Place} side",
                filled.FilledSide == FunnelSide.Left ? "left" : "right",
                row["trimfill_side"]
            );
            agreement.Check($"{row.Place} b", filled.Pooled.Effect, row.Number("trimfill_b"), 1e-7);
            agreement.Check($"{row.Place} se", filled.Pooled.StandardError, row.Number("trimfill_se"), 1e-7);
        }
        agreement.Verify();
    }

    [Fact]
    public void Effect_sizes_agree_with_escalc()
    {
        var tables = ReferenceStudies.Tables();
        var means = ReferenceTable.Read("meta/means.tsv").Rows.ToArray();
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("meta/expected_escalc.tsv").Rows)
        {
            var study = row.Integer("study") - 1;
            var effect = row["measure"] == "SMD" ? HedgesG(means[study]) : EffectOf(row["measure"], tables[study]);
            agreement.Check($"{row.Place} {study} yi", effect.Effect, row.Number("yi"), 1e-11, 1e-13);
            agreement.Check($"{row.Place} {study} vi", effect.Variance, row.Number("vi"), 1e-11);
        }
        agreement.Verify();
    }

    [Fact]
    public void Mantel_Haenszel_and_Peto_agree_with_metafor()
    {
        var tables = ReferenceStudies.Tables();
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("meta/expected_mh_peto.tsv").Rows)
        {
            var pooled = (
                row["measure"] switch
                {
                    "OR" => CommonEffect.MantelHaenszelOddsRatio(tables),
                    "RR" => CommonEffect.MantelHaenszelRiskRatio(tables),
                    "RD" => CommonEffect.MantelHaenszelRiskDifference(tables),
                    _ => CommonEffect.Peto(tables),
                }
            ).Value;
            agreement.Check($"{row.Place} b", pooled.Effect, row.Number("b"), 1e-11);
            agreement.Check($"{row.Place} se", pooled.StandardError, row.Number("se"), 1e-11);
            agreement.Check($"{row.Place} z", pooled.Statistic, row.Number("z"), 1e-10);
            agreement.CheckP($"{row.Place} p", pooled.P, row.Number("p"), 1e-10);
            agreement.Check($"{row.Place} Q", pooled.Q, row.Number("Q"), 1e-10);
        }
        agreement.Verify();
    }

    private static StudyEffect EffectOf(string measure, EventTable t) =>
        measure switch
        {
            "OR" => EffectSize.LogOddsRatio(t.A, t.B, t.C, t.D),
            "RR" => EffectSize.LogRiskRatio(t.A, t.B, t.C, t.D),
            "RD" => EffectSize.RiskDifference(t.A, t.B, t.C, t.D),
            _ => EffectSize.PetoLogOddsRatio(t.A, t.B, t.C, t.D),
        };

    private static StudyEffect HedgesG(ReferenceRow row) =>
        EffectSize.HedgesG(
            row.Number("m1"),
            row.Number("s1"),
            row.Number("n1"),
            row.Number("m2"),
            row.Number("s2"),
            row.Number("n2")
        );

    private static void Compare(Agreement agreement, string place, ReferenceRow row, PooledEffect pooled)
    {
        var isClosed = row["method"] is "EE" or "DL" or "SJ" or "HE";
        var relative = isClosed ? 1e-10 : 1e-7;
        // The reference sums to about 1e-16 of the variances, of which τ² may be a small part.
        var tau2 = isClosed ? 1e-10 : 1e-8;
        agreement.CheckEqual($"{place} k", pooled.Studies, row.Integer("k"));
        agreement.Check($"{place} tau2", pooled.Tau2, row.Number("tau2"), tau2, row.Number("tau2") == 0 ? 0 : tau2);
        agreement.Check($"{place} b", pooled.Effect, row.Number("b"), relative, 1e-10);
        agreement.Check($"{place} se", pooled.StandardError, row.Number("se"), relative, 1e-15);
        agreement.Check($"{place} stat", pooled.Statistic, row.Number("stat"), relative, 1e-9);
        agreement.CheckP($"{place} p", pooled.P, row.Number("p"), 10 * relative);
        agreement.Check($"{place} low", pooled.Interval.Low, row.Number("ci_low"), relative, 1e-9);
        agreement.Check($"{place} high", pooled.Interval.High, row.Number("ci_high"), relative, 1e-9);
        agreement.Check($"{place} I2", pooled.I2, row.Number("I2"), relative, 1e-6);
        agreement.Check($"{place} H2", pooled.H2, row.Number("H2"), relative);
        agreement.Check($"{place} Q", pooled.Q, row.Number("Q"), 1e-10, 1e-12);
        agreement.CheckP($"{place} Qp", pooled.QP, row.Number("Q_p"), 1e-9);
        agreement.Check($"{place} se_tau2", pooled.Tau2StandardError, row.Number("se_tau2"), 1e-6);
        agreement.Check($"{place} pi_low", pooled.PredictionInterval.Low, row.Number("pi_low"), relative, 1e-9);
        agreement.Check($"{place} pi_high", pooled.PredictionInterval.High, row.Number("pi_high"), relative, 1e-9);
        if (double.IsNaN(row.Number("tau2_ci_low")))
            return;
        agreement.Check($"{place} tau2 low", pooled.Tau2Interval.Low, row.Number("tau2_ci_low"), 1e-5, 1e-5);
        agreement.Check($"{place} tau2 high", pooled.Tau2Interval.High, row.Number("tau2_ci_high"), 1e-5, 1e-5);
    }
}
