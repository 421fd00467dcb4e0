using System.Text.Json;
using Refractor.Audit;
using Refractor.Audit.Reporting;

namespace Refractor.Tests.Audit.Reporting;

public class AuditSarifTests
{
    private static readonly JsonElement Log = Parse(SampleAudit.Report);

    private static JsonElement Run => Log.GetProperty("runs")[0];

    private static IEnumerable<JsonElement> Results => Run.GetProperty("results").EnumerateArray();

    [Fact]
    public void The_log_names_version_schema_tool_and_columns()
    {
        Log.GetProperty("version").GetString().ShouldBe("2.1.0");
        Log.GetProperty("$schema").GetString()!.ShouldEndWith("sarif-schema-2.1.0.json");
        Run.GetProperty("columnKind").GetString().ShouldBe("utf16CodeUnits");
        Run.GetProperty("tool").GetProperty("driver").GetProperty("version").GetString().ShouldBe("1.2.3");
    }

    [Fact]
    public void Every_verdict_is_a_rule_that_is_described_and_comes_with_help()
    {
        var rules = Run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        rules
            .Select(r => r.GetProperty("id").GetString())
            .ShouldBe([.. AuditVerdicts.All.Select(AuditVerdicts.NameOf), "disagreement"]);
        foreach (var rule in rules)
        foreach (var field in new[] { "shortDescription", "fullDescription", "help" })
            rule.GetProperty(field).GetProperty("text").GetString().ShouldEndWith(".");
    }

    [Theory]
    [InlineData("contradicted", "error")]
    [InlineData("retracted", "error")]
    [InlineData("overclaim", "error")]
    [InlineData("citation_not_found", "error")]
    [InlineData("wrong_citation", "error")]
    [InlineData("partly_supported", "warning")]
    [InlineData("uncited", "note")]
    [InlineData("not_in_knowledge", "note")]
    [InlineData("disagreement", "warning")]
    public void A_verdict_has_its_level(string rule, string level) =>
        Results
            .Where(r => r.GetProperty("ruleId").GetString() == rule)
            .Select(r => r.GetProperty("level").GetString())
            .Distinct()
            .ShouldBe([level]);

    [Fact]
    public void What_is_supported_or_not_checkable_gives_no_result() =>
        Results
            .Select(r => r.GetProperty("ruleId").GetString())
            .ShouldNotContain(r => r == "supported" || r == "not_checkable");

    [Fact]
    public void The_rule_index_leads_to_the_rule()
    {
        var rules = Run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (var result in Results)
            rules[result.GetProperty("ruleIndex").GetInt32()]
                .GetProperty("id")
                .GetString()
                .ShouldBe(result.GetProperty("ruleId").GetString());
    }

    [Fact]
    public void A_region_holds_the_characters_of_the_statement()
    {
        var result = Results.Single(r => r.GetProperty("ruleId").GetString() == "uncited");
        var region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        var (offset, length) = (
            region.GetProperty("charOffset").GetInt32(),
            region.GetProperty("charLength").GetInt32()
        );
        var text = SampleAudit.Report.Files[0].Text.Original;
        text.Substring(offset, length).ShouldStartWith("High *ABCB1*");
        var line = text.Split('\n')[region.GetProperty("startLine").GetInt32() - 1];
        line[(region.GetProperty("startColumn").GetInt32() - 1)..(region.GetProperty("endColumn").GetInt32() - 1)]
            .ShouldBe(text.Substring(offset, length));
    }

    [Fact]
    public void The_entry_of_the_reference_list_is_a_related_place() =>
        Results
            .Single(r => r.GetProperty("ruleId").GetString() == "wrong_citation")
            .GetProperty("relatedLocations")[0]
            .GetProperty("message")
            .GetProperty("text")
            .GetString()
            .ShouldBe("Reference 2");

    [Fact]
    public void Fingerprints_differ_and_stay_when_lines_are_added_above()
    {
        var prints = Prints(Log);
        prints.Distinct().Count().ShouldBe(prints.Count);
        var file = SampleAudit.First("answer.md");
        var moved = file with
        {
            Statements =
            [
                .. file.Statements.Select(s => s with { Source = s.Source with { Line = s.Source.Line + 7 } }),
            ],
        };
        Prints(Parse(SampleAudit.Of(moved))).ShouldBe(Prints(Parse(SampleAudit.OneFile)));
    }

    [Theory]
    [InlineData("answer.md", "answer.md")]
    [InlineData("./a b/c#d.md", "a%20b/c%23d.md")]
    [InlineData("a\\b.md", "a/b.md")]
    [InlineData("../up.md", "../up.md")]
    [InlineData("/tmp/β.md", "file:///tmp/%CE%B2.md")]
    [InlineData("C:\\x\\y.md", "file:///C:/x/y.md")]
    [InlineData("-", "stdin")]
    public void A_path_becomes_a_uri_reference(string path, string uri) => SarifUri.Of(path).ShouldBe(uri);

    [Theory]
    [InlineData("ab", 0, 2, 1, 3)]
    [InlineData("a\nb", 0, 3, 2, 2)]
    [InlineData("a\r\nbc", 0, 5, 2, 3)]
    [InlineData("a\rb", 0, 3, 2, 2)]
    public void A_region_ends_after_its_last_character(string text, int start, int length, int endLine, int endColumn)
    {
        var region = TextRegion.Of(text, start, length, 1, 1);
        (region.EndLine, region.EndColumn).ShouldBe((endLine, endColumn));
    }

    [Fact]
    public void A_text_without_statements_gives_an_empty_list_of_results() =>
        Parse(SampleAudit.Of(new SampleText("empty.md", "x").File))
            .GetProperty("runs")[0]
            .GetProperty("results")
            .GetArrayLength()
            .ShouldBe(0);

    [Fact]
    public void The_log_reads_as_approved() =>
        Approved.Check(AuditSarif.Of(SampleAudit.Report, "1.2.3"), "Audit/sample.sarif");

    private static JsonElement Parse(AuditReport report) =>
        JsonDocument.Parse(AuditSarif.Of(report, "1.2.3")).RootElement;

    private static List<string?> Prints(JsonElement log) =>
        [
            .. log.GetProperty("runs")[0]
                .GetProperty("results")
                .EnumerateArray()
                .Select(r => r.GetProperty("partialFingerprints").GetProperty("statement/v1").GetString()),
        ];
}
