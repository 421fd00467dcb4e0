using Refractor.Statistics.Roc;

namespace Refractor.Statistics.Tests.Roc;

public class RocTests
{
    [Fact]
    public void Both_directions_share_one_area()
    {
        double[] values = [1, 2, 2, 3, 5, 4];
        bool[] isCase = [false, false, true, true, true, false];
        var higher = AreaUnderCurve.Of(values, isCase).Value;
        var lower = AreaUnderCurve.Of(values, isCase, RocDirection.CasesLower).Value;
        lower.Value.ShouldBe(1 - higher.Value, 1e-15);
        lower.Variance.ShouldBe(higher.Variance);
        lower.Interval.High.ShouldBe(1 - higher.Interval.Low, 1e-15);
    }

    [Fact]
    public void Separated_groups_have_an_exact_bound_instead_of_a_point()
    {
        double[] values = [1, 2, 3, 10, 11, 12, 13];
        bool[] isCase = [false, false, false, true, true, true, true];
        var area = AreaUnderCurve.Of(values, isCase).Value;
        area.IsSeparated.ShouldBeTrue();
        area.DeLongInterval.Low.ShouldBe(1);
        // R 4.2.2: binom.test(3, 3)$conf.int[1]
        area.Interval.Low.ShouldBe(0.292401773821287, 1e-14);
        area.Interval.High.ShouldBe(1);
        var inverse = AreaUnderCurve.Of(values, isCase, RocDirection.CasesLower).Value;
        inverse.Interval.High.ShouldBe(1 - area.Interval.Low, 1e-15);
        inverse.LogitInterval.ShouldBe(inverse.Interval);
    }

    [Fact]
    public void Logit_interval_stays_within_0_and_1_around_the_area()
    {
        double[] values = [1, 2, 3, 4, 5, 6, 7, 3.5, 9, 10, 11, 12];
        bool[] isCase = [.. Enumerable.Range(0, 12).Select(i => i > 6)];
        var area = AreaUnderCurve.Of(values, isCase).Value;
        area.DeLongInterval.High.ShouldBe(1);
        area.LogitInterval.High.ShouldBeLessThan(1);
        area.LogitInterval.Contains(area.Value).ShouldBeTrue();
    }

    [Fact]
    public void What_has_no_interval_says_why()
    {
        AreaUnderCurve.Of([1, 2], [true, true]).Reason.ShouldBe(NotEstimable.OneGroup);
        var single = AreaUnderCurve.Of([1, 2, 3], [true, false, false]).Value;
        single.IntervalReason.ShouldBe(NotEstimable.TooFewValues);
        single.Interval.IsEstimable.ShouldBeFalse();
        var constant = AreaUnderCurve.Of([2, 2, 2, 2, double.NaN], [true, true, false, false, true]).Value;
        (constant.Value, constant.IntervalReason, constant.Cases).ShouldBe((0.5, NotEstimable.NoVariation, 2));
        RocCurve.Of([double.NaN, 1], [true, false]).Reason.ShouldBe(NotEstimable.OneGroup);
        double[] apart = [1, 2, 3, 4],
            reversed = [4, 3, 2, 1];
        bool[] labels = [false, false, true, true];
        DeLongTest.Paired(apart, reversed, labels).Reason.ShouldBe(NotEstimable.ZeroVariance);
        DeLongTest.Paired(apart, apart, labels).Value.P.Value.ShouldBe(1);
        DeLongTest.Paired([1, 2], [2, 1], [true, false]).Reason.ShouldBe(NotEstimable.TooFewValues);
        CutOffAccuracy.At([1], [true], 0).Reason.ShouldBe(NotEstimable.OneGroup);
    }

    [Fact]
    public void Exchanged_markers_mirror_the_paired_difference()
    {
        var random = new RandomSource(3);
        double[] a = new double[60],
            b = new double[60];
        bool[] isCase = new bool[60];
        for (var i = 0; i < 60; i++)
        {
            isCase[i] = i % 3 == 0;
            a[i] = random.NextDouble() + (isCase[i] ? 0.3 : 0);
            b[i] = Math.Round(8 * random.NextDouble()) + a[i];
        }
        var (one, other) = (DeLongTest.Paired(a, b, isCase).Value, DeLongTest.Paired(b, a, isCase).Value);
        other.Difference.ShouldBe(-one.Difference);
        other.P.Log.ShouldBe(one.P.Log, 1e-12);
        var variance = AreaUnderCurve.Of(a, isCase).Value.Variance + AreaUnderCurve.Of(b, isCase).Value.Variance;
        Math.Pow(one.Difference / one.Statistic, 2).ShouldBe(variance - 2 * one.Covariance, 1e-14);
        var negated = DeLongTest.Paired([.. a.Select(v => -v)], b, isCase, RocDirection.CasesLower).Value;
        negated.Statistic.ShouldBe(one.Statistic, 1e-12);
    }

