namespace Refractor.Tests.Audit.Texts;

/// <summary>Where a sentence is cut into parts that are judged by themselves.</summary>
public class ClauseTests
{
    [Theory]
    [InlineData("MYC is amplified, whereas PTEN is lost.", "MYC is amplified", "PTEN is lost.")]
    [InlineData("MYC is amplified, but PTEN is lost.", "MYC is amplified", "PTEN is lost.")]
    [InlineData("While MYC is amplified, PTEN is lost.", "MYC is amplified", "PTEN is lost.")]
    [InlineData(
        "The role is complex—while MYC is amplified, PTEN is lost.",
        "The role is complex",
        "MYC is amplified",
        "PTEN is lost."
    )]
    [InlineData("LOX is high; its loss restores response.", "LOX is high", "its loss restores response.")]
    [InlineData("LOX was high (HR 2), and it did so twice.", "LOX was high (HR 2)", "it did so twice.")]
    [InlineData("LOX was high, which means it predicts relapse.", "LOX was high", "it predicts relapse.")]
    [InlineData(
        "It helped altered tumours, with no benefit in others.",
        "It helped altered tumours",
        "with no benefit in others."
    )]
    [InlineData("miR-21 is up and miR-22 is down in tissues.", "miR-21 is up", "miR-22 is down in tissues.")]
    public void A_clause_with_its_own_verb_is_a_part(string text, params string[] parts) =>
        Read.Statements(text).ShouldBe(parts);

    [Theory]
    [InlineData("LYN, LY96, and ANXA1 are upregulated.")]
    [InlineData("Genes show a pattern: LYN, LY96, and ANXA1 are upregulated.")]
    [InlineData("Genes involved in EMT, such as TWIST, SNAIL, and ZEB1, are often upregulated.")]
    [InlineData("CYP3A4 is upregulated in resistant groups, and may contribute to resistance.")]
    [InlineData("FAT1 loss was found with resistance and raised CDK6.")]
    [InlineData("Tau went with fewer pCRs in TNBC but not in HER2-positive disease.")]
    [InlineData("The drug stays out of the brain, which leaves a sanctuary.")]
    [InlineData("Whether HER2 should guide use, and what makes tumours resist, has been debated.")]
    [InlineData("MDR1 is high (ABCB1 is known; it is a pump, and it exports drugs).")]
    public void What_has_no_verb_of_its_own_stays(string text) => Read.Statements(text).ShouldBe([text]);

    [Fact]
    public void Parts_of_a_sentence_share_its_number()
    {
        var statements = Read.Text("MYC is amplified, whereas PTEN is lost. TP53 is mutated.").Statements;
        statements.Select(s => s.Sentence).ShouldBe([0, 0, 1]);
        statements.Select(s => s.Paragraph).ShouldBe([0, 0, 0]);
        statements[1].Text.ShouldBe("PTEN is lost.");
    }
}
