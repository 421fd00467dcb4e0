using Refractor.Knowledge;

namespace Refractor.Exporting;

/// <summary>One evidence item as JSON, in the fields and the order of the evidence schema.</summary>
internal static class ItemJson
{
    public static void Write(JsonText json, EvidenceItem item)
    {
        json.Writer.WriteStartObject();
        json.Text("id", item.Id);
        WriteFeature(json, item);
        json.Text("level", Terms.Levels.NameOf(item.Level));
        json.Text("state", Terms.States.NameOf(item.State));
        json.Text("variant", item.Variant);
        json.Text("cutoff", item.Cutoff);
        json.Text("relation", Terms.Relations.NameOf(item.Relation));
        json.Text("effect", Terms.Effects.NameOf(item.Effect));
        json.Texts("therapy", item.Therapies.Select(t => t.Name));
        json.Texts("resistant_to", item.ResistantTo.Select(t => t.Name));
        json.Text("modality", item.Modality);
        json.Text("setting", Terms.Settings.NameOf(item.Setting));
        json.Text("population", item.Population);
        json.Text("subtype", item.Subtype?.Name);
        json.Text("timing", FieldText.Recorded(item.Timing));
        WriteStudy(json, item);
        json.Text("endpoint", item.Endpoint);
        WriteResult(json, item.Result);
        json.Text("checked", Terms.CheckedStates.NameOf(item.Checked));
        json.Text("note", item.Note);
        json.Writer.WriteEndObject();
    }

    private static void WriteFeature(JsonText json, EvidenceItem item)
    {
        json.Writer.WriteStartObject("feature");
        json.Text("name", item.FeatureName);
        json.Text("type", Terms.FeatureTypes.NameOf(item.Feature.Type));
        json.Texts("members", item.Members);
        json.Writer.WriteEndObject();
    }

    private static void WriteStudy(JsonText json, EvidenceItem item)
    {
        json.Writer.WriteStartObject("study");
        json.Text("design", Terms.Designs.NameOf(item.Design));
        json.Integer("n", item.N);
        json.Integer("n_events", item.Events);
        json.Text("predictive_design", Terms.PredictiveDesigns.NameOf(item.PredictiveDesign));
        json.Text("validation", FieldText.Recorded(item.Validation));
        json.Writer.WriteEndObject();
    }

    private static void WriteResult(JsonText json, EvidenceResult result)
    {
        json.Writer.WriteStartObject("result");
        json.Text("metric", Terms.Metrics.NameOf(result.Metric));
        json.Number("estimate", result.Estimate);
        if (result.Interval is { } interval)
            WriteInterval(json, interval);
        WriteP(json, "p", result.P);
        WriteP(json, "q", result.Q);
        WriteGroups(json, result.Groups);
        json.Text("reference", result.Reference);
        json.Texts("adjusted_for", result.AdjustedFor);
        json.Text("printed", result.Printed);
        json.Text("missing", Terms.MissingReasons.NameOrNull(result.Missing));
        json.Writer.WriteEndObject();
    }

    private static void WriteInterval(JsonText json, Interval interval)
    {
        json.Writer.WriteStartArray("ci");
        json.Writer.WriteNumberValue(interval.Low);
        json.Writer.WriteNumberValue(interval.High);
        json.Writer.WriteEndArray();
        if (interval.Percent != 95)
            json.Number("ci_level", interval.Percent);
    }

    /// <summary>An exact p value is a number, a bound is a text such as "&lt;0.001".</summary>
    private static void WriteP(JsonText json, string name, PValue? p)
    {
        if (p is { Relation: "=" } exact)
            json.Number(name, exact.Value);
        else
            json.Text(name, FieldText.Of(p));
    }

    private static void WriteGroups(JsonText json, IReadOnlyList<ResultGroup> groups)
    {
        if (groups.Count == 0)
            return;
        json.Writer.WriteStartArray("groups");
        foreach (var group in groups)
        {
            json.Writer.WriteStartObject();
            json.Text("label", group.Label);
            json.Integer("n", group.N);
            json.Number("rate", group.Rate);
            json.Writer.WriteEndObject();
        }
        json.Writer.WriteEndArray();
    }
}
