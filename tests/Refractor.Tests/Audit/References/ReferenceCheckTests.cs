using Refractor.Audit.References;
using Refractor.Audit.Texts;

namespace Refractor.Tests.Audit.References;

public class ReferenceCheckTests
{
    private const string Doi = "10.1038/s41523-022-00428-8";
    private const string Emt =
        "A six-epithelial-mesenchymal transition gene signature may predict metastasis of triple-negative breast cancer";
    private static readonly ReferenceCheck Check = new(new ReferenceMatcher(RealKnowledge.Pack));

    private static string[] Rules(params ListedReference[] list) =>
        [.. Check.Check(Entry.Text(list, [.. list.Select(Entry.Cited)])).Select(p => p.Rule)];

    private static List<ReferenceProblem> Numbered(string a, string b) =>
        [
            .. Check
                .Check(Entry.Text([Entry.Of("x", doi: Doi, key: a), Entry.Of("y", pmid: "5", key: b)]))
                .Where(p => p.Rule.StartsWith("numbering", StringComparison.Ordinal)),
        ];

    [Fact]
    public void A_list_of_a_known_paper_has_no_problem() => Rules(Entry.Of("Hoogstraat", doi: Doi)).ShouldBeEmpty();

    [Theory]
    [InlineData("11.1038/s41523", "does not begin with 10.")]
    [InlineData("10.1038", "has no slash")]
    [InlineData("10.103/x", "four to nine digits")]
    [InlineData("10.1038/s41523-022-", "is cut off")]
    [InlineData("10.1038/s41523 022", "holds a space")]
    [InlineData("", "holds no characters")]
    public void A_doi_without_its_form_is_an_error(string doi, string found)
    {
        var problem = Check.Check(Entry.Text([Entry.Of("x", doi: doi)])).Single(p => p.Rule == "doi-syntax");
        problem.Severity.ShouldBe(ReferenceSeverity.Error);
        problem.Found.ShouldContain(found);
    }

    [Theory]
    [InlineData("10.1002/(SICI)1097-0142(19990101)85:1<1::AID-CNCR1>3.0.CO;2-1")]
    [InlineData("https://doi.org/10.1016/S1470-2045(22)00555-1")]
    [InlineData("10.1200/JCO.2025.43.16_suppl.e12555.")]
    public void A_doi_with_unusual_signs_is_one(string doi) => Rules(Entry.Of("x", doi: doi)).ShouldBeEmpty();

    [Theory]
    [InlineData("123456789")]
    [InlineData("0")]
    [InlineData("PMC123")]
    [InlineData("12a")]
    public void A_pmid_without_its_form_is_an_error(string pmid) =>
        Rules(Entry.Of("x", pmid: pmid)).ShouldContain("pmid-syntax");

    [Fact]
    public void Entries_with_the_same_doi_pmid_or_title_repeat_each_other()
    {
        Rules(Entry.Of("a", doi: Doi), Entry.Of("b", doi: "https://doi.org/" + Doi.ToUpperInvariant(), key: "2"))
            .ShouldBe(["entry-repeated"]);
        Rules(Entry.Of("a", pmid: "77"), Entry.Of("b", pmid: "PMID: 77", key: "2")).ShouldBe(["entry-repeated"]);
        Rules(Entry.Of("a", title: Emt), Entry.Of("b", title: Emt.ToUpperInvariant(), key: "2"))
            .ShouldBe(["entry-repeated"]);
    }

    [Fact]
    public void A_citation_without_an_entry_is_told_once_with_its_place()
    {
        var entry = Entry.Of("x", doi: Doi);
        var text = new ReadText(
            "a.md",
            "One [1].\nTwo [9]. Three [9].",
            [
                Entry.Text([]).Statements[0] with
                {
                    Citations = [Entry.Cited(entry), new("9", 14, 1, null, null), new("9", 25, 1, null, null)],
                },
            ],
            [entry]
        );
        var problem = Check.Check(text).ShouldHaveSingleItem();
        (problem.Rule, problem.Line, problem.Column, problem.Found).ShouldBe(
            ("cited-not-listed", 2, 6, "citation 9, 2 times")
        );
        problem
            .ToString()
            .ShouldStartWith("a.md(2,6): error: cited-not-listed: found citation 9, 2 times; expected an entry");
    }

