using System.Text.Json;
using Refractor.Audit;
using Refractor.Audit.Reporting;

namespace Refractor.Tests.Audit.Reporting;

public class AuditJsonTests
{
    private static readonly JsonElement Json = JsonDocument.Parse(AuditJson.Of(SampleAudit.Report)).RootElement;

    private static JsonElement First => Json.GetProperty("files")[0];

    [Fact]
    public void The_report_has_exactly_the_fields_of_the_contract()
    {
        Names(Json).ShouldBe(["files", "disagreements", "counts", "knowledge"]);
        Names(First).ShouldBe(["path", "statements", "references"]);
        Names(First.GetProperty("statements")[2])
            .ShouldBe(["line", "column", "text", "understood", "cited", "verdict", "reasons", "evidence"]);
        Names(First.GetProperty("statements")[2].GetProperty("understood"))
            .ShouldBe(["features", "state", "level", "therapies", "effect", "subtype", "setting", "numbers"]);
        Names(First.GetProperty("references")[0])
            .ShouldBe(["key", "line", "doi", "pmid", "title", "paper", "how", "doubt"]);
        Names(Json.GetProperty("disagreements")[0]).ShouldBe(["a", "b", "reason"]);
        Names(Json.GetProperty("disagreements")[0].GetProperty("a")).ShouldBe(["path", "line", "column", "text"]);
        Names(Json.GetProperty("counts")).ShouldBe(AuditVerdicts.All.Select(AuditVerdicts.NameOf));
        Names(Json.GetProperty("knowledge")).ShouldBe(["version", "digest", "items"]);
    }

    [Fact]
    public void What_was_understood_has_the_names_of_the_schema()
    {
        var understood = First.GetProperty("statements")[2].GetProperty("understood");
        understood.GetProperty("features")[0].GetString().ShouldBe("tumour-infiltrating lymphocytes");
        understood.GetProperty("state").GetString().ShouldBe("high");
        understood.GetProperty("level").GetString().ShouldBe("immune_infiltration");
        understood.GetProperty("therapies")[0].GetString().ShouldBe("chemotherapy");
        understood.GetProperty("effect").GetString().ShouldBe("sensitivity");
        understood.GetProperty("setting").GetString().ShouldBe("neoadjuvant");
        understood.GetProperty("numbers")[1].GetString().ShouldBe("p < 0.001");
    }

    [Fact]
    public void What_was_not_said_is_null_or_empty()
    {
        var understood = First.GetProperty("statements")[1].GetProperty("understood");
        foreach (var field in understood.EnumerateObject())
            (field.Value.ValueKind == JsonValueKind.Null || field.Value.GetArrayLength() == 0).ShouldBeTrue(field.Name);
        First.GetProperty("references")[2].GetProperty("paper").ValueKind.ShouldBe(JsonValueKind.Null);
        First.GetProperty("references")[0].GetProperty("doubt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void A_statement_keeps_the_characters_of_the_text_and_the_keys_of_its_references()
    {
        var statement = First
            .GetProperty("statements")
            .EnumerateArray()
            .Single(s => s.GetProperty("verdict").GetString() == "not_in_knowledge");
        statement
            .GetProperty("text")
            .GetString()
            .ShouldBe("Patients with a <script>alert(\"x\")</script> & 'quoted' tumour respond [3].");
        statement.GetProperty("cited")[0].GetString().ShouldBe("3");
        statement.GetProperty("line").GetInt32().ShouldBe(9);
        statement.GetProperty("column").GetInt32().ShouldBe(3);
    }

    [Fact]
    public void Counts_are_over_all_files()
    {
        Json.GetProperty("counts").GetProperty("contradicted").GetInt32().ShouldBe(3);
        Json.GetProperty("counts").EnumerateObject().Sum(c => c.Value.GetInt32()).ShouldBe(15);
    }

    [Fact]
    public void The_report_reads_as_approved() =>
        Approved.Check(Stable.Of(AuditJson.Of(SampleAudit.Report)), "Audit/sample.json");

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
