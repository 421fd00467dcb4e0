using Refractor.Statistics.Roc;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Roc;

/// <summary>R 4.2.2, pROC 1.18.0. See Reference/roc.</summary>
public class RocReferenceTests
{
    private const double Absolutely = 1e-12;
    private const double Closely = 1e-9;

    private static readonly ReferenceTable Markers = ReferenceTable.Read("roc/markers.tsv");
    private static readonly bool[] IsCase = [.. Markers.Numbers("response").Select(r => r == 1)];

    [Fact]
    public void Area_variance_and_interval_agree_with_pROC()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("roc/expected_auc.tsv").Rows)
            CheckArea(agreement, row, Markers.Numbers(row["marker"]), IsCase);
        agreement.Verify();
    }

    [Fact]
    public void Small_groups_agree_with_pROC()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("roc/expected_auc_small_groups.tsv").Rows)
        {
            var used = row.List("rows").Select(r => (int)r - 1).ToArray();
            var values = Markers.Numbers(row["marker"]);
            CheckArea(agreement, row, [.. used.Select(i => values[i])], [.. used.Select(i => IsCase[i])]);
        }
        agreement.Verify();
    }

    [Fact]
    public void Paired_test_agrees_with_pROC()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("roc/expected_delong_paired.tsv").Rows)
        {
            var test = DeLongTest
                .Paired(Markers.Numbers(row["marker1"]), Markers.Numbers(row["marker2"]), IsCase)
                .Value;
            var place = $"{row.Place} against {row["marker2"]}";
            agreement.CheckEqual(place + " n", test.N, row.Integer("n"));
            agreement.Check(place + " first", test.FirstArea, row.Number("auc1"), 0, Absolutely);
            agreement.Check(place + " second", test.SecondArea, row.Number("auc2"), 0, Absolutely);
            agreement.Check(place + " Z", test.Statistic, row.Number("Z"), Closely);
            agreement.CheckP(place + " p", test.P, row.Number("p"), Closely);
            agreement.Check(place + " covariance", test.Covariance, row.Number("cov"), 0, Absolutely);
            agreement.Check(place + " low", test.Interval.Low, row.Number("diff_ci_low"), 0, Absolutely);
            agreement.Check(place + " high", test.Interval.High, row.Number("diff_ci_high"), 0, Absolutely);
        }
        agreement.Verify();
    }

    [Fact]
    public void Unpaired_test_agrees_with_pROC()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("roc/expected_delong_unpaired.tsv").Rows)
        {
            var (values, half) = (Markers.Numbers(row["marker"]), row.Integer("first_half_n"));
            var first = AreaUnderCurve.Of(values.AsSpan(0, half), IsCase.AsSpan(0, half)).Value;
            var second = AreaUnderCurve.Of(values.AsSpan(half), IsCase.AsSpan(half)).Value;
            var test = DeLongTest.Unpaired(first, second).Value;
            agreement.Check(row.Place + " first", first.Value, row.Number("auc1"), 0, Absolutely);
            agreement.Check(row.Place + " second", second.Value, row.Number("auc2"), 0, Absolutely);
            agreement.Check(row.Place + " D", test.Statistic, row.Number("D"), Closely);
            agreement.Check(row.Place + " df", test.DegreesOfFreedom, row.Number("df"), Closely);
            agreement.CheckP(row.Place + " p", test.P, row.Number("p"), Closely);
        }
        agreement.Verify();
    }

    [Fact]
    public void Curve_agrees_with_pROC()
    {
        var agreement = new Agreement();
        foreach (var rows in ReferenceTable.Read("roc/expected_curves.tsv").Rows.GroupBy(r => r["marker"]))
        {
            var points = RocCurve.Of(Markers.Numbers(rows.Key), IsCase).Value.Points;
            agreement.CheckEqual(rows.Key + " points", points.Count, rows.Count());
            foreach (var (point, row) in points.Zip(rows))
            {
                agreement.Check(row.Place + " threshold", point.Threshold, row.Number("threshold"), 0, Absolutely);
                agreement.Check(
                    row.Place + " specificity",
                    point.Specificity,
                    row.Number("specificity"),
                    0,
                    Absolutely
                );
                agreement.Check(
                    row.Place + " sensitivity",
                    point.Sensitivity,
                    row.Number("sensitivity"),
                    0,
                    Absolutely
                );
                agreement.Check(row.Place + " ppv", point.PositivePredictiveValue, row.Number("ppv"), 0, Absolutely);
                agreement.Check(row.Place + " npv", point.NegativePredictiveValue, row.Number("npv"), 0, Absolutely);
                agreement.Check(row.Place + " accuracy", point.Accuracy, row.Number("accuracy"), 0, Absolutely);
            }
        }
        agreement.Verify();
    }

    [Fact]
    public void Partial_areas_agree_with_pROC()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("roc/expected_partial_auc.tsv").Rows)
        {
            var curve = RocCurve.Of(Markers.Numbers(row["marker"]), IsCase).Value;
            var bySpecificity = curve.PartialAreaBySpecificity(0.9, 1);
            var corrected = bySpecificity.Corrected.IsEstimable ? bySpecificity.Corrected.Value : double.NaN;
            agreement.Check(row.Place, bySpecificity.Area, row.Number("pauc_spec_1_0.9"), 0, Absolutely);
            agreement.Check(row.Place + " corrected", corrected, row.Number("pauc_corrected"), 0, Absolutely);
            var bySensitivity = curve.PartialAreaBySensitivity(0.9, 1);
            agreement.Check(
                row.Place + " by sensitivity",
                bySensitivity.Area,
                row.Number("pauc_sens_1_0.9"),
                0,
                Absolutely
            );
        }
        agreement.Verify();
    }

    private static void CheckArea(Agreement agreement, ReferenceRow row, double[] values, bool[] isCase)
    {
        var direction = row["direction"] == "<" ? RocDirection.CasesHigher : RocDirection.CasesLower;
        var area = AreaUnderCurve.Of(values, isCase, direction).Value;
        var place = $"{row.Place} {row["direction"]}";
        agreement.CheckEqual(place + " cases", area.Cases, row.Integer("n_case"));
        agreement.CheckEqual(place + " controls", area.Controls, row.Integer("n_control"));
        agreement.Check(place + " area", area.Value, row.Number("auc"), 0, Absolutely);
        agreement.Check(place + " variance", area.Variance, row.Number("var_delong"), 0, Absolutely);
        agreement.Check(place + " low", area.DeLongInterval.Low, row.Number("ci_low"), 0, Absolutely);
        agreement.Check(place + " high", area.DeLongInterval.High, row.Number("ci_high"), 0, Absolutely);

        var curve = RocCurve.Of(values, isCase, direction).Value;
        var best = curve.BestByYouden();
        agreement.Check(place + " J", best[0].YoudenIndex, row.Number("youden_J"), 0, Absolutely);
        // Of cut-offs that share the largest index pROC loses those whose sum of shares is rounded down.
        foreach (var (threshold, i) in row.List("youden_threshold").Select((t, i) => (t, i)))
        {
            var point = best.SingleOrDefault(p =>
                p.Threshold.Equals(threshold) || Math.Abs(p.Threshold - threshold) < Absolutely
            );
            agreement.CheckEqual($"{place} threshold {i} found", point.Cases > 0, true);
            agreement.Check(
                $"{place} sensitivity {i}",
                point.Sensitivity,
                row.List("youden_sensitivity")[i],
                0,
                Absolutely
            );
            agreement.Check(
                $"{place} specificity {i}",
                point.Specificity,
                row.List("youden_specificity")[i],
                0,
                Absolutely
            );
        }
    }
}
