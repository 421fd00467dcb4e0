using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Curves;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Survival.Curves;

public class KaplanMeierCurveTests
{
    [Fact]
    public void Curves_agree_with_R_at_every_time()
    {
        var agreement = new Agreement();
        foreach (var group in ReferenceTable.Read("survival/expected_km.tsv").Rows.GroupBy(Key))
        {
            var (log, logLog, plain) = (
                Curve(group.Key, SurvivalInterval.Log),
                Curve(group.Key, SurvivalInterval.LogLog),
                Curve(group.Key, SurvivalInterval.Plain)
            );
            agreement.CheckEqual($"{group.Key}: times", log.Times.Length, group.Count());
            foreach (var (row, k) in group.Select((r, k) => (r, k)))
            {
                agreement.Check(row.Place, log.Times[k], row.Number("time"), 1e-14);
                agreement.CheckEqual(row.Place, log.AtRisk[k], row.Number("n_risk"));
                agreement.CheckEqual(row.Place, log.Events[k], row.Number("n_event"));
                agreement.CheckEqual(row.Place, log.Censored[k], row.Number("n_censor"));
                agreement.Check(row.Place, log.Survival[k], row.Number("surv"), 1e-12);
                agreement.Check(row.Place, log.ErrorOfLog[k], row.Number("std_err_log"), 1e-12);
                agreement.Check(row.Place, log.CumulativeHazard[k], row.Number("cumhaz"), 1e-12);
                CheckInterval(agreement, row, log.Intervals[k], "log");
                CheckInterval(agreement, row, logLog.Intervals[k], "loglog");
                CheckInterval(agreement, row, plain.Intervals[k], "plain");
            }
        }
        agreement.Verify();
    }

