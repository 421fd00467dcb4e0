using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Answers;

/// <summary>Writes answers as JSON; the contract is in docs/file-formats.md.</summary>
public static class AnswerJson
{
    internal static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The answer as indented JSON with a line end.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="beside">Writes properties that stand beside the answer and are no part of what it claims; null for none.</param>
    public static string Of(Answer answer, Action<Utf8JsonWriter>? beside = null) =>
        Text(json => Write(json, answer, beside));

    internal static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            write(json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, checked((int)stream.Length)) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Answer answer, Action<Utf8JsonWriter>? beside)
    {
        json.WriteStartObject();
        json.WriteString("status", answer.IsAnswered ? "answered" : "notAnswered");
        json.WriteString("question", answer.Reading.Text);
        WriteReading(json, answer.Reading);
        json.WriteStartArray("sections");
        foreach (var section in answer.Sections)
            WriteSection(json, section);
        json.WriteEndArray();
        json.WriteStartArray("references");
        foreach (var reference in answer.References)
            WriteReference(json, reference);
        json.WriteEndArray();
        WriteSearched(json, answer.Searched);
        json.WriteStartArray("removed");
        foreach (var removed in answer.Removed)
        {
            json.WriteStartObject();
            json.WriteString("text", removed.Text);
            WriteStrings(json, "evidence", removed.Evidence);
            json.WriteString("reason", removed.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        beside?.Invoke(json);
        WriteStamp(json, answer.Knowledge);
        json.WriteEndObject();
    }

    private static void WriteReading(Utf8JsonWriter json, Question question)
    {
        json.WriteStartObject("reading");
        WriteStrings(json, "features", question.Features.Select(f => f.Name));
        WriteStrings(json, "groups", question.Groups.Select(g => g.Name));
        WriteStrings(json, "therapies", question.Therapies.Select(t => t.Name));
        WriteStrings(json, "levels", question.Levels.Select(Terms.Levels.NameOf));
        WriteStrings(json, "types", question.Types.Select(Terms.FeatureTypes.NameOf));
        json.WriteString("effect", EffectName(question.Effect));
        WriteStrings(json, "subtypes", question.Subtypes.Select(s => s.Name));
        WriteStrings(json, "settings", question.Settings.Select(Terms.Settings.NameOf));
        WriteStrings(json, "trials", question.Trials);
        json.WriteString("intent", IntentName(question.Intent));
        if (question.Presumed is { } presumed)
            json.WriteString("presumes", presumed == Direction.Resistance ? "resistance" : "sensitivity");
        json.WriteStartArray("unknownTerms");
        foreach (var unknown in question.Unknown)
        {
            json.WriteStartObject();
            json.WriteString("text", unknown.Text);
            if (unknown.Nearest is not null)
                json.WriteString("nearest", unknown.Nearest);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("corrections");
        foreach (var correction in question.Corrections)
        {
            json.WriteStartObject();
            json.WriteString("typed", correction.Typed);
            json.WriteString("read", correction.Read);
            if (correction.Why is not null)
                json.WriteString("why", correction.Why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSection(Utf8JsonWriter json, AnswerSection section)
    {
        json.WriteStartObject();
        json.WriteString("title", section.Title);
        json.WriteStartArray("claims");
        foreach (var claim in section.Claims)
        {
            json.WriteStartObject();
            json.WriteString("text", claim.Text);
            WriteStrings(json, "evidence", claim.Evidence);
            json.WriteStartArray("citations");
            foreach (var citation in claim.Citations)
                json.WriteNumberValue(citation);
            json.WriteEndArray();
            json.WriteString("grade", claim.Grade);
            json.WriteString("state", claim.State);
            WriteStrings(json, "effects", claim.Effects);
            WriteStrings(json, "features", claim.Features);
            WriteStrings(json, "therapies", claim.Therapies);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, Reference reference)
    {
        json.WriteStartObject();
        json.WriteNumber("number", reference.Number);
        WriteOptional(json, "doi", reference.Paper.Doi);
        WriteOptional(json, "pmid", reference.Paper.Pmid);
        WriteOptional(json, "pmcid", reference.Paper.Pmcid);
        WriteOptional(json, "title", reference.Paper.Title);
        WriteOptional(json, "firstAuthor", reference.Paper.FirstAuthor);
        if (reference.Paper.Year is { } year)
            json.WriteNumber("year", year);
        else
            json.WriteNull("year");
        WriteOptional(json, "journal", reference.Paper.Journal);
        json.WriteString("checked", Terms.CheckedStates.NameOf(reference.Checked));
        json.WriteString("key", reference.Paper.Key);
        json.WriteEndObject();
    }

    private static void WriteSearched(Utf8JsonWriter json, Searched searched)
    {
        json.WriteStartObject("searched");
        json.WriteString("text", searched.Text);
        json.WriteNumber("items", searched.Items);
        json.WriteNumber("papers", searched.Papers);
        WriteStrings(json, "nearest", searched.Nearest);
        json.WriteEndObject();
    }

    internal static void WriteStamp(Utf8JsonWriter json, KnowledgeStamp stamp)
    {
        json.WriteStartObject("knowledge");
        json.WriteString("version", stamp.Version);
        json.WriteString("digest", stamp.Digest);
        json.WriteNumber("items", stamp.Items);
        json.WriteEndObject();
    }

    internal static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    private static string EffectName(AskedEffect effect) =>
        effect switch
        {
            AskedEffect.Resistance => "resistance",
            AskedEffect.Sensitivity => "sensitivity",
            AskedEffect.NoEffect => "no_effect",
            _ => "any",
        };

    private static string IntentName(Intent intent) =>
        intent switch
        {
            Intent.CrossResistance => "cross_resistance",
            _ => intent.ToString().ToLowerInvariant(),
        };
}
