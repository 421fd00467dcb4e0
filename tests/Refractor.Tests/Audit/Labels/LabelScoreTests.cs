using Refractor.Audit;
using Refractor.Benchmarks.Audit.Labels;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Audit.Labels;

public class LabelScoreTests
{
    private const string Text = "High A went with pCR. Low B did not.";

    private const string Labels = """
        - n: 1
          text: "High A went with pCR."
          verdict: supported
          accept: [partly_supported]
          damage: none
          reason: "as found"
        - n: 2
          text: "Low B did not."
          verdict: contradicted
          damage: direction
          reason: "it did"
        """;

    [Fact]
    public void A_label_is_matched_to_the_statement_that_overlaps_it_most()
    {
        var scores = Scores((0, 18, AuditVerdict.PartlySupported), (18, 18, AuditVerdict.Uncited));
        scores.Select(s => s.Got).ShouldBe([AuditVerdict.PartlySupported, AuditVerdict.Uncited]);
        scores.Select(s => s.Agrees).ShouldBe([true, false]);
        scores[1].IsCaught.ShouldBeFalse();
    }

    [Fact]
    public void An_accepted_verdict_is_no_false_alarm_and_another_is()
    {
        Scores((0, 21, AuditVerdict.PartlySupported))[0].IsFalseAlarm.ShouldBeFalse();
        Scores((0, 21, AuditVerdict.Overclaim))[0].IsFalseAlarm.ShouldBeTrue();
    }

    [Fact]
    public void A_label_without_statement_counts_as_not_checkable() =>
        Scores()[0].Got.ShouldBe(AuditVerdict.NotCheckable);

    [Fact]
    public void A_label_that_is_no_part_of_its_text_is_an_error()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "Something else.");
        var texts = LabelledText.ReadFolder(folder.Root);
        Should
            .Throw<InvalidDataException>(() => LabelScore.Of(texts, Report.Of("a.md", "Something else.")))
            .Message.ShouldContain("label 1");
    }

    private static IReadOnlyList<LabelScore> Scores(params (int, int, AuditVerdict)[] statements)
    {
        using var folder = new TemporaryFolder();
        Write(folder, Text);
        return LabelScore.Of(LabelledText.ReadFolder(folder.Root), Report.Of("a.md", Text, statements));
    }

    private static void Write(TemporaryFolder folder, string text)
    {
        File.WriteAllText(Path.Combine(folder.Root, "a.md"), text);
        File.WriteAllText(Path.Combine(folder.Root, "a.labels.yaml"), Labels);
    }
}
