using Refractor.Statistics.Survival.CompetingRisks;
using Refractor.Statistics.Survival.Curves;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Survival.CompetingRisks;

public class CumulativeIncidenceTests
{
    [Fact]
    public void Curves_and_variances_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("survival/expected_cuminc.tsv").Rows)
        {
            var key = row["group_cause"].Split(' ');
            var group = Array.IndexOf(CompetingData.Labels, key[0]);
            var cause = int.Parse(key[1], System.Globalization.CultureInfo.InvariantCulture);
            var curve = CumulativeIncidence.ByGroup(CompetingData.Times, cause, CompetingData.Groups)[group].Curve;
            var point = curve.At(row.Number("time"));
            // R gives nothing beyond the last time; we do where every patient had an event, since nothing can follow.
            if (double.IsNaN(row.Number("cif")))
            {
                agreement.CheckEqual(row.Place, row.Number("time") > curve.Times[^1], true);
                continue;
            }
            agreement.Check(row.Place, point.Value.Incidence, row.Number("cif"), 1e-12);
            agreement.Check(row.Place, Math.Pow(point.Value.StandardError, 2), row.Number("var"), 1e-10, 1e-16);
        }
        agreement.Verify();
    }

    [Fact]
    public void Incidences_of_all_causes_and_survival_add_up_to_1()
    {
        var survival = KaplanMeierCurve.Of(CompetingData.Times.AnyEvent).Survival;
        var (first, second) = (
            CumulativeIncidence.Of(CompetingData.Times, 1).Incidence,
            CumulativeIncidence.Of(CompetingData.Times, 2).Incidence
        );
        for (var k = 0; k < survival.Length; k++)
            (survival[k] + first[k] + second[k]).ShouldBe(1, 1e-13);
    }

    [Fact]
    public void The_interval_is_symmetric_for_log_of_minus_log()
    {
        var point = CumulativeIncidence.Of(CompetingData.Times, 1).At(15).Value;
        double Scale(double f) => Math.Log(-Math.Log(f));
        var (low, high) = (Scale(point.Interval.Low), Scale(point.Interval.High));
        ((low + high) / 2).ShouldBe(Scale(point.Incidence), 1e-12);
        point.Interval.Low.ShouldBeLessThan(point.Incidence);
        var slope = point.Incidence * Math.Log(point.Incidence);
        (Math.Abs(high - low) / 2).ShouldBe(1.959963984540054 * point.StandardError / Math.Abs(slope), 1e-12);
    }

    [Fact]
    public void Missing_causes_are_left_out_and_what_lies_beyond_follow_up_is_not_known()
    {
        var times = CompetingTimes.Of([1, 2, 3, 4, double.NaN], [1, -1, 2, 0, 1]);
        (times.N, times.Missing, times.EventsOf(1)).ShouldBe((3, 2, 1));
        var curve = CumulativeIncidence.Of(times, 1);
        curve.At(5).Reason.ShouldBe(NotEstimable.OutOfRange);
        curve.At(0.5).Value.Incidence.ShouldBe(0);
        curve.At(4).Value.Incidence.ShouldBe(1.0 / 3, 1e-15);
        var nobody = CumulativeIncidence.Of(CompetingTimes.Of([], []), 1);
        nobody.At(1).Reason.ShouldBe(NotEstimable.TooFewValues);
    }
}
