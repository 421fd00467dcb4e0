using Refractor.Statistics.MeanTests;

namespace Refractor.Statistics.Tests.MeanTests;

public class MeanTestTests
{
    private static readonly double[] X = [5.1, 4.9, 6.2, 5.8, 6.0];
    private static readonly double[] Y = [4.1, 5.0, 4.4, 4.7, 3.9, 5.2];
    private static readonly double[] Z = [7, 6.5, 8.1, 7.7];
    private static readonly double[] All = [.. X, .. Y, .. Z];
    private static readonly int[] Groups = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3];

    [Fact]
    public void Intervals_of_two_groups_agree_with_R()
    {
        // R 4.2.2: t.test(x, y, conf.level = 0.9); t.test(x, y, var.equal = TRUE); t.test(x, mu = 5)
        var welch = TTest.Welch(X, Y, level: 0.9).Value;
        welch.Interval.Low.ShouldBe(0.4402343421978447, 1e-12);
        welch.Interval.High.ShouldBe(1.6597656578021547, 1e-12);
        welch.StandardError.ShouldBe(0.3288870120066566, 1e-14);
        var student = TTest.Student(X, Y).Value;
        student.Interval.Low.ShouldBe(0.3144606430740723, 1e-12);
        student.Interval.High.ShouldBe(1.7855393569259275, 1e-12);
        var one = TTest.OneSample(X, 5).Value;
        one.T.ShouldBe(2.3533936216582068, 1e-12);
        one.P.Value.ShouldBe(0.0782248846760368, 1e-13);
        one.Interval.Low.ShouldBe(-0.1078573884911362, 1e-12);
        one.Interval.High.ShouldBe(1.3078573884911355, 1e-12);
    }

    // R 4.2.2: t.test(x, y, alternative=); t.test(x, y, var.equal = TRUE, alternative=)
    [Theory]
    [InlineData(Alternative.Greater, 0.00618692169190875, 0.00516725318640053)]
    [InlineData(Alternative.Less, 0.993813078308091, 0.994832746813599)]
    public void One_sided_p_agrees_with_R(Alternative alternative, double welch, double student)
    {
        TTest.Welch(X, Y, alternative: alternative).Value.P.Value.ShouldBe(welch, 1e-13);
        TTest.Student(X, Y, alternative: alternative).Value.P.Value.ShouldBe(student, 1e-13);
    }

    [Fact]
    public void Intervals_of_several_groups_agree_with_R()
    {
        // R 4.2.2: confint(lm(v ~ 0 + g)); summary(lm(v ~ g))$r.squared
        var anova = AnalysisOfVariance.OneWay(All, Groups).Value;
        anova.Means[0].Interval.Low.ShouldBe(5.02888360071605, 1e-12);
        anova.Means[2].Interval.High.ShouldBe(7.96352754593191, 1e-12);
        anova.ExplainedShare.ShouldBe(0.817717545100813, 1e-13);
        // t.test(v[g == k])$conf.int
        var welch = AnalysisOfVariance.Welch(All, Groups).Value;
        welch.Means[0].Interval.Low.ShouldBe(4.89214261150886, 1e-12);
        welch.Means[2].Interval.High.ShouldBe(8.46043184708089, 1e-12);
        // (n - 1) var / qchisq(c(.975, .025), n - 1)
        var bartlett = BartlettTest.Of(All, Groups).Value;
        bartlett.ChiSquare.ShouldBe(0.406507711163716, 1e-13);
        bartlett.Variances[0].Interval.Low.ShouldBe(0.116662168482837, 1e-12);
        bartlett.Variances[2].Interval.High.ShouldBe(7.07846798793200, 1e-11);
    }

    [Fact]
    public void Two_groups_give_the_square_of_t()
    {
        int[] two = [.. X.Select(_ => 7), .. Y.Select(_ => -2)];
        var student = TTest.Student(X, Y).Value;
        var anova = AnalysisOfVariance.OneWay([.. X, .. Y], two).Value;
        anova.F.ShouldBe(student.T * student.T, 1e-12);
        anova.P.Log.ShouldBe(student.P.Log, 1e-12);
        var welch = AnalysisOfVariance.Welch([.. X, .. Y], two).Value;
        welch.WithinDegreesOfFreedom.ShouldBe(TTest.Welch(X, Y).Value.DegreesOfFreedom, 1e-12);
    }

    [Fact]
    public void Exchanged_groups_mirror_the_difference_and_a_constant_moves_nothing()
    {
        var (one, other) = (TTest.Welch(X, Y).Value, TTest.Welch(Y, X).Value);
        other.Difference.ShouldBe(-one.Difference);
        other.Interval.Low.ShouldBe(-one.Interval.High, 1e-15);
        other.P.ShouldBe(one.P);
        var moved = TTest.Welch([.. X.Select(v => v + 1e6)], [.. Y.Select(v => v + 1e6)]).Value;
        moved.T.ShouldBe(one.T, 1e-8);
        TTest.Welch([.. X, double.NaN], [double.NaN, .. Y]).Value.ShouldBe(one);
    }

    [Fact]
    public void What_cannot_be_compared_has_a_reason()
    {
        TTest.Welch([1], [2, 3]).Reason.ShouldBe(NotEstimable.TooFewValues);
        TTest.Student([1], [2]).Reason.ShouldBe(NotEstimable.TooFewValues);
        TTest.Student([], [2, 3]).Reason.ShouldBe(NotEstimable.OneGroup);
        TTest.Welch([0.1, 0.1, 0.1], [0.1, 0.1]).Reason.ShouldBe(NotEstimable.NoVariation);
        TTest.Welch([1, double.PositiveInfinity], [2, 3]).Reason.ShouldBe(NotEstimable.OutOfRange);
        TTest.Paired([1, double.NaN], [2, 1]).Reason.ShouldBe(NotEstimable.TooFewValues);
        AnalysisOfVariance.OneWay([1, 2], [1, 1]).Reason.ShouldBe(NotEstimable.OneGroup);
        AnalysisOfVariance.OneWay([1, 2], [1, 2]).Reason.ShouldBe(NotEstimable.NoResidualDegreesOfFreedom);
        AnalysisOfVariance.OneWay([1, 1, 2, 2], [1, 1, 2, 2]).Reason.ShouldBe(NotEstimable.NoVariation);
        AnalysisOfVariance.Welch([1, 2, 3], [1, 1, 2]).Reason.ShouldBe(NotEstimable.TooFewValues);
        BartlettTest.Of([1, 1, 2, 3], [1, 1, 2, 2]).Reason.ShouldBe(NotEstimable.ZeroVariance);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Should.Throw<ArgumentException>(() => TTest.Paired([1], [])).ParamName.ShouldBe("y");
        Should.Throw<ArgumentException>(() => TTest.Welch([1, 2], [3, 4], level: 0)).ParamName.ShouldBe("level");
        Should.Throw<ArgumentException>(() => AnalysisOfVariance.OneWay([1], [])).ParamName.ShouldBe("groups");
    }
}
