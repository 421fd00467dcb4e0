using System.Text.Json;
using Refractor.Answers;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Overviews;

/// <summary>One finding, or the head of an association, as JSON inside an overview.</summary>
internal static class FindingJson
{
    public static void Write(Utf8JsonWriter json, EvidenceItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("state", Terms.States.NameOf(item.State));
        json.WriteString("level", Terms.Levels.NameOf(item.Level));
        json.WriteString("effect", Terms.Effects.NameOf(item.Effect));
        json.WriteString("relation", Terms.Relations.NameOf(item.Relation));
        json.WriteString("predictiveDesign", Terms.PredictiveDesigns.NameOf(item.PredictiveDesign));
        AnswerJson.WriteStrings(json, "therapies", item.Therapies.Select(t => t.Name));
        json.WriteString("setting", Terms.Settings.NameOf(item.Setting));
        json.WriteString("subtype", item.Subtype?.Name);
        json.WriteString("design", Terms.Designs.NameOf(item.Design));
        Number(json, "n", item.N);
        json.WriteString("endpoint", item.Endpoint);
        Result(json, item.Result);
        json.WriteString("grade", Grading.Letter(Grading.Of(item)));
        json.WriteString("checked", Terms.CheckedStates.NameOf(item.Checked));
        json.WriteString("paper", item.Paper.Key);
        json.WriteString("doi", item.Paper.Doi);
        json.WriteString("pmid", item.Paper.Pmid);
        json.WriteEndObject();
    }

    /// <summary>Properties shared by every association: feature, aspect, role, conflict, moderator, direction, grade, sources.</summary>
    public static void Head(Utf8JsonWriter json, Association association)
    {
        json.WriteString("feature", association.Feature.Name);
        json.WriteString("aspect", association.Aspect.ToString().ToLowerInvariant());
        json.WriteString("role", UtilityText.Role(association.Role));
        json.WriteString("conflict", Conflict.NameOf(association.Verdict.State));
        json.WriteString("moderator", association.Verdict.Moderator);
        json.WriteString("direction", UtilityText.Direction(association.Verdict.Direction));
        json.WriteString("rule", association.Verdict.Rule);
        json.WriteString("grade", Grading.Letter(association.Grade));
        json.WriteNumber("sources", association.Utility.Sources);
    }

    private static void Result(Utf8JsonWriter json, EvidenceResult result)
    {
        json.WriteStartObject("result");
        json.WriteString("metric", Terms.Metrics.NameOf(result.Metric));
        Number(json, "estimate", result.Estimate);
        if (result.Interval is { } ci)
        {
            json.WriteNumber("low", ci.Low);
            json.WriteNumber("high", ci.High);
            json.WriteNumber("percent", ci.Percent);
        }
        json.WriteString("p", FieldText.Of(result.P));
        json.WriteString("printed", result.Printed);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
