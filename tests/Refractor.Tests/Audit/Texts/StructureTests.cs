namespace Refractor.Tests.Audit.Texts;

/// <summary>Headings, leads, lists, tables and code.</summary>
public class StructureTests
{
    [Fact]
    public void A_heading_glued_into_a_line_is_cut_before_bold_words()
    {
        const string Text =
            "TP53 is lost. ## Gene Mutations and Alterations **TP53 mutations** are common.[1] It is known. ## RNA Levels **MYC** is high.";
        Read.Headings(Text).ShouldBe(["Gene Mutations and Alterations", "RNA Levels"]);
        Read.Statements(Text).ShouldBe(["TP53 is lost.", "TP53 mutations are common.", "It is known.", "MYC is high."]);
    }

    [Theory]
    [InlineData("## TP53 Mutations TP53 mutations contribute to resistance.", "TP53 Mutations")]
    [InlineData("## BRCA1/BRCA2 Alterations The role of BRCA1 is complex.", "BRCA1/BRCA2 Alterations")]
    [InlineData("## What are the mechanisms of resistance?", "What are the mechanisms of resistance?")]
    [InlineData("## 5. Who benefits, and for how long", "5. Who benefits, and for how long")]
    public void A_heading_ends_where_its_sentence_starts(string text, string heading) =>
        Read.Headings(text).ShouldBe([heading]);

    [Theory]
    [InlineData("- **LOX.** In models, LOX is high.", "LOX.")]
    [InlineData("1. **DNA Repair Genes (e.g., RAD51)**: In models, LOX is high.", "DNA Repair Genes (e.g., RAD51):")]
    [InlineData("- ABCB1: In models, LOX is high.", "ABCB1:")]
    [InlineData("**LOX** – In models, LOX is high.", "LOX –")]
    public void A_lead_is_a_heading_of_its_entry(string text, string lead)
    {
        var read = Read.Text(text);
        read.Statements[0].Plain.ShouldBe(lead);
        read.Statements[0].IsHeading.ShouldBeTrue();
        read.Statements[1].Plain.ShouldBe("In models, LOX is high.");
        read.Statements[1].Headings.Single().ShouldBe(lead.Trim(':', '.', '–', ' '));
    }

    [Fact]
    public void Bold_words_that_go_on_are_no_lead() =>
        Read.Statements("**TP53 mutations** are common. **In culture, cells became sensitive** to drugs.")
            .Length.ShouldBe(2);

    [Fact]
    public void Headings_hold_until_one_of_their_rank()
    {
        var text = Read.Text("# A\n## 1. B\n- **C**: D is high.\n  - E is low.\n- F is low.\n## G\nH is high.");
        text.Statements.Where(s => !s.IsHeading)
            .Select(s => string.Join("/", s.Headings))
            .ShouldBe(["A/B/C", "A/B/C", "A/B", "A/G"]);
    }

    [Fact]
    public void Entries_glued_into_a_line_are_cut() =>
        Read.Statements(
                "Genes show changes: -\n\n**ATM**: It is low.[5] - **PALB2**: It is high.[5] - **FANCA**: It is low."
            )
            .ShouldBe(["Genes show changes:", "It is low.", "It is high.", "It is low."]);

    [Fact]
    public void A_sentence_broken_over_paragraphs_is_one() =>
        Read.Statements(
                "TP53 loss involves a trade-off:\n\n**impaired repair is offset** .[1]\n\nMYC was found in\n\nmost tumours."
            )
            .ShouldBe(["TP53 loss involves a trade-off: impaired repair is offset.", "MYC was found in most tumours."]);

    [Fact]
    public void Rows_are_statements_and_the_head_is_a_heading()
    {
        var text = Read.Text(
            "| Gene | Effect |\n|---|---|\n| ABCB1 | resistance [1] |\n| BCRP | none |\n\nMYC is high."
        );
        text.Statements.Select(s => s.Plain)
            .ShouldBe(["Gene, Effect", "ABCB1, resistance", "BCRP, none", "MYC is high."]);
        text.Statements[0].IsHeading.ShouldBeTrue();
        text.Statements[1].Headings.ShouldBe(["Gene, Effect"]);
        text.Statements[1].Citations.Single().Mark.ShouldBe("1");
        text.Statements[3].Headings.ShouldBeEmpty();
    }

    [Fact]
    public void Code_is_kept_but_is_no_statement()
    {
        Read.Headings("```r\ncoxph(x). Y is high.\n```\nMYC is high.").Single().ShouldContain("coxph");
        Read.Statements("```markdown\nTP53 is lost.\n```").ShouldBe(["TP53 is lost."]);
        Read.Statements("```\nTP53 is lost.").ShouldBe(["TP53 is lost."]);
    }

    [Fact]
    public void Quotes_are_read() => Read.Statements("> TP53 is\n> lost.\n").ShouldBe(["TP53 is lost."]);

    [Fact]
    public void A_bold_line_and_a_plain_title_are_headings() =>
        Read.Headings("**Immune markers**\n\nTILs are high.\n\nDNA repair\n\nATM is low.")
            .ShouldBe(["Immune markers", "DNA repair"]);
}
