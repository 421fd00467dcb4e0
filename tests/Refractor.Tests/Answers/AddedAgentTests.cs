using Refractor.Answers;

namespace Refractor.Tests.Answers;

/// <summary>What an answer on a therapy tells of combinations with another agent.</summary>
public class AddedAgentTests
{
    private const string Title = "When another agent is added";

    [Fact]
    public void What_holds_for_a_therapy_alone_is_told_apart_from_the_combination_that_puts_it_in_doubt()
    {
        var answer = new AnswerEngine(RealKnowledge.Pack).Ask("Does miR-21 predict response to chemotherapy?");

        var alone = answer.Sections.Single(s => s.Title == "Evidence").Claims[0];
        alone.State.ShouldBe("concordant_resistance");
        alone.Evidence.ShouldAllBe(id => !IsWithTrastuzumab(id));
        var together = answer.Sections.Single(s => s.Title == Title).Claims.ShouldHaveSingleItem();
        together.State.ShouldBe("contested");
        together.Evidence.ShouldContain(id => IsWithTrastuzumab(id));
        together.Evidence.ShouldContain(id => !IsWithTrastuzumab(id));
    }

    [Fact]
    public void A_marker_is_named_only_where_the_combination_puts_it_in_doubt() =>
        AskedQuestions
            .All.SelectMany(a => a.Answer.Sections)
            .Where(s => s.Title == Title)
            .SelectMany(s => s.Claims)
            .ShouldAllBe(c => c.State == "contested" || c.State == "context_dependent");

    [Fact]
    public void A_question_on_the_added_agent_itself_has_no_such_section() =>
        new AnswerEngine(RealKnowledge.Pack)
            .Ask("Does miR-21 predict response to trastuzumab?")
            .Sections.ShouldAllBe(s => s.Title != Title);

    private static bool IsWithTrastuzumab(string id) =>
        RealKnowledge.Pack.FindItem(id)!.Therapies.Any(t => t.Name == "trastuzumab");
}
