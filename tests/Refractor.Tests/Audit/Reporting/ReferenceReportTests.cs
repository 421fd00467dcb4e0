using System.Text.Json;
using System.Text.RegularExpressions;
using Refractor.Audit;
using Refractor.Audit.References;
using Refractor.Audit.Reporting;
using Refractor.Tests.Audit.References;

namespace Refractor.Tests.Audit.Reporting;

public partial class ReferenceReportTests
{
    private static readonly ReferenceReport Report = new ReferenceAudit(RealKnowledge.Pack)
        .CheckAsync([new AuditText("a.md", SampleReferences.Faulty), new AuditText("b.md", SampleReferences.Good)])
        .GetAwaiter()
        .GetResult();

    private static readonly JsonElement Json = JsonDocument.Parse(ReferencesJson.Of(Report)).RootElement;
    private static readonly JsonElement Run = JsonDocument
        .Parse(ReferencesSarif.Of(Report, "1.2.3"))
        .RootElement.GetProperty("runs")[0];

    [Fact]
    public void The_json_has_exactly_the_fields_of_the_contract()
    {
        Names(Json).ShouldBe(["files", "counts", "online", "knowledge"]);
        Names(Json.GetProperty("files")[0]).ShouldBe(["path", "references", "problems"]);
        Names(Json.GetProperty("files")[0].GetProperty("references")[0])
            .ShouldBe(["key", "line", "doi", "pmid", "title", "paper", "how", "doubt"]);
        Names(Json.GetProperty("files")[0].GetProperty("problems")[0])
            .ShouldBe(["rule", "severity", "line", "column", "text", "found", "expected", "advice"]);
        Names(Json.GetProperty("knowledge")).ShouldBe(["version", "digest", "items"]);
    }

    [Fact]
    public void The_json_counts_problems_by_severity_over_all_files()
    {
        Json.GetProperty("counts").GetRawText().Where(char.IsDigit).ShouldBe("211");
        Names(Json.GetProperty("counts")).ShouldBe(["error", "warning", "note"]);
        Json.GetProperty("online").GetBoolean().ShouldBeFalse();
        Json.GetProperty("files")[1].GetProperty("problems").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void Every_rule_of_the_sources_is_described_with_its_severity()
    {
        var folder = Path.Combine(Repository.Root, "src", "Refractor", "Audit", "References");
        var named = Directory
            .EnumerateFiles(folder, "*Rules.cs", SearchOption.AllDirectories)
            .Append(Path.Combine(folder, "ReferenceCheck.cs"))
            .SelectMany(f => RuleNames().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Append("retracted")
            .Distinct()
            .Order(StringComparer.Ordinal);
        ReferenceRules.All.Select(r => r.Id).Order(StringComparer.Ordinal).ShouldBe(named);
        Report.Problems.ShouldAllBe(p => ReferenceRules.Of(p).Severity == p.Severity);
    }

    [Fact]
    public void The_sarif_has_a_rule_with_texts_for_each_and_a_result_for_each_problem()
    {
        var rules = Run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        rules.Select(r => r.GetProperty("id").GetString()).ShouldBe(ReferenceRules.All.Select(r => r.Id));
        foreach (var field in new[] { "shortDescription", "fullDescription", "help" })
            rules.ShouldAllBe(r => r.GetProperty(field).GetProperty("text").GetString()!.EndsWith('.'));
        Run.GetProperty("results")
            .EnumerateArray()
            .Select(r => (r.GetProperty("ruleId").GetString(), r.GetProperty("level").GetString()))
            .ShouldBe(Report.Problems.Select(p => ((string?)p.Rule, (string?)ReferenceSeverities.NameOf(p.Severity))));
    }

    [Fact]
    public void A_region_of_the_sarif_holds_the_entry()
    {
        var region = Run.GetProperty("results")
            .EnumerateArray()
            .Single(r => r.GetProperty("ruleId").GetString() == "doi-syntax")
            .GetProperty("locations")[0]
            .GetProperty("physicalLocation")
            .GetProperty("region");
        var (offset, length) = (
            region.GetProperty("charOffset").GetInt32(),
            region.GetProperty("charLength").GetInt32()
        );
        SampleReferences.Faulty.Substring(offset, length).ShouldStartWith("Nobody N. Another");
        region.GetProperty("startLine").GetInt32().ShouldBe(8);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);

    /// <summary>Names of rules have a hyphen; no other text in quotes is made of such words alone.</summary>
    [GeneratedRegex("\"((?:[a-z]+-)+[a-z]+|numbering)\"")]
    private static partial Regex RuleNames();
}
