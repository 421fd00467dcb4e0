using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Curves;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Survival.Curves;

public class RestrictedMeanComparisonTests
{
    // Means and errors are those that summary(survfit(...), rmean = tau) gives; the rest is normal theory.
    [Fact]
    public void Difference_and_ratio_follow_from_the_means_of_R()
    {
        var agreement = new Agreement();
        foreach (var set in new[] { "gbsg", "rotterdam_os", "rotterdam_rfs" })
        {
            var rows = ReferenceTable
                .Read("survival/expected_km_summary.tsv")
                .Rows.Where(r => r["set"] == set && r["by"] == "hormon")
                .ToArray();
            var (a, b) = (rows[0], rows[1]);
            var data = SurvivalData.Of(set);
            var curves = KaplanMeierCurve.ByGroup(data.Times, data.Groups("hormon").Numbers);
            var c = RestrictedMeanComparison.Of(curves[0].Curve, curves[1].Curve, a.Number("tau")).Value;
            var error = double.Hypot(a.Number("rmst_se"), b.Number("rmst_se"));
            var (first, second) = (a.Number("rmst"), b.Number("rmst"));
            agreement.Check(a.Place, c.Difference, second - first, 1e-10);
            agreement.Check(a.Place, c.DifferenceInterval.Low, second - first - 1.959963984540054 * error, 1e-10);
            agreement.Check(a.Place, c.Ratio, second / first, 1e-10);
            var logError = double.Hypot(a.Number("rmst_se") / first, b.Number("rmst_se") / second);
            agreement.Check(
                a.Place,
                c.RatioInterval.High,
                second / first * Math.Exp(1.959963984540054 * logError),
                1e-10
            );
        }
        agreement.Verify();
    }

    [Fact]
    public void Curves_swapped_mirror_the_comparison()
    {
        var data = SurvivalData.Of("gbsg");
        var curves = KaplanMeierCurve.ByGroup(data.Times, data.Groups("hormon").Numbers);
        var c = RestrictedMeanComparison.Of(curves[0].Curve, curves[1].Curve, 2000).Value;
        var swapped = RestrictedMeanComparison.Of(curves[1].Curve, curves[0].Curve, 2000).Value;
        swapped.Difference.ShouldBe(-c.Difference, 1e-9);
        swapped.Ratio.ShouldBe(1 / c.Ratio, 1e-12);
        swapped.DifferenceP.Log.ShouldBe(c.DifferenceP.Log, 1e-12);
    }

    [Fact]
    public void Beyond_the_shorter_follow_up_there_is_no_comparison()
    {
        var a = KaplanMeierCurve.Of(SurvivalTimes.Of([1, 2, 5], [true, false, false]));
        var b = KaplanMeierCurve.Of(SurvivalTimes.Of([1, 3, 9], [true, false, false]));
        RestrictedMeanComparison.Of(a, b, 6).Reason.ShouldBe(NotEstimable.OutOfRange);
        RestrictedMeanComparison.Of(a, b, 1).Reason.ShouldBe(NotEstimable.ZeroVariance);
        RestrictedMeanComparison.Of(a, b, 4).IsEstimable.ShouldBeTrue();
    }
}