    [Fact]
    public void Medians_and_restricted_means_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("survival/expected_km_summary.tsv").Rows)
        {
            var curve = Curve(Key(row), SurvivalInterval.Log);
            agreement.CheckEqual(row.Place, curve.N, row.Integer("records"));
            agreement.CheckEqual(row.Place, curve.EventCount, row.Integer("events"));
            agreement.Check(row.Place, curve.Median.Time, row.Number("median"), 1e-14);
            agreement.Check(row.Place, curve.Median.Interval.Low, row.Number("median_low"), 1e-14);
            agreement.Check(row.Place, curve.Median.Interval.High, row.Number("median_high"), 1e-14);
            var mean = curve.RestrictedMean(row.Number("tau")).Value;
            agreement.Check(row.Place, mean.Value, row.Number("rmst"), 1e-12);
            agreement.Check(row.Place, mean.StandardError, row.Number("rmst_se"), 1e-10);
            foreach (var quarter in new[] { "25", "50", "75" })
                agreement.Check(
                    row.Place,
                    curve.At(row.Number($"t{quarter}"), extend: true).Value.Survival,
                    row.Number($"surv_t{quarter}"),
                    1e-12
                );
        }
        agreement.Verify();
    }

    // R 4.2.2: summary(survfit(Surv(start, stop, event) ~ 1, conf.type = "log-log"), censored = TRUE)
    [Fact]
    public void Late_entry_agrees_with_R()
    {
        var times = SurvivalTimes.Between(
            [0, 0, 2, 1, 0, 3, 4, 0, 5, 2],
            [3, 5, 6, 7, 5, 8, 9, 4, 10, 5],
            [1.0, 1, 0, 1, 1, 1, 0, 0, 1, 1]
        );
        var curve = KaplanMeierCurve.Of(times, kind: SurvivalInterval.LogLog);
        curve.AtRisk.ShouldBe([7, 7, 7, 5, 4, 3, 2, 1]);
        curve.Survival[4].ShouldBe(6.0 / 7 * 4 / 7 * 3 / 4, 1e-14);
        curve.Intervals[4].Low.ShouldBe(0.0839, 5e-5);
        curve.Intervals[4].High.ShouldBe(0.667, 5e-4);
        curve.AtRiskAt(4.5).ShouldBe(7);
    }

    // R 4.2.2: survfit(Surv(c(1, 2, 3, 4), c(1, 1, 0, 1)) ~ 1, weights = c(1.5, 2, .5, 1), robust = FALSE)
    [Fact]
    public void Weights_agree_with_R()
    {
        var times = SurvivalTimes.Of([1, 2, 3, 4], [true, true, false, true]);
        var curve = KaplanMeierCurve.Of(times, [1.5, 2, 0.5, 1]);
        curve.AtRisk.ShouldBe([5, 3.5, 1.5, 1]);
        curve.Survival[1].ShouldBe(0.3, 1e-15);
        (curve.Survival[1] * curve.ErrorOfLog[1]).ShouldBe(0.2049390153, 1e-10);
        curve.Intervals[1].Low.ShouldBe(0.07863934745, 1e-10);
    }

    // R 4.2.2: quantile(survfit(Surv(c(1, 2, 3, 4), c(1, 1, 0, s)) ~ 1), c(.25, .5, .75)) with s = 0 and 1.
    [Theory]
    [InlineData(false, 1.5, 2, double.NaN)]
    [InlineData(true, 1.5, 3, 4)]
    public void A_quantile_met_exactly_lies_in_the_middle_of_its_step(bool last, double q25, double q50, double q75)
    {
        var curve = KaplanMeierCurve.Of(SurvivalTimes.Of([1, 2, 3, 4], [true, true, false, last]));
        curve.Quantile(0.25).Time.ShouldBe(q25);
        curve.Quantile(0.75).Time.ShouldBe(q75);
        curve.Quantile(0.75).Reason.ShouldBe(last ? NotEstimable.None : NotEstimable.OutOfRange);
        curve.Quantile(0.5).Time.ShouldBe(q50);
    }

    [Fact]
    public void Beyond_the_last_time_survival_is_known_only_where_nobody_lives()
    {
        var open = KaplanMeierCurve.Of(SurvivalTimes.Of([1, 2], [true, false]));
        open.At(3).Reason.ShouldBe(NotEstimable.OutOfRange);
        open.At(3, extend: true).Value.Survival.ShouldBe(0.5);
        open.At(0.5).Value.ShouldBe(new SurvivalPoint(0.5, 1, 0, new Interval(1, 1), 2));
        open.RestrictedMean(3).Reason.ShouldBe(NotEstimable.OutOfRange);
        var closed = KaplanMeierCurve.Of(SurvivalTimes.Of([1, 2], [true, true]));
        closed.At(3).Value.Survival.ShouldBe(0);
        closed.RestrictedMean(3).Value.Value.ShouldBe(1.5);
        Should.Throw<ArgumentException>(() => closed.RestrictedMean(0)).ParamName.ShouldBe("horizon");
    }

    [Fact]
    public void Nobody_gives_a_curve_without_times()
    {
        var curve = KaplanMeierCurve.Of(SurvivalTimes.Of([], Array.Empty<bool>()));
        curve.Times.ShouldBeEmpty();
        curve.Median.Reason.ShouldBe(NotEstimable.OutOfRange);
        curve.RestrictedMean(1).Reason.ShouldBe(NotEstimable.TooFewValues);
        curve.At(1).Reason.ShouldBe(NotEstimable.TooFewValues);
    }

    private static (string Set, string By, string Group) Key(ReferenceRow row) => (row["set"], row["by"], row["group"]);

    private static KaplanMeierCurve Curve((string Set, string By, string Group) key, SurvivalInterval kind)
    {
        var data = SurvivalData.Of(key.Set);
        if (key.Group == "all")
            return KaplanMeierCurve.Of(key.By == "1" ? data.Times : Known(data, key.By), kind: kind);
        var (numbers, labels) = data.Groups(key.By);
        var number = Array.IndexOf(labels, key.Group.Split('=')[1]);
        return KaplanMeierCurve.ByGroup(data.Times, numbers, kind: kind).Single(c => c.Group == number).Curve;
    }

    private static SurvivalTimes Known(SurvivalData data, string by) =>
        data.Times.Where([.. data.Groups(by).Numbers.Select(n => n >= 0)]);

    private static void CheckInterval(Agreement agreement, ReferenceRow row, Interval interval, string scale)
    {
        agreement.Check($"{row.Place} {scale}", interval.Low, row.Number($"lower_{scale}"), 1e-10);
        agreement.Check($"{row.Place} {scale}", interval.High, row.Number($"upper_{scale}"), 1e-10);
    }
}
