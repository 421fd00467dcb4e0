using System.Text.Json;
using Refractor.Answers;
using Refractor.Audit.References;

namespace Refractor.Audit.Reporting;

/// <summary>Writes the result of a check of references as JSON; the contract is in docs/file-formats.md.</summary>
public static class ReferencesJson
{
    /// <summary>The report as indented JSON with a line end.</summary>
    public static string Of(ReferenceReport report) =>
        AnswerJson.Text(json =>
        {
            json.WriteStartObject();
            AuditJson.WriteArray(json, "files", report.Files, Write);
            json.WriteStartObject("counts");
            foreach (var severity in ReferenceSeverities.All)
                json.WriteNumber(ReferenceSeverities.NameOf(severity), report.Count(severity));
            json.WriteEndObject();
            json.WriteBoolean("online", report.IsOnline);
            AnswerJson.WriteStamp(json, report.Knowledge);
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, CheckedReferences file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        AuditJson.WriteArray(json, "references", file.References, AuditJson.Write);
        AuditJson.WriteArray(json, "problems", file.Problems, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReferenceProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("rule", problem.Rule);
        json.WriteString("severity", ReferenceSeverities.NameOf(problem.Severity));
        json.WriteNumber("line", problem.Line);
        json.WriteNumber("column", problem.Column);
        json.WriteString("text", problem.Text);
        json.WriteString("found", problem.Found);
        json.WriteString("expected", problem.Expected);
        json.WriteString("advice", problem.Advice);
        json.WriteEndObject();
    }
}
