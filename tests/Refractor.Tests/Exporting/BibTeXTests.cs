using System.Text.RegularExpressions;
using Refractor.Exporting;

namespace Refractor.Tests.Exporting;

public partial class BibTeXTests
{
    [Fact]
    public void Every_paper_is_one_entry_under_its_key()
    {
        var text = Exported.Text(Repository.Knowledge, ExportFormat.BibTeX);

        EntryPattern()
            .Matches(text)
            .Select(m => m.Groups[1].Value)
            .ShouldBe(Repository.Knowledge.Papers.Select(p => p.Key));
        ShouldHaveBalancedBraces(text);
    }

    [Fact]
    public void A_complete_paper_has_every_field() =>
        Exported
            .Paper(
                "{doi: 10.1016/s1470-2045(10)70006-1, pmid: \"7\", pmcid: PMC8, title: T, first_author: Burger H, "
                    + "journal: Cell Death & Disease, volume: 9(2), pages: 827-836, year: 2003, kind: article}",
                ExportFormat.BibTeX
            )
            .ShouldBe(
                """
                @article{burger2003-mdr1,
                  author = {Burger, H. and others},
                  title = {{T}},
                  journal = {Cell Death \& Disease},
                  year = {2003},
                  volume = {9},
                  number = {2},
                  pages = {827--836},
                  doi = {10.1016/s1470-2045(10)70006-1},
                  note = {PMID: 7; PMCID: PMC8}
                }

                """.ReplaceLineEndings("\n")
            );

    [Fact]
    public void A_paper_known_by_its_number_only_gets_nothing_else() =>
        Exported
            .Paper("{pmid: \"7\", kind: article}", ExportFormat.BibTeX)
            .ShouldBe("@article{burger2003-mdr1,\n  note = {PMID: 7}\n}\n");

    [Fact]
    public void Characters_that_tex_reads_as_commands_are_spelt_out()
    {
        var text = Exported.Paper(
            "{pmid: \"7\", title: '5 % of A_B & {C} ~ $1 #2 x^2 a\\b } ERα', kind: article}",
            ExportFormat.BibTeX
        );

        text.ShouldContain(
            @"title = {{5 \% of A\_B \& \textbraceleft{}C\textbraceright{} \textasciitilde{} \$1 \#2 "
                + @"x\textasciicircum{}2 a\textbackslash{}b \textbraceright{} ERα}}"
        );
        ShouldHaveBalancedBraces(text);
    }

    [Theory]
    [InlineData("10.1002/(sici)1097-0215(19990315)80:6<827::aid-ijc6>3.0.co;2-a")]
    [InlineData("10.1007/978-3-030_12%345")]
    public void A_doi_stays_as_it_is(string doi) =>
        Exported.Paper($"{{doi: '{doi}', kind: article}}", ExportFormat.BibTeX).ShouldContain($"doi = {{{doi}}}");

    [Fact]
    public void A_brace_in_a_doi_does_not_break_the_file() =>
        ShouldHaveBalancedBraces(Exported.Paper("{doi: '10.1002/a{b', kind: article}", ExportFormat.BibTeX));

    [Fact]
    public void A_preprint_is_no_article()
    {
        var text = Exported.Paper("{doi: 10.1101/1, journal: bioRxiv, kind: preprint}", ExportFormat.BibTeX);

        text.ShouldStartWith("@misc{");
        text.ShouldContain("howpublished = {bioRxiv}");
        text.ShouldNotContain("journal");
    }

    [Fact]
    public void An_organisation_is_not_split_into_names() =>
        Exported
            .Paper("{pmid: \"7\", first_author: Early Breast Cancer Trialists, kind: article}", ExportFormat.BibTeX)
            .ShouldContain("author = {{Early Breast Cancer Trialists} and others}");

    private static void ShouldHaveBalancedBraces(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            depth.ShouldBeGreaterThanOrEqualTo(0);
            if (c == '@')
                depth.ShouldBe(0);
        }
        depth.ShouldBe(0);
    }

    [GeneratedRegex(@"^@[a-z]+\{([^,\n]+),$", RegexOptions.Multiline)]
    private static partial Regex EntryPattern();
}
