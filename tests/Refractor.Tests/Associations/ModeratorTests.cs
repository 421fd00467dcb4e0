using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Tests.Associations;

public class ModeratorTests
{
    public static TheoryData<string> Names => ["subtype", "setting", "agent", "level", "endpoint", "timing"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_moderator_is_found_when_a_stratum_rests_on_two_sources(string name)
    {
        var verdict = Conflict.Of([InOne(name, "a2020"), InOne(name, "b2020"), InOther(name, "c2020")]);
        (verdict.State, verdict.Moderator).ShouldBe((ConflictState.ContextDependent, name));
        verdict.Rule.ShouldContain($"separated by {name}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_moderator_is_found_when_one_source_shows_both_strata(string name)
    {
        var paper = An.Paper("a2020");
        Conflict.Of([InOne(name, "a2020", paper), InOther(name, "a2020", paper)]).Moderator.ShouldBe(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_source_in_each_stratum_is_not_credible(string name)
    {
        var verdict = Conflict.Of([InOne(name, "a2020"), InOther(name, "b2020")]);
        (verdict.State, verdict.Moderator).ShouldBe((ConflictState.Contested, null));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stratum_that_disagrees_within_is_no_explanation(string name) =>
        Conflict
            .Of([
                InOne(name, "a2020"),
                InOne(name, "b2020"),
                InOther(name, "c2020"),
                InOther(name, "d2020", effect: Effect.Resistance),
            ])
            .State.ShouldBe(ConflictState.Contested);

    [Fact]
    public void Two_papers_on_one_trial_do_not_make_a_stratum_credible()
    {
        var a = An.Item("a2020", subtype: An.Tnbc, from: An.Paper("a2020", trials: "NCT1"));
        var b = An.Item("b2020", subtype: An.Tnbc, from: An.Paper("b2020", trials: "NCT1"));
        Conflict
            .Of([a, b, An.Item("c2020", Effect.Sensitivity, subtype: An.LuminalSubtype)])
            .State.ShouldBe(ConflictState.Contested);
    }

    [Fact]
    public void A_finding_without_recorded_subtype_rules_the_subtype_out() =>
        Conflict
            .Of([InOne("subtype", "a2020"), InOne("subtype", "b2020"), InOther("subtype", "c2020"), An.Item("d2020")])
            .State.ShouldBe(ConflictState.Contested);

    [Fact]
    public void Any_subtype_is_no_stratum()
    {
        var any = new Subtype { Name = "any", Label = "any subtype" };
        Conflict
            .Of([
                InOne("subtype", "a2020"),
                InOne("subtype", "b2020"),
                An.Item("c2020", Effect.Sensitivity, subtype: any),
            ])
            .State.ShouldBe(ConflictState.Contested);
    }

    [Fact]
    public void The_first_of_two_moderators_is_named()
    {
        EvidenceItem[] items =
        [
            An.Item("a2020", subtype: An.Tnbc, endpoint: "pCR"),
            An.Item("b2020", subtype: An.Tnbc, endpoint: "pCR"),
            An.Item("c2020", Effect.Sensitivity, subtype: An.LuminalSubtype, endpoint: "OS"),
        ];
        Conflict.Of(items).Moderator.ShouldBe("subtype");
    }

    [Fact]
    public void A_null_result_in_another_stratum_is_context_too() =>
        Conflict
            .Of([
                InOne("subtype", "a2020"),
                InOne("subtype", "b2020"),
                InOther("subtype", "c2020", effect: Effect.NoEffect),
            ])
            .Moderator.ShouldBe("subtype");

    private static EvidenceItem InOne(string moderator, string paper, Paper? from = null) =>
        moderator == "subtype" ? An.Item(paper, subtype: An.Tnbc, from: from) : An.Item(paper, from: from);

    private static EvidenceItem InOther(
        string moderator,
        string paper,
        Paper? from = null,
        Effect effect = Effect.Sensitivity
    ) =>
        moderator switch
        {
            "subtype" => An.Item(paper, effect, subtype: An.LuminalSubtype, from: from),
            "setting" => An.Item(paper, effect, setting: Setting.Metastatic, from: from),
            "agent" => An.Item(paper, effect, therapy: An.Doxorubicin, from: from),
            "level" => An.Item(paper, effect, level: Level.ProteinExpression, from: from),
            "endpoint" => An.Item(paper, effect, endpoint: "OS", from: from),
            _ => An.Item(paper, effect, timing: Timing.Relapse, from: from),
        };
}
