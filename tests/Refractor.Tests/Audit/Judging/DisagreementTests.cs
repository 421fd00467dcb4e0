using Refractor.Audit;

namespace Refractor.Tests.Audit.Judging;

/// <summary>Statements that cannot both hold.</summary>
public class DisagreementTests
{
    private const string High = "High Ki-67 went with more pathologic complete responses to neoadjuvant chemotherapy.";
    private const string Low = "High Ki-67 made pCR after neoadjuvant chemotherapy less likely.";

    [Fact]
    public void Two_statements_of_one_text_that_disagree_are_reported()
    {
        var pair = Audited.Text(High + "\n\n" + Low).Disagreements.ShouldHaveSingleItem();
        pair.A.Source.Plain.ShouldBe(High);
        pair.B.Source.Plain.ShouldBe(Low);
        pair.Reason.ShouldStartWith("MKI67: ");
    }

    [Fact]
    public void Statements_of_two_texts_are_compared_too()
    {
        var report = Audited.Engine.Audit([new AuditText("a.md", High), new AuditText("b.md", Low)]);
        var pair = report.Disagreements.ShouldHaveSingleItem();
        (pair.FileA, pair.FileB).ShouldBe(("a.md", "b.md"));
    }

    [Theory]
    [InlineData(High + "\n\n" + High)]
    [InlineData("PTEN loss went with resistance to trastuzumab.\n\nPTEN loss went with sensitivity to olaparib.")]
    [InlineData("High TILs went with more pCR in triple-negative disease but not in luminal disease.")]
    public void Agreement_and_other_therapies_or_populations_are_no_disagreement(string text) =>
        Audited.Text(text).Disagreements.ShouldBeEmpty();
}
