using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Tests.Associations;

public class ConflictTests
{
    [Fact]
    public void No_findings_are_unconfirmed()
    {
        var verdict = Conflict.Of([]);
        (verdict.State, verdict.Direction, verdict.Sources).ShouldBe(
            (ConflictState.Unconfirmed, Direction.Unstated, 0)
        );
        verdict.Rule.ShouldContain("no confirmed source");
    }

    [Fact]
    public void Two_independent_sources_that_agree_are_concordant()
    {
        var verdict = Conflict.Of([An.Item("a2020"), An.Item("b2020")]);
        (verdict.State, verdict.Direction, verdict.Sources).ShouldBe(
            (ConflictState.ConcordantResistance, Direction.Resistance, 2)
        );
        verdict.Rule.ShouldContain("2 independent sources agree");
        Conflict
            .Of([An.Item("a2020", Effect.Sensitivity), An.Item("b2020", Effect.Sensitivity)])
            .State.ShouldBe(ConflictState.ConcordantSensitivity);
    }

    [Fact]
    public void High_with_resistance_and_low_with_sensitivity_agree() =>
        Conflict
            .Of([An.Item("a2020"), An.Item("b2020", Effect.Sensitivity, FeatureState.Low)])
            .State.ShouldBe(ConflictState.ConcordantResistance);

    [Fact]
    public void High_and_low_with_resistance_do_not_agree() =>
        Conflict
            .Of([An.Item("a2020"), An.Item("b2020", Effect.Resistance, FeatureState.Low)])
            .State.ShouldBe(ConflictState.Contested);

    [Fact]
    public void Only_null_results_are_null_only()
    {
        var verdict = Conflict.Of([An.Item("a2020", Effect.NoEffect), An.Item("b2020", Effect.NoEffect)]);
        (verdict.State, verdict.Direction, verdict.Sources).ShouldBe((ConflictState.NullOnly, Direction.None, 2));
    }

    [Fact]
    public void One_paper_with_two_findings_is_a_single_source()
    {
        var paper = An.Paper("a2020");
        var verdict = Conflict.Of([An.Item(from: paper, id: "a2020-1"), An.Item(from: paper, id: "a2020-2")]);
        (verdict.State, verdict.Direction, verdict.Sources).ShouldBe(
            (ConflictState.SingleSource, Direction.Resistance, 1)
        );
    }

    [Fact]
    public void Two_papers_on_the_same_trial_count_once()
    {
        var verdict = Conflict.Of([Of("a2015", "NCT1"), Of("b2020", "NCT1", "GSE7")]);
        (verdict.State, verdict.Sources).ShouldBe((ConflictState.SingleSource, 1));
        Conflict.Of([Of("a2015", "NCT1"), Of("b2020", "NCT2")]).Sources.ShouldBe(2);
    }

    [Fact]
    public void A_paper_on_two_trials_joins_the_papers_on_either_in_any_order()
    {
        EvidenceItem[] items = [Of("a2015", "NCT1"), Of("b2016", "NCT2"), Of("c2020", "NCT1", "NCT2")];
        foreach (var order in Permutations.Of(items))
            Conflict.Of(order).Sources.ShouldBe(1);
    }

    [Fact]
    public void Opposite_directions_without_moderator_are_contested()
    {
        var verdict = Conflict.Of([An.Item("a2020"), An.Item("b2020", Effect.Sensitivity)]);
        (verdict.State, verdict.Direction, verdict.Sources).ShouldBe((ConflictState.Contested, Direction.Unstated, 2));
        verdict.Rule.ShouldContain("1 source for resistance and 1 source for sensitivity");
        verdict.Rule.ShouldContain("no recorded moderator");
    }

    [Fact]
    public void A_null_result_of_comparable_weight_contests()
    {
        Conflict
            .Of([An.InTrial("a2020"), An.InTrial("b2020", Effect.NoEffect)])
            .State.ShouldBe(ConflictState.Contested);
        Conflict
            .Of([An.InTrial("a2020"), An.Item("b2020", Effect.NoEffect, adjustedFor: ["age"])])
            .State.ShouldBe(ConflictState.Contested);
    }

