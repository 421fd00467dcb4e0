using Refractor.Associations;
using Refractor.Exporting;
using Refractor.Tests.Knowledge;

namespace Refractor.Tests.Exporting;

public class ItemTableTests
{
    private const string Header =
        "id feature feature_as_named feature_type level state variant relation effect therapy resistant_to modality "
        + "setting population subtype timing design n n_events predictive_design validation endpoint metric "
        + "estimate ci_low ci_high ci_level p q printed checked grade doi pmid pmcid first_author year journal title "
        + "note";

    [Fact]
    public void The_header_names_the_columns() =>
        Exported.Text(Repository.Knowledge, ExportFormat.Tsv).Split('\n')[0].ShouldBe(Header.Replace(' ', '\t'));

    [Fact]
    public void Every_item_is_one_row_with_every_column()
    {
        var rows = Rows(Exported.Text(Repository.Knowledge, ExportFormat.Tsv));

        rows.Select(r => r["id"]).ShouldBe(Repository.Knowledge.Items.Select(i => i.Id));
        rows.Select(r => r["grade"]).ShouldBe(Repository.Knowledge.Items.Select(i => Grading.Letter(Grading.Of(i))));
    }

    [Fact]
    public void Values_stand_in_their_columns()
    {
        var item = TwoPaperKnowledge.Item("post2018-1", feature: "{name: P-glycoprotein, type: gene}");
        item = item.Replace("[doxorubicin]", "[doxorubicin, cisplatin]", StringComparison.Ordinal)
            .Replace(
                "{metric: none, missing: not_seen}",
                "{metric: OR, estimate: 2.31, ci: [1.2, 4.45], p: \"<0.001\", q: 0.03}",
                StringComparison.Ordinal
            );
        var paper = "{doi: 10.1016/s1470-2045(10)70006-1, first_author: Post AEM, year: 2018, kind: article}";

        var row = Rows(
                Exported.Text(
                    TwoPaperKnowledge.Of(("post2018-x", $"paper: {paper}\nevidence:\n{item}")),
                    ExportFormat.Tsv
                )
            )
            .ShouldHaveSingleItem();

        row["feature"].ShouldBe("ABCB1");
        row["feature_as_named"].ShouldBe("P-glycoprotein");
        row["therapy"].ShouldBe("doxorubicin+cisplatin");
        row["estimate"].ShouldBe("2.31");
        row["ci_low"].ShouldBe("1.2");
        row["ci_high"].ShouldBe("4.45");
        row["ci_level"].ShouldBe("95");
        row["p"].ShouldBe("<0.001");
        row["q"].ShouldBe("0.03");
        row["doi"].ShouldBe("10.1016/s1470-2045(10)70006-1");
        row["first_author"].ShouldBe("Post AEM");
        row["year"].ShouldBe("2018");
        row["n"].ShouldBeEmpty();
        row["title"].ShouldBeEmpty();
        row["timing"].ShouldBeEmpty();
    }

    [Fact]
    public void Tabs_and_line_ends_in_a_value_become_spaces()
    {
        var item = TwoPaperKnowledge.Item("post2018-1", more: "  note: \"one\\ttwo\\nthree\\r\\nfour\"\n");
        var pack = TwoPaperKnowledge.Of(("post2018-x", $"paper: {{pmid: \"1\", kind: article}}\nevidence:\n{item}"));

        Rows(Exported.Text(pack, ExportFormat.Tsv)).ShouldHaveSingleItem()["note"].ShouldBe("one two three four");
    }

    private static List<Dictionary<string, string>> Rows(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var names = lines[0].Split('\t');
        var rows = new List<Dictionary<string, string>>();
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split('\t');
            cells.Length.ShouldBe(names.Length, line);
            rows.Add(names.Zip(cells).ToDictionary(x => x.First, x => x.Second));
        }
        return rows;
    }
}
