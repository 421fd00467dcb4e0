using System.Text.Json;
using Refractor.Exporting;
using Refractor.Knowledge;
using Refractor.Tests.Knowledge;

namespace Refractor.Tests.Exporting;

public class PackJsonTests
{
    [Fact]
    public void Every_field_survives_reading_the_export_as_evidence_files()
    {
        var before = Repository.Knowledge;

        var now = TwoPaperKnowledge.OfRepository(Files(Exported.Text(before, ExportFormat.Json)));

        PackDiff.Of(before, now).ToText().ShouldBe($"Knowledge {before.Version} -> test\nNo difference.\n");
        now.Items.Select(i => i.Id).ShouldBe(before.Items.Select(i => i.Id));
    }

    [Fact]
    public void Rare_fields_survive_too()
    {
        var before = TwoPaperKnowledge.Of(("rare2020-x", RareFields));
        before.Items[0].Result.Interval.ShouldBe(new Interval(1.5, 4, 90));

        PackDiff
            .Of(before, TwoPaperKnowledge.Of(Files(Exported.Text(before, ExportFormat.Json))))
            .IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Version_and_digest_stand_at_the_head()
    {
        using var json = JsonDocument.Parse(Exported.Text(Repository.Knowledge, ExportFormat.Json));

        json.RootElement.GetProperty("version").GetString().ShouldBe(Repository.Knowledge.Version);
        json.RootElement.GetProperty("digest").GetString().ShouldBe(Repository.Knowledge.Digest);
        json.RootElement.GetProperty("papers").GetArrayLength().ShouldBe(Repository.Knowledge.Papers.Count);
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        var text = Exported.Paper("{pmid: \"1\", kind: article}", ExportFormat.Json);

        using var json = JsonDocument.Parse(text);
        var paper = json.RootElement.GetProperty("papers")[0];
        Names(paper.GetProperty("paper")).ShouldBe(["pmid", "kind"]);
        Names(paper.GetProperty("evidence")[0].GetProperty("study")).ShouldBe(["design", "predictive_design"]);
        Names(paper.GetProperty("evidence")[0].GetProperty("result")).ShouldBe(["metric", "missing"]);
        text.ShouldNotContain("null");
        text.ShouldNotContain("timing");
    }

    [Fact]
    public void An_exact_p_value_is_a_number_and_a_bound_is_a_text()
    {
        using var json = JsonDocument.Parse(
            Exported.Text(TwoPaperKnowledge.Of(("rare2020-x", RareFields)), ExportFormat.Json)
        );

        var result = json.RootElement.GetProperty("papers")[0].GetProperty("evidence")[0].GetProperty("result");
        result.GetProperty("p").GetString().ShouldBe("<0.001");
        result.GetProperty("q").GetDouble().ShouldBe(0.03);
    }

    [Fact]
    public void Letters_and_signs_stay_readable() =>
        Exported
            .Paper("{pmid: \"1\", title: \"ERα+ <5 % & 'x'\", kind: article}", ExportFormat.Json)
            .ShouldContain("\"title\": \"ERα+ <5 % & 'x'\"");

    private const string RareFields = """
        paper:
          doi: 10.1002/(sici)1097-0215(19990315)80:6<827::aid-x>3.0.co;2-a
          title: "A \"quoted\" title: with colon, back\\slash and\ttab"
          kind: article
          trial_ids: [NCT00000001, GSE1]
          retracted: true
        evidence:
        - id: rare2020-1
          feature: {name: ABCB1, type: gene, members: [IFIT1, MX1]}
          level: rna_expression
          state: high
          variant: "p.Y537S"
          cutoff: "IHC >= 10 %"
          relation: cross_resistance
          effect: resistance
          therapy: [doxorubicin, cisplatin]
          resistant_to: [tamoxifen]
          modality: chemotherapy
          setting: neoadjuvant
          population: "first line\nsecond line"
          subtype: TNBC
          timing: paired
          study: {design: retrospective_cohort, n: 230, n_events: 41, predictive_design: unknown, validation: external}
          endpoint: pCR
          result:
            metric: OR
            estimate: 2.5
            ci: [1.5, 4]
            ci_level: 90
            p: "<0.001"
            q: 0.03
            groups: [{label: high, n: 60, rate: 0.17}, {label: low}]
            reference: high vs low
            adjusted_for: [age, nodal status]
            printed: "17 % vs 68 %"
          checked: page
          note: "true"
        """;

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    /// <summary>JSON is YAML: an object of the export without its key is read as an evidence file.</summary>
    private static (string Key, string Yaml)[] Files(string text)
    {
        using var json = JsonDocument.Parse(text);
        return
        [
            .. json
                .RootElement.GetProperty("papers")
                .EnumerateArray()
                .Select(p =>
                    (
                        p.GetProperty("key").GetString()!,
                        $"paper: {p.GetProperty("paper").GetRawText()}\n"
                            + $"evidence: {p.GetProperty("evidence").GetRawText()}\n"
                    )
                ),
        ];
    }
}
