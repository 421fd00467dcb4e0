using System.Text.Json;
using Refractor.Answers;
using Refractor.Knowledge;

namespace Refractor.Audit.Reporting;

/// <summary>Writes the result of an audit as JSON; the contract is in docs/file-formats.md.</summary>
public static class AuditJson
{
    /// <summary>The report as indented JSON with a line end.</summary>
    public static string Of(AuditReport report) =>
        AnswerJson.Text(json =>
        {
            json.WriteStartObject();
            WriteArray(json, "files", report.Files, Write);
            WriteArray(json, "disagreements", report.Disagreements, Write);
            json.WriteStartObject("counts");
            foreach (var verdict in AuditVerdicts.All)
                json.WriteNumber(AuditVerdicts.NameOf(verdict), report.Count(verdict));
            json.WriteEndObject();
            AnswerJson.WriteStamp(json, report.Knowledge);
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, AuditedFile file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        WriteArray(json, "statements", file.Statements, Write);
        WriteArray(json, "references", file.References, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AuditedStatement statement)
    {
        json.WriteStartObject();
        WritePlace(json, statement);
        Write(json, statement.Understood);
        AnswerJson.WriteStrings(json, "cited", statement.Source.Citations.Select(AuditFinding.KeyOf));
        json.WriteString("verdict", AuditVerdicts.NameOf(statement.Verdict));
        AnswerJson.WriteStrings(json, "reasons", statement.Reasons);
        AnswerJson.WriteStrings(json, "evidence", statement.Evidence.Select(i => i.Id));
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, AuditedStatement statement)
    {
        json.WriteNumber("line", statement.Source.Line);
        json.WriteNumber("column", statement.Source.Column);
        json.WriteString("text", statement.Source.Text);
    }

    private static void Write(Utf8JsonWriter json, UnderstoodStatement understood)
    {
        json.WriteStartObject("understood");
        AnswerJson.WriteStrings(json, "features", understood.Features.Select(f => f.Name));
        json.WriteString("state", understood.State is { } state ? Terms.States.NameOf(state) : null);
        json.WriteString("level", understood.Level is { } level ? Terms.Levels.NameOf(level) : null);
        AnswerJson.WriteStrings(json, "therapies", understood.Therapies.Select(t => t.Name));
        json.WriteString("effect", understood.Effect is { } effect ? Terms.Effects.NameOf(effect) : null);
        json.WriteString("subtype", understood.Subtype?.Name);
        json.WriteString("setting", understood.Setting is { } setting ? Terms.Settings.NameOf(setting) : null);
        AnswerJson.WriteStrings(json, "numbers", understood.Numbers);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, ResolvedReference resolved)
    {
        json.WriteStartObject();
        json.WriteString("key", resolved.Reference.Key);
        json.WriteNumber("line", resolved.Reference.Line);
        json.WriteString("doi", resolved.Reference.Doi);
        json.WriteString("pmid", resolved.Reference.Pmid);
        json.WriteString("title", resolved.Reference.Title);
        json.WriteString("paper", resolved.Paper?.Key);
        json.WriteString("how", resolved.How);
        json.WriteString("doubt", resolved.Doubt);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AuditDisagreement disagreement)
    {
        json.WriteStartObject();
        WriteSide(json, "a", disagreement.FileA, disagreement.A);
        WriteSide(json, "b", disagreement.FileB, disagreement.B);
        json.WriteString("reason", disagreement.Reason);
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, string path, AuditedStatement statement)
    {
        json.WriteStartObject(name);
        json.WriteString("path", path);
        WritePlace(json, statement);
        json.WriteEndObject();
    }

    internal static void WriteArray<T>(
        Utf8JsonWriter json,
        string name,
        IReadOnlyList<T> values,
        Action<Utf8JsonWriter, T> write
    )
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            write(json, value);
        json.WriteEndArray();
    }
}
