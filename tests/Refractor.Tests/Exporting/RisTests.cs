using System.Text.RegularExpressions;
using Refractor.Exporting;

namespace Refractor.Tests.Exporting;

public partial class RisTests
{
    [Fact]
    public void Every_paper_is_one_record_under_its_key()
    {
        var records = Records(Exported.Text(Repository.Knowledge, ExportFormat.Ris));

        records
            .Select(r => r.Single(t => t.Tag == "ID").Value)
            .ShouldBe(Repository.Knowledge.Papers.Select(p => p.Key));
        records.ShouldAllBe(r => r[0].Tag == "TY");
        records
            .Count(r => r.Exists(t => t.Tag == "DO"))
            .ShouldBe(Repository.Knowledge.Papers.Count(p => p.Doi is not null));
    }

    [Fact]
    public void A_complete_paper_has_every_tag() =>
        Exported
            .Paper(
                "{doi: 10.1016/s1470-2045(10)70006-1, pmid: \"7\", pmcid: PMC8, title: T, first_author: Burger H, "
                    + "journal: J, volume: 9(2), pages: 827-836, year: 2003, kind: article}",
                ExportFormat.Ris
            )
            .ShouldBe(
                "TY  - JOUR\nID  - burger2003-mdr1\nAU  - Burger, H.\nTI  - T\nJO  - J\nPY  - 2003\nVL  - 9\nIS  - 2\n"
                    + "SP  - 827\nEP  - 836\nDO  - 10.1016/s1470-2045(10)70006-1\nAN  - 7\nC2  - PMC8\n"
                    + "UR  - https://doi.org/10.1016/s1470-2045(10)70006-1\nER  - \n\n"
            );

    [Fact]
    public void A_paper_known_by_its_number_only_gets_nothing_else() =>
        Exported
            .Paper("{pmid: \"7\", kind: article}", ExportFormat.Ris)
            .ShouldBe("TY  - JOUR\nID  - burger2003-mdr1\nAN  - 7\nER  - \n\n");

    [Fact]
    public void Angle_brackets_stay_in_the_doi_and_are_encoded_in_the_address()
    {
        var text = Exported.Paper("{doi: '10.1002/(sici)80:6<827::aid>3.0.co;2-a', kind: article}", ExportFormat.Ris);

        text.ShouldContain("DO  - 10.1002/(sici)80:6<827::aid>3.0.co;2-a\n");
        text.ShouldContain("UR  - https://doi.org/10.1002/(sici)80:6%3C827::aid%3E3.0.co;2-a\n");
    }

    [Theory]
    [InlineData("827-836", "827", "836")]
    [InlineData("1234–41", "1234", "41")]
    [InlineData("e1234", "e1234", null)]
    [InlineData("S12-S14, e1", "S12-S14, e1", null)]
    [InlineData("1-2-3", "1-2-3", null)]
    public void Pages_are_split_only_when_they_are_a_range(string pages, string first, string? last)
    {
        var text = Exported.Paper($"{{pmid: \"7\", pages: '{pages}', kind: article}}", ExportFormat.Ris);

        var record = Records(text).ShouldHaveSingleItem();
        record.Single(t => t.Tag == "SP").Value.ShouldBe(first);
        record.Where(t => t.Tag == "EP").Select(t => t.Value).SingleOrDefault().ShouldBe(last);
    }

    [Fact]
    public void A_title_on_two_lines_stays_in_one_tag() =>
        Exported
            .Paper("{pmid: \"7\", title: \"one\\ntwo\\nER  - \", kind: article}", ExportFormat.Ris)
            .ShouldContain("TI  - one two ER  -\n");

    private static List<List<(string Tag, string Value)>> Records(string text)
    {
        var records = new List<List<(string Tag, string Value)>>();
        foreach (var record in text.Split("ER  - \n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = record.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.ShouldAllBe(l => LinePattern().IsMatch(l));
            records.Add([.. lines.Select(l => (l[..2], l[6..]))]);
        }
        return records;
    }

    [GeneratedRegex(@"^[A-Z][A-Z0-9]  - \S")]
    private static partial Regex LinePattern();
}
