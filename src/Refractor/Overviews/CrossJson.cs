using System.Text.Json;
using Refractor.Answers;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Overviews;

/// <summary>Findings of cross-resistance on one feature, measured in one study each.</summary>
/// <param name="Feature">Name of the feature.</param>
/// <param name="Items">The findings, strongest first.</param>
public sealed record MeasuredCross(string Feature, IReadOnlyList<EvidenceItem> Items)
{
    /// <summary>One entry for each feature, in order of the strongest finding.</summary>
    public static IReadOnlyList<MeasuredCross> Of(CrossResistance cross) =>
        [.. cross.Measured.GroupBy(i => i.Feature).Select(g => new MeasuredCross(g.Key.Name, [.. g]))];
}

/// <summary>Writes cross-resistance as JSON; the contract is in docs/file-formats.md.</summary>
public static class CrossJson
{
    /// <summary>Cross-resistance as indented JSON.</summary>
    public static string Of(CrossResistance cross, KnowledgeStamp knowledge) =>
        AnswerJson.Text(json =>
        {
            json.WriteStartObject();
            AnswerJson.WriteStrings(json, "therapies", cross.Therapies.Select(t => t.Name));
            json.WriteStartArray("measured");
            foreach (var measured in MeasuredCross.Of(cross))
                Write(json, measured);
            json.WriteEndArray();
            Write(json, "sharedFeature", cross.SharedFeature);
            Write(json, "sharedMechanism", cross.SharedMechanism);
            Write(json, "inverse", cross.Inverse);
            AnswerJson.WriteStamp(json, knowledge);
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, MeasuredCross measured)
    {
        json.WriteStartObject();
        json.WriteString("feature", measured.Feature);
        AnswerJson.WriteStrings(json, "evidence", measured.Items.Select(i => i.Id));
        AnswerJson.WriteStrings(
            json,
            "resistantTo",
            measured.Items.SelectMany(i => i.ResistantTo).Select(t => t.Name).Distinct()
        );
        json.WriteStartArray("therapies");
        foreach (var group in measured.Items.GroupBy(i => string.Join('+', i.Therapies.Select(t => t.Name))))
            Write(json, group.Key, Conflict.Of([.. group]), group);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<CrossFeature> features)
    {
        json.WriteStartArray(name);
        foreach (var feature in features)
        {
            json.WriteStartObject();
            json.WriteString("feature", feature.Feature);
            json.WriteStartArray("therapies");
            foreach (var evidence in feature.PerTherapy)
                Write(json, evidence.Therapy.Name, evidence.Verdict, evidence.Items);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(
        Utf8JsonWriter json,
        string therapy,
        ConflictVerdict verdict,
        IEnumerable<EvidenceItem> items
    )
    {
        json.WriteStartObject();
        json.WriteString("therapy", therapy);
        json.WriteString("conflict", Conflict.NameOf(verdict.State));
        json.WriteString("moderator", verdict.Moderator);
        json.WriteString("direction", UtilityText.Direction(verdict.Direction));
        AnswerJson.WriteStrings(json, "evidence", items.Select(i => i.Id));
        json.WriteEndObject();
    }
}
