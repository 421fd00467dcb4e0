using System.Text.Json;
using Refractor.Exporting;

namespace Refractor.Tests.Exporting;

public class CslJsonTests
{
    [Fact]
    public void Every_paper_is_one_item_under_its_key()
    {
        using var json = JsonDocument.Parse(Exported.Text(Repository.Knowledge, ExportFormat.CslJson));

        json.RootElement.EnumerateArray()
            .Select(p => p.GetProperty("id").GetString())
            .ShouldBe(Repository.Knowledge.Papers.Select(p => p.Key));
        json.RootElement.EnumerateArray()
            .Where(p => p.TryGetProperty("DOI", out _))
            .Select(p => p.GetProperty("DOI").GetString())
            .ShouldBe(Repository.Knowledge.Papers.Where(p => p.Doi is not null).Select(p => p.Doi));
    }

    [Fact]
    public void A_complete_paper_has_every_field() =>
        Exported
            .Paper(
                "{doi: 10.1016/s1470-2045(10)70006-1, pmid: \"7\", pmcid: PMC8, title: T, first_author: van Schie EH, "
                    + "journal: J, volume: 9(2), pages: 827-836, year: 2003, kind: article}",
                ExportFormat.CslJson
            )
            .ShouldBe(
                """
                [
                  {
                    "id": "burger2003-mdr1",
                    "type": "article-journal",
                    "title": "T",
                    "author": [
                      {
                        "family": "van Schie",
                        "given": "E. H."
                      }
                    ],
                    "container-title": "J",
                    "issued": {
                      "date-parts": [
                        [
                          2003
                        ]
                      ]
                    },
                    "volume": "9",
                    "issue": "2",
                    "page": "827-836",
                    "DOI": "10.1016/s1470-2045(10)70006-1",
                    "PMID": "7",
                    "PMCID": "PMC8"
                  }
                ]

                """.ReplaceLineEndings("\n")
            );

    [Fact]
    public void A_paper_known_by_its_number_only_gets_nothing_else() =>
        Exported
            .Paper("{pmid: \"7\", kind: article}", ExportFormat.CslJson)
            .ReplaceLineEndings("")
            .Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("""[{"id":"burger2003-mdr1","type":"article-journal","PMID":"7"}]""");

    [Theory]
    [InlineData("article", "article-journal")]
    [InlineData("review", "article-journal")]
    [InlineData("meta_analysis", "article-journal")]
    [InlineData("meeting_abstract", "paper-conference")]
    [InlineData("preprint", "article")]
    [InlineData("guideline", "report")]
    [InlineData("label", "document")]
    [InlineData("registry", "document")]
    public void The_kind_of_paper_becomes_the_type_of_csl(string kind, string type)
    {
        using var json = JsonDocument.Parse(Exported.Paper($"{{pmid: \"7\", kind: {kind}}}", ExportFormat.CslJson));

        json.RootElement[0].GetProperty("type").GetString().ShouldBe(type);
    }

    [Fact]
    public void A_retracted_paper_says_so() =>
        Exported
            .Paper("{pmid: \"7\", kind: article, retracted: true}", ExportFormat.CslJson)
            .ShouldContain("\"note\": \"Retracted\"");
}
