using Refractor.Audit.References;
using Refractor.Audit.Texts;
using Refractor.Knowledge;

namespace Refractor.Tests.Audit.References;

public class ReferenceMatcherTests
{
    private const string Burger =
        "RNA Expression of Breast Cancer Resistance Protein, Lung Resistance-Related Protein, Multidrug Resistance- Associated Proteins 1 and 2, "
        + "and Multidrug Resistance Gene 1 in Breast Cancer: Correlation With Chemotherapeutic Response";

    private const string Emt =
        "A six-epithelial-mesenchymal transition gene signature may predict metastasis of triple-negative breast cancer";

    private static readonly ReferenceMatcher Matcher = new(RealKnowledge.Pack);

    private static void IsFound(ListedReference reference, string key, string how, string? doubt = null)
    {
        var resolved = Matcher.Resolve(reference);
        resolved.Paper.ShouldNotBeNull(resolved.Doubt).Key.ShouldStartWith(key);
        resolved.How.ShouldBe(how);
        if (doubt is null)
            resolved.Doubt.ShouldBeNull();
        else
            resolved.Doubt.ShouldNotBeNull().ShouldContain(doubt);
    }

    private static void IsNotKnown(ListedReference reference)
    {
        var resolved = Matcher.Resolve(reference);
        (resolved.Paper?.Key, resolved.How, resolved.Doubt).ShouldBe((null, "not in the knowledge", null));
    }

    public static TheoryData<string> Papers => [.. RealKnowledge.Pack.Papers.Select(p => p.Key)];

