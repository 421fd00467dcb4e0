using System.Text.Json;
using Refractor.Answers;

namespace Refractor.Audit.Reporting;

/// <summary>A kind of finding.</summary>
/// <param name="Id">Stable name, such as "wrong_citation".</param>
/// <param name="Level">"error", "warning", "note" or "none".</param>
/// <param name="Short">What it says.</param>
/// <param name="Full">What it says, in full.</param>
/// <param name="Help">What to do.</param>
internal sealed record SarifRule(string Id, string Level, string Short, string Full, string Help);

/// <summary>A place in a file; without a region the whole file is meant.</summary>
/// <param name="Path">Path as given on the command line; "-" is standard input.</param>
/// <param name="Region">The stretch.</param>
/// <param name="Message">What the place is, for related places; null for the finding's own.</param>
internal sealed record SarifPlace(string Path, TextRegion? Region, string? Message = null);

/// <summary>A finding.</summary>
/// <param name="Rule">Id of its rule.</param>
/// <param name="Message">Reason and papers.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Identity">What stays the same when lines above are edited; the fingerprint is made of it.</param>
/// <param name="Related">Other places, such as the entry of the reference list.</param>
internal sealed record SarifFinding(
    string Rule,
    string Message,
    SarifPlace Place,
    string Identity,
    IReadOnlyList<SarifPlace> Related
);

/// <summary>Writes findings as a log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS Standard, 2020).</summary>
internal static class SarifLog
{
    private const string Schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>One run with its rules and findings.</summary>
    public static string Of(IReadOnlyList<SarifRule> rules, IReadOnlyList<SarifFinding> findings, string version) =>
        AnswerJson.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules, version);
            json.WriteString("columnKind", "utf16CodeUnits");
            WriteResults(json, rules, findings);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<SarifRule> rules, string version)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Refractor");
        json.WriteString("version", version);
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
            Write(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SarifRule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        WriteText(json, "shortDescription", rule.Short);
        WriteText(json, "fullDescription", rule.Full);
        WriteText(json, "help", rule.Help);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", rule.Level);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResults(
        Utf8JsonWriter json,
        IReadOnlyList<SarifRule> rules,
        IReadOnlyList<SarifFinding> findings
    )
    {
        var prints = new SarifFingerprints();
        var indexOf = rules.Select((r, i) => (r.Id, Index: i)).ToDictionary(r => r.Id, r => r.Index);
        json.WriteStartArray("results");
        foreach (var finding in findings)
        {
            var index = indexOf[finding.Rule];
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Rule);
            json.WriteNumber("ruleIndex", index);
            json.WriteString("level", rules[index].Level);
            WriteText(json, "message", finding.Message);
            json.WriteStartArray("locations");
            Write(json, finding.Place, null);
            json.WriteEndArray();
            WriteRelated(json, finding.Related);
            json.WriteStartObject("partialFingerprints");
            json.WriteString("statement/v1", prints.Next(finding));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRelated(Utf8JsonWriter json, IReadOnlyList<SarifPlace> places)
    {
        if (places.Count == 0)
            return;
        json.WriteStartArray("relatedLocations");
        for (var i = 0; i < places.Count; i++)
            Write(json, places[i], i + 1);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SarifPlace place, int? id)
    {
        json.WriteStartObject();
        if (id is { } number)
            json.WriteNumber("id", number);
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", SarifUri.Of(place.Path));
        json.WriteEndObject();
        if (place.Region is { } region)
            Write(json, region);
        json.WriteEndObject();
        if (place.Message is { } message)
            WriteText(json, "message", message);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TextRegion region)
    {
        json.WriteStartObject("region");
        json.WriteNumber("startLine", region.StartLine);
        json.WriteNumber("startColumn", region.StartColumn);
        json.WriteNumber("endLine", region.EndLine);
        json.WriteNumber("endColumn", region.EndColumn);
        json.WriteNumber("charOffset", region.Offset);
        json.WriteNumber("charLength", region.Length);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
