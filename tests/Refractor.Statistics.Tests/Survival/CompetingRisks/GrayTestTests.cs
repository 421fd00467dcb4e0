using Refractor.Statistics.Survival.CompetingRisks;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Survival.CompetingRisks;

public class GrayTestTests
{
    // 24 patients of three groups and two strata, with ties.
    private static readonly CompetingTimes Times = CompetingTimes.Of(
        [3, 5, 5, 2, 8, 8, 1, 4, 4, 4, 9, 7, 6, 6, 2, 3, 3, 5, 8, 1, 7, 9, 2, 6],
        [1, 1, 0, 2, 1, 2, 1, 1, 2, 0, 0, 1, 1, 2, 1, 0, 1, 2, 1, 2, 0, 1, 1, 1]
    );

    private static readonly int[] Groups = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2];
    private static readonly int[] Strata = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];

    [Fact]
    public void Tests_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("survival/expected_gray.tsv").Rows)
        {
            var test = GrayTest.Of(CompetingData.Times, row.Integer("cause"), CompetingData.Groups).Value;
            agreement.Check(row.Place, test.ChiSquared, row.Number("stat"), 1e-10);
            agreement.CheckP(row.Place, test.P, row.Number("p"), 1e-10);
            agreement.CheckEqual(row.Place, test.DegreesOfFreedom, row.Integer("df"));
        }
        agreement.Verify();
    }

    // R 4.2.2, cmprsk 2.2-11: cuminc(time, cause, group, strata, rho)$Tests
    [Theory]
    [InlineData(1, false, 0, 0.80873771965638974)]
    [InlineData(2, false, 0, 0.96821770057762313)]
    [InlineData(1, true, 0, 0.67784955989690143)]
    [InlineData(1, true, 1, 0.43170795834739817)]
    public void Three_groups_with_strata_and_weights_agree_with_R(
        int cause,
        bool strata,
        double rho,
        double expected
    ) => GrayTest.Of(Times, cause, Groups, strata ? Strata : [], rho).Value.ChiSquared.ShouldBe(expected, 1e-10);

    [Fact]
    public void Groups_swapped_turn_the_sign_of_z_alone()
    {
        var test = GrayTest.Of(CompetingData.Times, 1, CompetingData.Groups).Value;
        var swapped = GrayTest.Of(CompetingData.Times, 1, Array.ConvertAll(CompetingData.Groups, g => 1 - g)).Value;
        swapped.Z.ShouldBe(-test.Z, 1e-12);
        swapped.ChiSquared.ShouldBe(test.ChiSquared, 1e-12);
    }

    [Fact]
    public void What_cannot_be_tested_carries_its_reason()
    {
        var times = CompetingTimes.Of([1, 2, 3], [1, 0, 1]);
        GrayTest.Of(times, 1, [0, 0, -1]).Reason.ShouldBe(NotEstimable.OneGroup);
        GrayTest.Of(times, 2, [0, 1, 1]).Reason.ShouldBe(NotEstimable.NoEvents);
        GrayTest.Of(CompetingTimes.Of([1, 1], [1, 1]), 1, [0, 1]).Reason.ShouldBe(NotEstimable.ZeroVariance);
        Should.Throw<ArgumentException>(() => GrayTest.Of(times, 0, [0, 1, 1])).ParamName.ShouldBe("cause");
    }
}