    private static Paper Known(string key) => RealKnowledge.Pack.Papers.Single(p => p.Key == key);

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_paper_is_recognised_by_each_of_its_identifiers(string key)
    {
        var paper = Known(key);
        if (paper.Doi is { } doi)
            IsFound(Entry.Of("x", doi: "https://doi.org/" + doi.ToUpperInvariant() + "."), key, "DOI");
        if (paper.Pmid is { } pmid)
            IsFound(Entry.Of("x", pmid: pmid), key, "PMID");
        if (paper.Pmcid is { } pmcid)
            IsFound(Entry.Of($"Full text in {pmcid}."), key, "PMCID");
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_paper_is_recognised_by_its_title_with_and_without_its_last_words(string key)
    {
        var paper = Known(key);
        if (paper.Title is not { } title)
            return;
        IsFound(Entry.Of("x", title: title), key, "title");
        IsFound(Entry.Of($"Someone. {title}. Some Journal. 2020.", year: paper.Year), key, "title");
        if (title.Length > 80)
            IsFound(
                Entry.Of("x", title: title[..^8] + "...", author: paper.FirstAuthor, year: paper.Year),
                key,
                "title"
            );
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void No_paper_is_recognised_by_its_first_author_alone(string key)
    {
        var paper = Known(key);
        if (paper is { FirstAuthor: { } author, Year: { } year })
            IsNotKnown(
                Entry.Of(
                    $"{author}, et al. Invented Journal. {year - 40}. doi:10.1000/none",
                    "10.1000/none",
                    author: author,
                    year: year - 40
                )
            );
    }

    [Fact]
    public void A_title_with_a_split_word_and_without_a_doi_is_recognised() =>
        IsFound(
            Entry.Of(
                Burger
                    + ". Burger H, Foekens JA, Look MP , et al. Clinical Cancer Research : An Official Journal. 2003;9(2):827-36.",
                title: Burger,
                author: "Burger",
                year: 2003
            ),
            "burger2003",
            "title"
        );

    [Fact]
    public void Author_year_and_journal_are_enough_without_title() =>
        IsFound(
            Entry.Of("Burger H, Foekens JA, et al. Clin Cancer Res. 2003;9(2):827-36.", author: "Burger", year: 2003),
            "burger2003",
            "author, year and journal"
        );

    [Fact]
    public void Another_initial_is_another_author() =>
        IsNotKnown(
            Entry.Of("Burger K, Foekens JA, et al. Clin Cancer Res. 2003;9(2):827-36.", author: "Burger", year: 2003)
        );

    [Fact]
    public void A_bare_name_and_year_leave_a_doubt() =>
        IsFound(
            Entry.Of("Burger et al., 2003", author: "Burger", year: 2003),
            "burger2003",
            "author and year",
            "Neither title nor journal"
        );

    [Fact]
    public void A_doi_broken_by_a_line_end_is_joined() =>
        IsFound(
            Entry.Of("Hoogstraat M. NPJ Breast Cancer. doi:10.1038/s41523-022- 00428-8. 9", doi: "10.1038/s41523-022-"),
            "hoogstraat2022",
            "DOI"
        );

    [Theory]
    [InlineData("10.1038/S41523\u2010022\u201100428\u22128")]
    [InlineData("doi: 10.1038/s41523-022-00428-8).")]
    [InlineData("https://dx.doi.org/10.1038%2Fs41523-022-00428-8")]
    [InlineData("10.1038/s41523-022-00428-8/full")]
    public void A_doi_is_recognised_as_people_write_it(string doi) =>
        Matcher.FindByDoi(doi).ShouldNotBeNull().Key.ShouldStartWith("hoogstraat2022");

    [Fact]
    public void A_pmid_is_recognised_with_its_name_in_front() =>
        Matcher.FindByPmid("PMID: 32753890").ShouldNotBeNull().Key.ShouldStartWith("wei2020");

    [Fact]
    public void A_doi_that_leads_to_another_title_is_in_doubt() =>
        IsFound(
            Entry.Of(
                "Wei LY. " + Emt + ". doi:10.1038/s41523-022-00428-8",
                "10.1038/s41523-022-00428-8",
                title: Emt,
                author: "Wei",
                year: 2020
            ),
            "hoogstraat2022",
            "DOI",
            "the title is that of Wei 2020"
        );

    [Fact]
    public void A_doi_with_another_author_and_year_is_in_doubt_when_there_is_no_title() =>
        IsFound(
            Entry.Of(
                "Burger 2003. doi:10.1038/s41523-022-00428-8",
                "10.1038/s41523-022-00428-8",
                author: "Burger",
                year: 2003
            ),
            "hoogstraat2022",
            "DOI",
            "another first author and year"
        );

    [Theory]
    [InlineData(Emt, "title")]
    [InlineData(null, "author, year and journal")]
    public void An_invented_doi_leads_to_no_paper_and_names_the_real_one(string? title, string how)
    {
        var text = $"Wei LY, et al. {title}. Onco Targets Ther. 2020. doi:10.2147/ott.s999999.";
        var resolved = Matcher.Resolve(Entry.Of(text, "10.2147/ott.s999999", title: title, author: "Wei", year: 2020));
        resolved.Paper.ShouldBeNull();
        resolved.Doubt.ShouldNotBeNull().ShouldContain($"by {how} this is Wei 2020");
        resolved.Doubt!.ShouldContain("10.2147/ott.s256818");
    }

    [Fact]
    public void A_first_author_with_another_year_and_journal_is_not_known() =>
        IsNotKnown(
            Entry.Of(
                "Wei LY, et al. Breast Cancer Res Treat. 2018. doi:10.1007/s10549-018-00000-4.",
                "10.1007/s10549-018-00000-4",
                author: "Wei",
                year: 2018
            )
        );

    [Fact]
    public void Another_paper_of_the_same_author_year_and_journal_is_not_known() =>
        IsNotKnown(
            Entry.Of(
                "Wei LY. Health economics of mastectomy in rural hospitals. Onco Targets Ther. 2020. doi:10.2147/ott.s111111.",
                "10.2147/ott.s111111",
                title: "Health economics of mastectomy in rural hospitals",
                author: "Wei",
                year: 2020
            )
        );

    [Fact]
    public void A_gene_of_another_number_makes_another_title() =>
        IsNotKnown(
            Entry.Of(
                "x",
                title: Burger.Replace("Gene 1", "Gene 7", StringComparison.Ordinal),
                author: "Someone",
                year: 2003
            )
        );

    [Fact]
    public void A_cut_off_doi_keeps_the_paper() =>
        IsFound(Entry.Of("x", doi: "10.2147/ott.s25", title: Emt), "wei2020", "title", "cut off");

    [Fact]
    public void A_preprint_of_a_known_paper_is_that_paper_in_another_version() =>
        IsFound(Entry.Of("x", doi: "10.1101/2019.01.01.123456v2", title: Emt), "wei2020", "title", "another version");

    [Fact]
    public void A_pmid_of_another_paper_than_the_title_is_in_doubt() =>
        IsFound(Entry.Of("x", pmid: "1", title: Emt), "wei2020", "title", "has PMID 32753890");

    [Fact]
    public void The_number_of_an_entry_is_no_doi() =>
        Matcher.Resolve(Entry.Of("10. Guevara-Nieto HM")).Paper.ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData(" .. ")]
    [InlineData("10.1000/")]
    public void An_entry_that_says_nothing_is_not_known(string text) =>
        IsNotKnown(Entry.Of(text, text, text, text, text, 0));

    [Fact]
    public void Resolving_from_several_threads_gives_the_same()
    {
        var entries = RealKnowledge
            .Pack.Papers.Select(p => Entry.Of(PaperText.Of(p), title: p.Title, author: p.FirstAuthor, year: p.Year))
            .ToList();
        var one = entries.Select(e => Matcher.Resolve(e).ToString()).ToList();
        entries.AsParallel().AsOrdered().Select(e => Matcher.Resolve(e).ToString()).ShouldBe(one);
    }
}