    [Fact]
    public void A_null_result_of_weaker_design_does_not_contest()
    {
        var verdict = Conflict.Of([An.InTrial("a2020"), An.InTrial("b2020"), An.Item("c2020", Effect.NoEffect)]);
        (verdict.State, verdict.Sources).ShouldBe((ConflictState.ConcordantResistance, 2));
        verdict.Rule.ShouldContain("do not outweigh");
        var single = Conflict.Of([An.InTrial("a2020"), An.Item("c2020", Effect.NoEffect)]);
        (single.State, single.Sources).ShouldBe((ConflictState.SingleSource, 1));
    }

    [Fact]
    public void A_null_result_beside_a_direction_in_the_same_source_does_not_contest()
    {
        var paper = An.Paper("a2020");
        Conflict
            .Of([An.Item(from: paper), An.Item(effect: Effect.NoEffect, from: paper), An.Item("b2020")])
            .State.ShouldBe(ConflictState.ConcordantResistance);
    }

    [Fact]
    public void Models_do_not_overrule_patients()
    {
        var verdict = Conflict.Of([
            An.Item("a2020"),
            An.InCells("b2020", Effect.Sensitivity),
            An.InCells("c2020", Effect.Sensitivity),
        ]);
        (verdict.State, verdict.Direction).ShouldBe((ConflictState.SingleSource, Direction.Resistance));
    }

    [Fact]
    public void Models_decide_where_there_are_no_patients() =>
        Conflict
            .Of([An.InCells("a2020"), An.InCells("b2020"), An.Item("c2020", Effect.Sensitivity, design: Design.Review)])
            .State.ShouldBe(ConflictState.ConcordantResistance);

    [Fact]
    public void A_retracted_paper_does_not_count()
    {
        var gone = An.Item(effect: Effect.Sensitivity, from: An.Paper("gone2010", retracted: true));
        Conflict.Of([An.Item("a2020"), An.Item("b2020"), gone]).State.ShouldBe(ConflictState.ConcordantResistance);
        Conflict.Of([gone]).State.ShouldBe(ConflictState.Unconfirmed);
    }

    [Fact]
    public void What_was_seen_only_through_another_text_is_unconfirmed()
    {
        var secondary = An.Item("a2020", Effect.Sensitivity, check: Checked.Secondary);
        var verdict = Conflict.Of([secondary, An.Item("b2020", Effect.Sensitivity, check: Checked.Secondary)]);
        (verdict.State, verdict.Direction, verdict.Sources).ShouldBe(
            (ConflictState.Unconfirmed, Direction.Sensitivity, 0)
        );
        Conflict.Of([secondary, An.Item("c2020", check: Checked.Secondary)]).Direction.ShouldBe(Direction.Unstated);
        Conflict.Of([secondary, An.Item("c2020")]).State.ShouldBe(ConflictState.SingleSource);
    }

    [Fact]
    public void Mixed_effects_state_no_direction()
    {
        Conflict.Of([An.Item(effect: Effect.Mixed)]).State.ShouldBe(ConflictState.Unconfirmed);
        Conflict.Of([An.Item("a2020", Effect.Mixed), An.Item("b2020")]).State.ShouldBe(ConflictState.SingleSource);
    }

    [Fact]
    public void The_verdict_does_not_depend_on_the_order_of_the_findings()
    {
        var items = new[]
        {
            Of("a2015", "NCT1"),
            Of("b2016", "NCT2"),
            Of("c2020", "NCT1", "NCT2"),
            An.Item("d2020", Effect.Sensitivity, subtype: An.Tnbc),
            An.Item("e2020", Effect.NoEffect),
        };
        Permutations.Of(items).Select(Conflict.Of).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Names_of_states_are_those_of_files() =>
        Enum.GetValues<ConflictState>()
            .Select(Conflict.NameOf)
            .ShouldBe([
                "concordant_resistance",
                "concordant_sensitivity",
                "null_only",
                "context_dependent",
                "contested",
                "single_source",
                "unconfirmed",
            ]);

    private static EvidenceItem Of(string paper, params string[] trials) =>
        An.Item(paper, from: An.Paper(paper, trials: trials));
}