    [Fact]
    public void Fixed_cut_off_has_Wilson_intervals()
    {
        // 18 of 20 cases and 14 of 25 controls are called rightly at 0.5. R 4.2.2: prop.test(18, 20, correct = FALSE)$conf.int
        double[] values = [.. Repeat(1, 18), .. Repeat(0, 2), .. Repeat(0, 14), .. Repeat(1, 11), double.NaN];
        bool[] isCase = [.. Enumerable.Range(0, 46).Select(i => i < 20)];
        var accuracy = CutOffAccuracy.At(values, isCase, 0.5).Value;
        accuracy.Calls.Sensitivity.ShouldBe(0.9);
        accuracy.Sensitivity.Low.ShouldBe(0.698966354771513, 1e-13);
        accuracy.Sensitivity.High.ShouldBe(0.972133518786232, 1e-13);
        accuracy.Specificity.Low.ShouldBe(0.370673318697988, 1e-13);
        accuracy.Specificity.High.ShouldBe(0.733343611189326, 1e-13);
        // A value at the cut-off is positive, in either direction.
        CutOffAccuracy.At([1, 1], [true, false], 1).Value.Calls.TruePositives.ShouldBe(1);
        CutOffAccuracy.At([1, 1], [true, false], 1, RocDirection.CasesLower).Value.Calls.TruePositives.ShouldBe(1);
        static IEnumerable<double> Repeat(double value, int count) => Enumerable.Repeat(value, count);
    }

    [Fact]
    public void Every_threshold_of_the_curve_calls_what_it_says()
    {
        var next = Math.BitIncrement(1.0);
        double[] values = [1, next, 3, 3, double.PositiveInfinity, double.NegativeInfinity, 1.7];
        bool[] isCase = [false, true, true, false, true, false, false];
        foreach (var direction in new[] { RocDirection.CasesHigher, RocDirection.CasesLower })
        {
            var curve = RocCurve.Of(values, isCase, direction).Value;
            foreach (var point in curve.Points.Where(p => double.IsFinite(p.Threshold)))
                CutOffAccuracy.At(values, isCase, point.Threshold, direction).Value.Calls.ShouldBe(point);
            curve
                .PartialAreaBySpecificity(0, 1)
                .Area.ShouldBe(AreaUnderCurve.Of(values, isCase, direction).Value.Value, 1e-14);
            curve
                .PartialAreaBySensitivity(0, 1)
                .Area.ShouldBe(AreaUnderCurve.Of(values, isCase, direction).Value.Value, 1e-14);
        }
    }

    [Fact]
    public void Partial_area_below_the_diagonal_is_not_corrected()
    {
        var curve = RocCurve.Of([1, 2, 3, 4], [true, true, false, false]).Value;
        curve.PartialAreaBySpecificity(0.9, 1).Corrected.Reason.ShouldBe(NotEstimable.OutOfRange);
        Should.Throw<ArgumentException>(() => curve.PartialAreaBySpecificity(1, 0.9));
        Should.Throw<ArgumentException>(() => curve.PartialAreaBySensitivity(-0.1, 0.9));
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Should.Throw<ArgumentException>(() => AreaUnderCurve.Of([1], [true, false])).ParamName.ShouldBe("isCase");
        Should.Throw<ArgumentException>(() => AreaUnderCurve.Of([1], [true], level: 2)).ParamName.ShouldBe("level");
        Should
            .Throw<ArgumentException>(() => DeLongTest.Paired([1], [1, 2], [true, false]))
            .ParamName.ShouldBe("first");
        Should.Throw<ArgumentException>(() => CutOffAccuracy.At([1], [true], double.NaN)).ParamName.ShouldBe("cutOff");
    }
}
