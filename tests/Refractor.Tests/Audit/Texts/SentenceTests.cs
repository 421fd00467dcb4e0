namespace Refractor.Tests.Audit.Texts;

/// <summary>Where one sentence ends and the next starts.</summary>
public class SentenceTests
{
    [Theory]
    [InlineData("Burger et al. found that MDR1 is high.")]
    [InlineData("Drug efflux (e.g. by ABCB1) is high, cf. Fig. 2 and Dr. Look.")]
    [InlineData("MDR1 vs. BCRP was tested in approx. 40 patients.")]
    [InlineData("Response was poor (17% vs. 68%, p = 0.005).")]
    [InlineData("Survival was 19.98 months with p.Y537S in version 2.1.")]
    [InlineData("Cells were grown as described by J. A. Foekens and H. Burger.")]
    [InlineData("Plasmids were grown in E. coli Bacteria.")]
    [InlineData("ER+ tumours and HER2-negative tumours are alike.")]
    [InlineData("See p. 5 and no. 7 for what is known.")]
    public void Full_stops_within_a_sentence_do_not_end_it(string text) => Read.Statements(text).ShouldBe([text]);

    [Fact]
    public void A_single_letter_that_names_a_kind_ends_its_sentence() =>
        Read.Statements("Benefit was seen in luminal A. It was less in luminal A and B. Patients did well.")
            .Length.ShouldBe(3);

    [Fact]
    public void A_gene_in_small_letters_starts_a_sentence() =>
        Read.Statements("TP53 is lost. miR-21 is high. p53 is low. The rest is known.").Length.ShouldBe(4);

    [Fact]
    public void Sentences_glued_together_are_cut() =>
        Read.Statements("DNA repair is offset by apoptosis.However the role is complex.").Length.ShouldBe(2);

    [Fact]
    public void Full_stops_in_brackets_do_not_end_a_sentence() =>
        Read.Statements("TP53 is lost (see above. It was said.) in most tumours.").Length.ShouldBe(1);

    [Fact]
    public void Split_words_are_joined_and_stray_spaces_dropped() =>
        Read.Statements("Let- 7 and FOS lead to cross- resistance in BRCA2- deficient tumours .")
            .ShouldBe(["Let-7 and FOS lead to cross-resistance in BRCA2-deficient tumours."]);

    [Fact]
    public void A_hyphen_before_and_or_after_a_receptor_is_kept_apart() =>
        Read.Statements("Chemo- and radiotherapy are used in HER2- tumours.")
            .ShouldBe(["Chemo- and radiotherapy are used in HER2- tumours."]);

    [Fact]
    public void Markup_and_invisible_characters_are_left_out() =>
        Read.Statements(
                "**T\u200bP53** is\u00a0*lo\u00adst* in `MCF-7`, see [the paper](https://example.org/a), T<sub>1</sub> &amp; T2."
            )
            .ShouldBe(["TP53 is lost in MCF-7, see the paper, T1 & T2."]);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Lines_are_counted_at_every_kind_of_break(string newLine)
    {
        var statements = Read.Text($"# Title{newLine}{newLine}  TP53 is lost. ABCB1{newLine}is high.").Statements;
        statements.Select(s => (s.Line, s.Column)).ShouldBe([(1, 3), (3, 3), (3, 17)]);
        statements[2].Plain.ShouldBe("ABCB1 is high.");
    }
}