    [Fact]
    public void A_doi_as_citation_needs_no_entry_but_the_form_of_a_doi()
    {
        string[] Problems(string doi) =>
            [.. Check.Check(Entry.Text([], new Citation(doi, 0, 1, null, doi))).Select(p => p.Rule)];
        Problems(Doi).ShouldBeEmpty();
        Problems("10.1/").ShouldBe(["doi-syntax"]);
    }

    [Fact]
    public void An_entry_that_is_never_cited_is_told()
    {
        var cited = Entry.Of("x", doi: Doi);
        var problems = Check.Check(
            Entry.Text([cited, Entry.Of("y", pmid: "5", key: "2", line: 7)], Entry.Cited(cited))
        );
        problems
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(p => p.Rule.ShouldBe("listed-not-cited"), p => p.Line.ShouldBe(7));
    }

    [Fact]
    public void A_list_without_any_citation_is_told_once() =>
        Check
            .Check(Entry.Text([Entry.Of("x", doi: Doi), Entry.Of("y", pmid: "5", key: "2")]))
            .Select(p => p.Rule)
            .ShouldBe(["listed-not-cited"]);

    [Theory]
    [InlineData("1", "4", "4 after 1", "2")]
    [InlineData("3", "4", "3 as the first number", "1")]
    public void A_gap_in_the_numbering_is_a_note_where_it_ends(string a, string b, string found, string expected)
    {
        var problem = Numbered(a, b).ShouldHaveSingleItem();
        (problem.Rule, problem.Severity).ShouldBe(("numbering-gap", ReferenceSeverity.Note));
        (problem.Found, problem.Expected).ShouldBe((found, expected));
    }

    [Theory]
    [InlineData("1", "1", "1 after 1", "2")]
    [InlineData("1", "0", "0 after 1", "2")]
    public void Numbers_that_do_not_ascend_are_a_warning(string a, string b, string found, string expected)
    {
        var problem = Numbered(a, b).ShouldHaveSingleItem();
        (problem.Rule, problem.Severity).ShouldBe(("numbering", ReferenceSeverity.Warning));
        (problem.Found, problem.Expected).ShouldBe((found, expected));
    }

    [Fact]
    public void A_citation_by_PMID_needs_no_list() =>
        Check
            .Check(Entry.Text([], new Citation("PMID 1234567", 0, 5, null, null) { Pmid = "1234567" }))
            .ShouldBeEmpty();

    [Fact]
    public void A_list_by_names_has_no_numbering() =>
        Rules(Entry.Of("x", doi: Doi, key: "Hoogstraat 2022"), Entry.Of("y", pmid: "5", key: "Bidard 2022b"))
            .ShouldBeEmpty();

    [Fact]
    public void An_entry_with_neither_identifier_nor_title_is_told() =>
        Rules(Entry.Of("Someone. Cancer. 2020.", author: "Someone", year: 2020)).ShouldBe(["entry-unidentified"]);

    [Fact]
    public void A_doi_of_another_paper_is_an_error() =>
        Rules(Entry.Of("x", doi: Doi, title: Emt)).ShouldBe(["doi-other-title"]);

    [Fact]
    public void A_pmid_of_another_paper_is_an_error() =>
        Rules(Entry.Of("x", pmid: "32753890", title: "Health economics of mastectomy in rural hospitals"))
            .ShouldBe(["pmid-other-title"]);

    [Fact]
    public void An_invented_doi_is_an_error() =>
        Rules(Entry.Of("x", doi: "10.2147/ott.s999999", title: Emt)).ShouldBe(["doi-wrong"]);

    [Fact]
    public void A_cut_off_doi_is_doubtful() =>
        Rules(Entry.Of("x", doi: "10.2147/ott.s25", title: Emt)).ShouldBe(["reference-doubtful"]);

    [Fact]
    public void A_retracted_paper_is_an_error()
    {
        var pack = KnownPapers.Of(
            KnownPapers.Paper("gone2010", "10.1000/gone", "A finding that was withdrawn", retracted: true)
        );
        var entry = Entry.Of("x", doi: "10.1000/gone");
        var problem = new ReferenceCheck(new ReferenceMatcher(pack))
            .Check(Entry.Text([entry], Entry.Cited(entry)))
            .ShouldHaveSingleItem();
        (problem.Rule, problem.Severity).ShouldBe(("retracted", ReferenceSeverity.Error));
    }
}
