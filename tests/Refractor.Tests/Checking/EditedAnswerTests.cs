using System.Text.Json.Nodes;
using Refractor.Checking;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Checking;

/// <summary>Answer files that somebody edited by hand.</summary>
public class EditedAnswerTests
{
    private static readonly string Good = Ran.Of("ask", "Does TUBB3 predict response to taxanes?", "--json").Out;

    [Fact]
    public void The_file_as_written_holds() => Verify(_ => { }).Holds.ShouldBeTrue();

    [Fact]
    public void A_sentence_of_ones_own_does_not_hold() =>
        Verify(a => Claim(a)["text"] = "High TUBB3 cures breast cancer [1].").Holds.ShouldBeFalse();

    [Fact]
    public void A_claim_without_evidence_does_not_hold() =>
        Verify(a => Claim(a)["evidence"] = new JsonArray()).Holds.ShouldBeFalse();

    [Fact]
    public void A_claim_with_evidence_that_does_not_exist_does_not_hold() =>
        Verify(a => Claim(a)["evidence"]!.AsArray().Add("nobody1900-1")).Holds.ShouldBeFalse();

    [Fact]
    public void A_citation_that_is_not_listed_does_not_hold() =>
        Verify(a => Claim(a)["citations"]!.AsArray().Add(99)).Holds.ShouldBeFalse();

    [Fact]
    public void A_better_grade_does_not_hold() => Verify(a => Claim(a)["grade"] = "A").Holds.ShouldBeFalse();

    [Fact]
    public void A_state_of_ones_own_does_not_hold() => Verify(a => Claim(a)["state"] = "proven").Holds.ShouldBeFalse();

    [Fact]
    public void A_reference_to_another_paper_does_not_hold() =>
        Verify(a => a["references"]![0]!["title"] = "Another title").References.ShouldContain(r => r.Fault != null);

    private static JsonNode Claim(JsonNode answer) => answer["sections"]![0]!["claims"]![0]!;

    private static AnswerVerification Verify(Action<JsonNode> edit)
    {
        var answer = JsonNode.Parse(Good)!;
        edit(answer);
        return new AnswerVerifier(RealKnowledge.Pack).Verify(AnswerFile.Parse("answer.json", answer.ToJsonString()));
    }
}
