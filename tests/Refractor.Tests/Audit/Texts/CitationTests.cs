namespace Refractor.Tests.Audit.Texts;

/// <summary>Which citations stand for which statement.</summary>
public class CitationTests
{
    private const string List =
        "\n\n## References\n1. Burger H, et al. MDR1 in breast cancer tumours. J Test. 2003.\n2. Post AEM, et al. ISG in breast cancer cells. J Test. 2018.\n3. Wein L, Loi S. Resistance of early cancer. J Test. 2017. doi:10.1000/xyz.";

    [Theory]
    [InlineData("MDR1 is high.[1]", "MDR1 is high. ← 1")]
    [InlineData("MDR1 is high. [1] BCRP is low.", "MDR1 is high. ← 1", "BCRP is low. ← ")]
    [InlineData("MDR1 is high[1][2].", "MDR1 is high ← 1, 2")]
    [InlineData("MDR1 is high [1, 3].", "MDR1 is high ← 1, 3")]
    [InlineData("MDR1 is high [1]–[3].", "MDR1 is high ← 1, 2, 3")]
    [InlineData("MDR1 is high [1-3].", "MDR1 is high ← 1, 2, 3")]
    [InlineData("MDR1 is high [1–3].", "MDR1 is high ← 1, 2, 3")]
    [InlineData("MDR1 is high [1-99999].", "MDR1 is high ← 1-99999")]
    [InlineData("MDR1 is high.¹", "MDR1 is high. ← 1")]
    [InlineData("MDR1 is high<sup>1,2</sup>.", "MDR1 is high ← 1, 2")]
    [InlineData("MDR1 is high (2).", "MDR1 is high ← 2")]
    [InlineData("MDR1 is high (7).", "MDR1 is high (7). ← ")]
    [InlineData("MDR1 is high (95% CI [1, 3]).", "MDR1 is high (95% CI [1, 3]). ← ")]
    [InlineData("MDR1 is high 【1†source】.", "MDR1 is high ← 1")]
    [InlineData("MDR1 is high (doi:10.1000/xyz).", "MDR1 is high ← 10.1000/xyz")]
    [InlineData("MDR1 is high (PMID: 12618500).", "MDR1 is high ← PMID 12618500")]
    [InlineData("MDR1 is high ([link](https://doi.org/10.1000/xyz)).", "MDR1 is high (link) ← 10.1000/xyz")]
    public void Marks_are_read(string text, params string[] cited) => Read.Cited(text + List).ShouldBe(cited);

    [Theory]
    [InlineData("MDR1 is high (Burger et al., 2003).", "MDR1 is high ← Burger et al., 2003")]
    [InlineData(
        "MDR1 is high (Burger et al. 2003; Post et al., 2018).",
        "MDR1 is high ← Burger et al., 2003, Post et al., 2018"
    )]
    [InlineData("MDR1 is high (Wein and Loi, 2017).", "MDR1 is high ← Wein and Loi, 2017")]
    [InlineData("MDR1 is high (HR 0.5; Burger et al., 2003).", "MDR1 is high (HR 0.5) ← Burger et al., 2003")]
    [InlineData(
        "Burger et al. (2003) found that MDR1 is high.",
        "Burger et al. found that MDR1 is high. ← Burger et al., 2003"
    )]
    [InlineData("MDR1 is high (since March 2003).", "MDR1 is high (since March 2003). ← ")]
    public void Authors_and_years_are_read(string text, string cited) => Read.Cited(text + List).ShouldBe([cited]);

    [Fact]
    public void A_mark_leads_to_its_entry()
    {
        var text = Read.Text("MDR1 is high (Burger et al., 2003; Bidard et al., 2022b).[3][9]" + List);
        text.Statements[0].Citations.Select(c => c.Reference?.Key).ShouldBe(["1", null, "3", null]);
        text.Statements[0].Citations[2].Start.ShouldBe(text.Original.IndexOf("3]", StringComparison.Ordinal));
    }

    [Fact]
    public void Letters_tell_papers_of_one_year_apart()
    {
        var text = Read.Text(
            "A is high (Bidard et al., 2022b).\n\n## References\n- Bidard FC, et al. (2022a). First title of four words. J Test.\n- Bidard FC, et al. (2022b). Second title of four words. J Test."
        );
        text.References.Select(r => r.Key).ShouldBe(["Bidard 2022a", "Bidard 2022b"]);
        text.Statements[0].Citations.Single().Reference.ShouldBe(text.References[1]);
    }

    [Fact]
    public void Notes_lead_to_their_definitions()
    {
        var text = Read.Text(
            "MDR1 is high.[^a]\n\n[^a]: Burger H, et al. MDR1 in breast cancer tumours. J Test. 2003.\n"
        );
        text.Statements.Single().Citations.Single().Reference.ShouldBe(text.References.Single());
    }

    [Fact]
    public void A_mark_at_the_end_stands_for_the_parts_without_one() =>
        Read.Cited("MYC is high, whereas PTEN is low, but TP53 is lost.[1]")
            .ShouldBe(["MYC is high ← 1", "PTEN is low ← 1", "TP53 is lost. ← 1"]);

    [Fact]
    public void A_part_with_its_own_mark_keeps_it() =>
        Read.Cited(
                "22 of 39 patients had a mutation at progression (Fribbens et al., 2018), detectable a median of 6.7 months earlier (Costa et al., 2020)."
            )
            .ShouldBe([
                "22 of 39 patients had a mutation at progression ← Fribbens et al., 2018",
                "detectable a median of 6.7 months earlier ← Costa et al., 2020",
            ]);

    [Fact]
    public void Marks_moved_behind_the_next_words_go_back() =>
        Read.Cited(
                "**HOTAIR** is raised in cells, while[15][13] **LINP1** acts as a suppressor.[14] ORAI3 marks tumours and is high, while the transporter[7] **SLC7A5** shows more.[8]"
            )
            .ShouldBe([
                "HOTAIR is raised in cells ← 15, 13",
                "LINP1 acts as a suppressor. ← 14",
                "ORAI3 marks tumours and is high ← 7",
                "the transporter SLC7A5 shows more. ← 8",
            ]);
}
