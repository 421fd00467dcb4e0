using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.LogRank;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Survival.LogRank;

public class LogRankTestTests
{
    [Fact]
    public void Tests_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("survival/expected_logrank.tsv").Rows)
        {
            var data = SurvivalData.Of(row["set"]);
            var terms = row["formula"].Split(" + ");
            var strata = terms.Length > 1 ? data.Groups(terms[1]["strata(".Length..^1]).Numbers : [];
            var estimate = LogRankTest.Of(data.Times, data.Groups(terms[0]).Numbers, strata, row.Number("rho"));
            agreement.CheckEqual(row.Place, estimate.IsEstimable, !double.IsNaN(row.Number("p")));
            if (!estimate.IsEstimable)
                continue;
            var test = estimate.Value;
            agreement.Check(row.Place, test.ChiSquared, row.Number("chisq"), 1e-10);
            agreement.CheckP(row.Place, test.P, row.Number("p"), 1e-9);
            agreement.CheckEqual(row.Place, test.Groups.Length, row.Integer("groups"));
            foreach (var (group, k) in test.Groups.Select((g, k) => (g, k)))
            {
                agreement.Check(row.Place, group.Observed, row.List("observed")[k], 1e-12);
                agreement.Check(row.Place, group.Expected, row.List("expected")[k], 1e-10);
            }
        }
        agreement.Verify();
    }

    [Fact]
    public void Groups_swapped_turn_the_sign_of_z_alone()
    {
        var data = SurvivalData.Of("ties");
        var groups = data.Groups("z").Numbers;
        var test = LogRankTest.Of(data.Times, groups).Value;
        var swapped = LogRankTest.Of(data.Times, Array.ConvertAll(groups, g => 1 - g)).Value;
        swapped.Z.ShouldBe(-test.Z, 1e-13);
        swapped.ChiSquared.ShouldBe(test.ChiSquared, 1e-13);
        Math.Sign(test.Z).ShouldBe(Math.Sign(test.Groups[1].Observed - test.Groups[1].Expected));
    }

    // R 4.2.2: coxph(Surv(start, stop, event) ~ group, ties = "exact")$score
    [Fact]
    public void Late_entry_agrees_with_the_score_test_of_the_exact_partial_likelihood()
    {
        double[] stops = [3, 5, 6, 7, 5, 8, 9, 4, 10, 5];
        double[] status = [1, 1, 0, 1, 1, 1, 0, 0, 1, 1];
        int[] groups = [0, 1, 0, 1, 0, 1, 1, 0, 0, 1];
        var late = SurvivalTimes.Between([0, 0, 2, 1, 0, 3, 4, 0, 5, 2], stops, status);
        LogRankTest.Of(late, groups).Value.ChiSquared.ShouldBe(0.00013335111348180409, 1e-10);
        LogRankTest.Of(SurvivalTimes.Of(stops, status), groups).Value.ChiSquared.ShouldBe(0.037353255069370386, 1e-10);
    }

    [Fact]
    public void Every_pair_of_groups_is_tested_on_its_own_patients()
    {
        var data = SurvivalData.Of("gbsg");
        var (groups, _) = data.Groups("grade");
        var pairs = LogRankTest.Pairwise(data.Times, groups);
        pairs.Select(p => (p.First, p.Second)).ShouldBe([(0, 1), (0, 2), (1, 2)]);
        var alone = LogRankTest.Of(data.Times.Where([.. groups.Select(g => g != 1)]), groups).Value;
        pairs[1].Test.Value.ChiSquared.ShouldBe(alone.ChiSquared);
    }

    [Fact]
    public void What_cannot_be_tested_carries_its_reason()
    {
        var times = SurvivalTimes.Of([1, 2, 3], [true, false, true]);
        LogRankTest.Of(times, [0, 0, 0]).Reason.ShouldBe(NotEstimable.OneGroup);
        LogRankTest.Of(times, [0, 0, -1]).Reason.ShouldBe(NotEstimable.OneGroup);
        LogRankTest.Of(times, [-1, -1, -1]).Reason.ShouldBe(NotEstimable.TooFewValues);
        LogRankTest.Of(SurvivalTimes.Of([1, 2], [false, false]), [0, 1]).Reason.ShouldBe(NotEstimable.NoEvents);
        LogRankTest.Of(SurvivalTimes.Of([1, 1], [true, true]), [0, 1]).Reason.ShouldBe(NotEstimable.ZeroVariance);
    }

    [Fact]
    public void Wrong_arguments_are_named() =>
        Should
            .Throw<ArgumentException>(() => LogRankTest.Of(SurvivalTimes.Of([1, 2], [true, true]), [0]))
            .Message.ShouldStartWith("1 values for 2 patients.");
}
