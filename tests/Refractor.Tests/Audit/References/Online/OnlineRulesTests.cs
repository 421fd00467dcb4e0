using Refractor.Audit.References;
using Refractor.Audit.References.Online;
using Refractor.Audit.Texts;

namespace Refractor.Tests.Audit.References.Online;

public class OnlineRulesTests
{
    private const string Title = "A made-up study of resistance to a made-up drug";

    private static readonly OnlineRecord Known = new()
    {
        Title = Title,
        FirstAuthor = "Madeup",
        Year = 2019,
        Doi = "10.1000/abc",
    };

    private static readonly ListedReference Listed = Entry.Of(
        "Madeup X. " + Title,
        "10.1000/abc",
        title: Title,
        author: "Madeup",
        year: 2019
    );

    private static IReadOnlyList<ReferenceProblem> Check(ListedReference entry, params OnlineAnswer[] answers) =>
        OnlineRules.Check("a.md", [new OnlineReference(entry, answers)]);

    private static OnlineAnswer Answer(OnlineRecord record, OnlineKey by = OnlineKey.Doi) =>
        new("Crossref", OnlineOutcome.Exists, by, record);

    private static OnlineAnswer None(string source, OnlineKey by, OnlineRecord? meant = null) =>
        new(source, OnlineOutcome.DoesNotExist, by, meant);

    [Fact]
    public void An_entry_that_agrees_has_no_problem() => Check(Listed, Answer(Known)).ShouldBeEmpty();

    [Fact]
    public void An_unregistered_doi_names_that_of_the_title()
    {
        var problem = Check(
                Listed with
                {
                    Doi = "10.1000/none",
                },
                None("Crossref", OnlineKey.Doi, Known),
                None("Europe PMC", OnlineKey.Doi)
            )
            .ShouldHaveSingleItem();
        (problem.Rule, problem.Severity).ShouldBe(("online-doi-unknown", ReferenceSeverity.Error));
        problem.Expected.ShouldContain("10.1000/abc");
    }

    [Fact]
    public void That_one_index_lacks_a_doi_is_no_problem_when_the_other_has_it()
    {
        Check(Listed, Answer(Known), None("Europe PMC", OnlineKey.Doi)).ShouldBeEmpty();
        Check(Listed, None("Crossref", OnlineKey.Doi), Answer(Known) with { Source = "Europe PMC" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_doi_of_another_paper_is_an_error() =>
        Check(Listed, Answer(Known with { Title = "Quite another matter: weather in the mountains" }))
            .Select(p => p.Rule)
            .ShouldBe(["online-title-differs"]);

    [Fact]
    public void Another_author_or_year_is_a_warning()
    {
        Check(Listed, Answer(Known with { FirstAuthor = "Other" }))
            .Select(p => p.Rule)
            .ShouldBe(["online-entry-differs"]);
        Check(Listed, Answer(Known with { Year = 2011 }))
            .ShouldHaveSingleItem()
            .Expected.ShouldBe("Madeup 2011 by Crossref");
        Check(Listed, Answer(Known with { Year = 2020 })).ShouldBeEmpty();
    }

    [Fact]
    public void A_pmid_of_another_doi_is_an_error() =>
        Check(Listed with { Pmid = "5" }, Answer(Known with { Doi = "10.1000/else" }, OnlineKey.Pmid))
            .Select(p => p.Rule)
            .ShouldBe(["online-identifiers-differ"]);

    [Fact]
    public void A_pmid_and_a_title_that_nobody_has_are_told() =>
        Check(Listed, None("Europe PMC", OnlineKey.Pmid), None("Crossref", OnlineKey.Title))
            .Select(p => (p.Rule, p.Severity))
            .ShouldBe([
                ("online-pmid-unknown", ReferenceSeverity.Error),
                ("online-not-found", ReferenceSeverity.Warning),
            ]);

    [Fact]
    public void Retractions_are_errors()
    {
        Check(Listed, Answer(Known with { Retracted = true }), Answer(Known))
            .Select(p => p.Rule)
            .ShouldBe(["online-retracted"]);
        Check(Listed, Answer(Known with { RetractionOf = "10.1000/q" }))
            .ShouldHaveSingleItem()
            .Found.ShouldBe("the retraction of 10.1000/q");
    }

    [Fact]
    public void An_index_that_could_not_be_asked_is_told_once()
    {
        var answer = new OnlineAnswer(
            "Crossref",
            OnlineOutcome.NotReachable,
            OnlineKey.Doi,
            null,
            "Could not reach Crossref."
        );
        var problem = OnlineRules
            .Check("a.md", [new(Listed, [answer]), new(Listed, [answer]), new(Listed, [])])
            .ShouldHaveSingleItem();
        (problem.Rule, problem.Found).ShouldBe(("online-unreachable", "no answer of Crossref for 2 of 3 references"));
        problem.Advice.ShouldBe("Could not reach Crossref.");
    }

    [Fact]
    public async Task A_text_is_checked_against_both_indexes()
    {
        using var index = new FakeIndex();
        index.Work("10.1000/abc", $$"""{"DOI":"10.1000/abc","title":["{{Title}}"]}""");
        index.Paper("DOI:\"10.1000/abc\"", """{"doi":"10.1000/abc","pubType":"retracted publication"}""");
        using var service = new ReferenceService(
            new ReferenceServiceOptions { CrossrefAddress = index.Address, EuropePmcAddress = index.Address }
        );
        var problems = await service.CheckAsync(Entry.Text([Listed]), TestContext.Current.CancellationToken);
        problems
            .Select(p => p.ToString())
            .ShouldHaveSingleItem()
            .ShouldStartWith("answer.md(1,1): error: online-retracted: found a retracted paper, by Europe PMC;");
    }
}
