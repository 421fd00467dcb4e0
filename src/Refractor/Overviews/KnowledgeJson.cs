using System.Text.Json;
using Refractor.Answers;
using Refractor.Knowledge;

namespace Refractor.Overviews;

/// <summary>Writes problems, search hits and differences of the knowledge as JSON.</summary>
public static class KnowledgeJson
{
    /// <summary>Problems with the counts of what was read.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="loaded">Items that can be used.</param>
    /// <param name="rejected">Items left out; loaded and rejected are what was read.</param>
    public static string Of(IReadOnlyList<DataProblem> problems, int loaded, int rejected) =>
        AnswerJson.Text(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("read", loaded + rejected);
            json.WriteNumber("loaded", loaded);
            json.WriteNumber("rejected", rejected);
            json.WriteStartArray("problems");
            foreach (var problem in problems)
                Write(json, problem);
            json.WriteEndArray();
            json.WriteEndObject();
        });

    /// <summary>Hits of a search.</summary>
    /// <param name="text">What was searched for.</param>
    /// <param name="hits">The hits, best first.</param>
    /// <param name="knowledge">The knowledge searched.</param>
    public static string Of(string text, IReadOnlyList<SearchHit> hits, KnowledgeStamp knowledge) =>
        AnswerJson.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteStartArray("hits");
            foreach (var hit in hits)
            {
                json.WriteStartObject();
                json.WriteNumber("score", Math.Round(hit.Score, 3));
                json.WriteString("feature", hit.Item.Feature.Name);
                json.WritePropertyName("item");
                FindingJson.Write(json, hit.Item);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            AnswerJson.WriteStamp(json, knowledge);
            json.WriteEndObject();
        });

    /// <summary>Differences of two versions.</summary>
    public static string Of(PackDiff diff) =>
        AnswerJson.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("old", diff.OldVersion);
            json.WriteString("new", diff.NewVersion);
            Write(json, "papers", diff.Papers, p => p.Key);
            Write(json, "items", diff.Items, i => i.Id);
            AnswerJson.WriteStrings(json, "namesAdded", diff.AddedNames.Select(Text));
            AnswerJson.WriteStrings(json, "namesRemoved", diff.RemovedNames.Select(Text));
            json.WriteEndObject();
        });

    private static string Text(VocabularyName name) => $"{name.Kind} {name.Entry}: {name.Name}";

    private static void Write(Utf8JsonWriter json, DataProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("severity", problem.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("rule", problem.Rule);
        json.WriteString("file", problem.File);
        if (problem.Line is { } line)
            json.WriteNumber("line", line);
        json.WriteString("found", problem.Found);
        json.WriteString("expected", problem.Expected);
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, string name, EntryDiff<T> diff, Func<T, string> key)
    {
        json.WriteStartObject(name);
        AnswerJson.WriteStrings(json, "added", diff.Added.Select(key));
        AnswerJson.WriteStrings(json, "removed", diff.Removed.Select(key));
        json.WriteStartArray("changed");
        foreach (var change in diff.Changed)
        {
            json.WriteStartObject();
            json.WriteString("name", change.Name);
            json.WriteStartArray("fields");
            foreach (var field in change.Fields)
            {
                json.WriteStartObject();
                json.WriteString("field", field.Field);
                json.WriteString("old", field.Old);
                json.WriteString("new", field.New);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
