using System.Text.Json;
using Refractor.Answers;
using Refractor.Knowledge;

namespace Refractor.Overviews;

/// <summary>Writes overviews of markers, therapies and rankings as JSON; the contract is in docs/file-formats.md.</summary>
public static class OverviewJson
{
    /// <summary>A marker view as indented JSON.</summary>
    /// <param name="view">The view.</param>
    /// <param name="beside">Writes properties that stand beside the published evidence; null for none.</param>
    public static string Of(MarkerView view, Action<Utf8JsonWriter>? beside = null) =>
        AnswerJson.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("feature", view.Feature.Name);
            AnswerJson.WriteStrings(json, "aliases", view.Feature.Aliases);
            json.WriteStartArray("associations");
            foreach (var entry in view.Associations)
                Write(json, entry);
            json.WriteEndArray();
            AnswerJson.WriteStrings(json, "related", view.Related.Select(f => f.Name));
            beside?.Invoke(json);
            AnswerJson.WriteStamp(json, view.Knowledge);
            json.WriteEndObject();
        });

    /// <summary>A therapy view as indented JSON.</summary>
    public static string Of(TherapyView view) =>
        AnswerJson.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("therapy", view.Therapy.Name);
            Write(json, view.Filter);
            foreach (var section in view.Sections)
                Write(json, section.Name, section.Entries);
            WriteCounts(json, "leftOut", view.LeftOut);
            AnswerJson.WriteStamp(json, view.Knowledge);
            json.WriteEndObject();
        });

    /// <summary>A ranking as indented JSON.</summary>
    public static string Of(Ranking ranking) =>
        AnswerJson.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("therapy", ranking.Therapy?.Name);
            Write(json, ranking.Filter);
            json.WriteNumber("ranked", ranking.Ranked);
            json.WriteNumber("nullOnly", ranking.NullOnly);
            Write(json, "associations", ranking.Entries);
            AnswerJson.WriteStamp(json, ranking.Knowledge);
            json.WriteEndObject();
        });

    /// <summary>Counts of a pack as indented JSON.</summary>
    public static string Of(KnowledgeStats stats) =>
        AnswerJson.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("version", stats.Version);
            json.WriteString("digest", stats.Digest);
            json.WriteNumber("papers", stats.Papers);
            json.WriteNumber("items", stats.Items);
            json.WriteNumber("notConfirmed", stats.NotConfirmed);
            json.WriteNumber("retracted", stats.Retracted);
            json.WriteNumber("features", stats.Features);
            json.WriteNumber("therapies", stats.Therapies);
            foreach (var (property, counts) in stats.By)
                WriteCounts(json, property, counts);
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, MarkerAssociation entry)
    {
        json.WriteStartObject();
        json.WriteString("therapy", entry.Therapy?.Name ?? "none");
        json.WriteString("therapyLabel", entry.TherapyLabel);
        json.WriteString("subtype", entry.Subtype?.Name ?? "any");
        FindingJson.Head(json, entry.Association);
        json.WriteStartArray("items");
        foreach (var item in entry.Association.Items)
            FindingJson.Write(json, item);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<RankedAssociation> entries)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("subject", entry.Subject);
            json.WriteString("therapy", entry.Therapy);
            FindingJson.Head(json, entry.Association);
            json.WriteString("predictiveDesign", UtilityText.Design(entry.Utility));
            json.WriteString("validation", UtilityText.Validation(entry.Utility));
            json.WriteStartArray("items");
            foreach (var item in entry.Association.Items)
                FindingJson.Write(json, item);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, EvidenceFilter filter)
    {
        json.WriteString("subtype", filter.Subtype?.Name);
        json.WriteString("setting", filter.Setting is { } setting ? Terms.Settings.NameOf(setting) : null);
        json.WriteString("level", filter.Level is { } level ? Terms.Levels.NameOf(level) : null);
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IReadOnlyList<NamedCount> counts)
    {
        json.WriteStartObject(name);
        foreach (var count in counts)
            json.WriteNumber(count.Name, count.Count);
        json.WriteEndObject();
    }
}
