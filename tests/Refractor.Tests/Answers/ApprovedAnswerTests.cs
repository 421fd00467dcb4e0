using Refractor.Cli;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Answers;

/// <summary>Answers to questions of different kinds as a reader sees them.</summary>
public class ApprovedAnswerTests
{
    [Theory]
    [InlineData("feature", "Is ABCB1 expression linked to response to anthracyclines?")]
    [InlineData("therapy", "What predicts radiotherapy resistance in TNBC?")]
    [InlineData("level", "Which miRNAs are associated with tamoxifen resistance?")]
    [InlineData("cross", "Which changes make a tumour resist both chemotherapy and radiotherapy?")]
    [InlineData("rank", "Which markers have the strongest evidence for clinical use?")]
    [InlineData("conflict", "Is TP53 mutation good or bad for anthracyclines?")]
    [InlineData("negative", "Which markers failed to predict taxane response?")]
    [InlineData("count", "How many papers are about tamoxifen?")]
    [InlineData("comparison", "TP53 in ER-positive versus triple-negative disease")]
    [InlineData("alias", "Does P-gp protein matter for docetaxel?")]
    [InlineData("false_premise", "Why does PIK3CA mutation make tumours sensitive to HER2-targeted therapy?")]
    public void An_answer_reads_as_approved(string kind, string question)
    {
        var ran = Ran.Of("ask", question, "--markdown");
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
        Approved.Check(ran.Stable, $"Answers/{kind}.md");
    }

    [Fact]
    public void Silence_reads_as_approved()
    {
        var ran = Ran.Of("ask", "Does BRAF mutation predict resistance to vinorelbine in breast cancer?", "--markdown");
        ran.Code.ShouldBe(ExitCode.NotAnswered, ran.Error);
        Approved.Check(ran.Stable, "Answers/unanswerable.md");
    }
}
