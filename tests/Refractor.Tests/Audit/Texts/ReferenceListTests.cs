namespace Refractor.Tests.Audit.Texts;

/// <summary>Reference lists and what their entries say.</summary>
public class ReferenceListTests
{
    [Theory]
    [InlineData(
        "Liu Z, Gao J, et al. Altered repair in resistant breast tumours. Biomolecules. 2022;12(12):1834. doi:10.3390/x1.",
        "Liu"
    )]
    [InlineData(
        "Altered repair in resistant breast tumours. Liu Z, Gao J, et al. Biomolecules. 2022;12(12):1834. doi:10.3390/x1.",
        "Liu"
    )]
    [InlineData(
        "Altered repair in resistant breast tumours. Xia F , Ma R. Biomolecules. 2022;12. doi: 10.3390/x1",
        "Xia"
    )]
    [InlineData(
        "O'Leary B, et al. (2022). Altered repair in resistant breast tumours. Biomolecules. https://doi.org/10.3390/x1",
        "O'Leary"
    )]
    [InlineData(
        "van de Vijver, M. J., & Foekens, J. A. (2022). Altered repair in resistant breast tumours. *Biomolecules*, 9(2), 827–836. https://dx.doi.org/10.3390/x1",
        "van de Vijver"
    )]
    [InlineData(
        "J. A. Guevara-Nieto, H. Burger. Altered repair in resistant breast tumours. Biomolecules, 2022. 10.3390/x1",
        "Guevara-Nieto"
    )]
    public void Forms_of_entries_are_read(string entry, string author)
    {
        var read = Read.Entry(entry);
        read.FirstAuthor.ShouldBe(author);
        read.Title.ShouldBe("Altered repair in resistant breast tumours");
        read.Year.ShouldBe(2022);
        read.Doi.ShouldBe("10.3390/x1");
        read.Key.ShouldBe("1");
    }

    [Theory]
    [InlineData("https://doi.org/10.1016/S1470-2045(22)00555-1.", "10.1016/S1470-2045(22)00555-1")]
    [InlineData("(doi:10.1000/xyz)", "10.1000/xyz")]
    [InlineData("doi:10.1200/JCO.2022.40.16_suppl.e12538.", "10.1200/JCO.2022.40.16_suppl.e12538")]
    [InlineData("[10.1000/xyz](https://doi.org/10.1000/xyz)", "10.1000/xyz")]
    public void A_DOI_is_taken_without_closing_punctuation(string written, string doi) =>
        Read.Entry($"Wein L. Resistance of early breast cancer. Breast. 2017. {written}").Doi.ShouldBe(doi);

    [Fact]
    public void A_PubMed_number_is_read() =>
        Read.Entry("Osborne CK, et al. (2003). Role of the coactivator. J Natl Cancer Inst. PMID: 12618500")
            .Pmid.ShouldBe("12618500");

    [Fact]
    public void An_entry_that_names_only_a_journal_has_no_title()
    {
        Read.Entry("npj Breast Cancer. 2022. doi:10.1038/x").Title.ShouldBeNull();
        Read.Entry("Pontolillo L, et al. (2023). Cancer Discov. https://doi.org/10.1158/x").Title.ShouldBeNull();
    }

    [Fact]
    public void Entries_on_one_line_are_counted_off_and_a_page_number_is_none()
    {
        var text = Read.Text(
            "TP53 is lost.[2] ### References 1. Type 2. Diabetes and breast cancer today. Xia F. J Test. 2002;12(4):296. doi:10.1/x.1. 2. The role of P53 in cancer. Liu Z. J Test. 2022. 3."
        );
        text.References.Select(r => r.FirstAuthor).ShouldBe(["Xia", "Liu"]);
        text.Statements[0].Citations.Single().Reference.ShouldBe(text.References[1]);
        text.Statements[^1].ShouldSatisfyAllConditions(s => s.Plain.ShouldBe("3"), s => s.IsHeading.ShouldBeTrue());
    }

    [Theory]
    [InlineData("**References**")]
    [InlineData("References:")]
    [InlineData("## Works cited")]
    [InlineData("# Bibliography")]
    [InlineData("Sources")]
    public void A_list_follows_its_heading(string heading) =>
        Read.Text(
                $"TP53 is lost.\n\n{heading}\n[1] Liu Z. One title of some words. J Test. 2022.\n[2] Xia F. Two titles of some words.\n  J Test. 2002.\n\nShall I go on?"
            )
            .ShouldSatisfyAllConditions(
                t => t.References.Select(r => r.Year).ShouldBe([2022, 2002]),
                t => t.Statements[^1].Plain.ShouldBe("Shall I go on?")
            );

    [Fact]
    public void A_list_without_heading_is_recognised_by_authors_and_identifiers()
    {
        var text = Read.Text(
            "- LOX restores response (doi:10.1000/xyz, 2020).\n\n1. Liu Z, et al. One title of some words. J Test. 2022. doi:10.1000/abc"
        );
        text.References.Single().Doi.ShouldBe("10.1000/abc");
        text.Statements.Single().Citations.Single().Doi.ShouldBe("10.1000/xyz");
    }
}
