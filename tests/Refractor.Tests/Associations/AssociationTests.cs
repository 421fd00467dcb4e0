using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Tests.Associations;

public class AssociationTests
{
    [Fact]
    public void Findings_are_gathered_by_aspect_and_role()
    {
        var associations = Association.Gather([
            An.Item("a2020"),
            An.Item("b2020", state: FeatureState.Mutated, level: Level.DnaVariant),
            An.Item("c2020", relation: Relation.Prognostic),
            An.Item("d2020", state: FeatureState.Low),
        ]);
        associations
            .Select(a => (a.Aspect, a.Role))
            .ShouldBe([
                (Aspect.Amount, EvidenceRole.Response),
                (Aspect.Sequence, EvidenceRole.Response),
                (Aspect.Amount, EvidenceRole.Outcome),
            ]);
        associations[0].Items.Select(i => i.Paper.Key).ShouldBe(["a2020", "d2020"]);
    }

    [Fact]
    public void Every_real_item_is_in_one_association()
    {
        var items = RealKnowledge.Pack.Items;
        var gathered = Association.Gather(items).SelectMany(a => a.Items).ToList();
        gathered.Count.ShouldBe(items.Count);
        gathered.ToHashSet().SetEquals(items).ShouldBeTrue();
    }

    [Fact]
    public void The_grade_is_that_of_the_best_confirmed_finding()
    {
        var secondary = An.Item("b2020", design: Design.Guideline, check: Checked.Secondary);
        Of(An.Item("a2020"), secondary, An.InCells("c2020")).Grade.ShouldBe(EvidenceGrade.C);
        Of(secondary).Grade.ShouldBe(EvidenceGrade.E);
    }

    [Fact]
    public void Utility_is_derived_from_confirmed_findings()
    {
        var utility = Of(
            An.Item("a2020", validation: Validation.External),
            An.InTrial("b2020"),
            An.Item(
                "c2020",
                predictiveDesign: PredictiveDesign.InteractionTested,
                validation: Validation.Prospective,
                check: Checked.Secondary
            )
        ).Utility;
        utility.ShouldBe(
            new ClinicalUtility(EvidenceGrade.B, Conflict: 2, PredictiveDesign: 1, Sources: 2, Validation: 2)
        );
    }

    [Fact]
    public void Utility_knows_how_far_the_sources_agree()
    {
        Agreement(An.Item("a2020"), An.Item("b2020")).ShouldBe(2);
        Agreement(An.Item("a2020")).ShouldBe(1);
        Agreement(An.Item("a2020"), An.Item("b2020", Effect.Sensitivity)).ShouldBe(0);
        Agreement(An.Item("a2020", Effect.NoEffect)).ShouldBe(0);
        Agreement(An.Item("a2020", check: Checked.Secondary)).ShouldBe(0);
    }

    [Theory]
    [InlineData(PredictiveDesign.InteractionTested, 3)]
    [InlineData(PredictiveDesign.RandomisedBothArms, 2)]
    [InlineData(PredictiveDesign.TreatedOnly, 1)]
    [InlineData(PredictiveDesign.UntreatedOnly, 0)]
    [InlineData(PredictiveDesign.NotApplicable, 0)]
    [InlineData(PredictiveDesign.Unknown, 0)]
    public void Utility_ranks_designs_by_whether_they_tell_predictive_from_prognostic(
        PredictiveDesign design,
        int rank
    ) => Of(An.Item(predictiveDesign: design)).Utility.PredictiveDesign.ShouldBe(rank);

    [Fact]
    public void Utility_is_compared_component_by_component()
    {
        ClinicalUtility[] expected =
        [
            new(EvidenceGrade.A, 0, 0, 1, 0),
            new(EvidenceGrade.B, 2, 0, 1, 0),
            new(EvidenceGrade.B, 1, 3, 9, 3),
            new(EvidenceGrade.B, 1, 2, 2, 0),
            new(EvidenceGrade.B, 1, 2, 1, 3),
            new(EvidenceGrade.B, 1, 2, 1, 2),
            new(EvidenceGrade.E, 2, 3, 9, 3),
        ];
        expected.Reverse().Order(ClinicalUtility.StrongestFirst).ShouldBe(expected);
        ClinicalUtility.StrongestFirst.Compare(expected[0], expected[0] with { }).ShouldBe(0);
    }

    private static int Agreement(params EvidenceItem[] items) => Of(items).Utility.Conflict;

    private static Association Of(params EvidenceItem[] items) => Association.Gather(items).ShouldHaveSingleItem();
}
