using Refractor.Statistics.Survival.Cox;

namespace Refractor.Statistics.Tests.Survival.Cox;

public class InteractionTestTests
{
    private static readonly bool[] Treated = Array.ConvertAll(SmallCohort.Z, z => z == 1);

    [Fact]
    public void Hazard_ratios_of_the_arms_and_their_ratio_agree_with_R()
    {
        // f <- coxph(Surv(time, status) ~ x * z, d); the treated arm from coef(f)[1] + coef(f)[3] and vcov(f)
        var test = InteractionTest.Run(SmallCohort.FromStart, SmallCohort.X, Treated).Value;
        Math.Log(test.HazardRatioControl).ShouldBe(0.449331235333907, 1e-9);
        Math.Log(test.Ratio).ShouldBe(-1.118819301538292, 1e-9);
        test.HazardRatioTreated.ShouldBe(0.511970605765784, 1e-9);
        test.IntervalTreated.Low.ShouldBe(0.194454168879886, 1e-9);
        test.IntervalTreated.High.ShouldBe(1.347946936175436, 1e-9);
        test.P.Value.ShouldBe(0.109128164744743, 1e-9);
        test.Control.ShouldBe((11, 7));
        test.Treated.ShouldBe((5, 5));
    }

    [Fact]
    public void Exchanging_the_arms_inverts_the_ratio_and_exchanges_the_hazard_ratios()
    {
        var test = InteractionTest.Run(SmallCohort.FromStart, SmallCohort.X, Treated).Value;
        var exchanged = InteractionTest
            .Run(SmallCohort.FromStart, SmallCohort.X, Array.ConvertAll(Treated, t => !t))
            .Value;
        exchanged.Ratio.ShouldBe(1 / test.Ratio, 1e-9);
        exchanged.HazardRatioControl.ShouldBe(test.HazardRatioTreated, 1e-9);
        exchanged.P.Log.ShouldBe(test.P.Log, 1e-8);
    }

    [Fact]
    public void Without_a_control_arm_there_is_no_test()
    {
        var all = Enumerable.Repeat(true, SmallCohort.X.Length).ToArray();
        InteractionTest.Run(SmallCohort.FromStart, SmallCohort.X, all).Reason.ShouldBe(NotEstimable.OneGroup);
        var matrix = FeatureMatrix.Of(1, SmallCohort.X.Length, SmallCohort.X);
        CoxInteractionScreen.Run(matrix, SmallCohort.FromStart, all).Reasons.ShouldBe([NotEstimable.OneGroup]);
    }
}
