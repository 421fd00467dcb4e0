using System.Globalization;
using System.Text;

namespace Refractor.Knowledge.Source;

/// <summary>Writes a source with its findings as one evidence file, in the form that is read and checked; docs/file-formats.md gives it.</summary>
public static class EvidenceFileWriter
{
    /// <summary>The file.</summary>
    /// <param name="items">Findings of one source, at least one.</param>
    /// <param name="remarks">Lines that stand above as comments; none by default.</param>
    /// <exception cref="ArgumentException">There is no item, or they are of several sources.</exception>
    public static string Of(IReadOnlyList<EvidenceItem> items, IReadOnlyList<string>? remarks = null)
    {
        if (items.Count == 0 || items.Any(i => i.Paper != items[0].Paper))
            throw new ArgumentException("An evidence file holds the items of one source, at least one.", nameof(items));
        var text = new StringBuilder();
        foreach (var remark in remarks ?? [])
            text.Append("# ").Append(remark.ReplaceLineEndings(" ")).Append('\n');
        text.Append("paper:\n");
        foreach (var (name, value) in Fields(items[0].Paper))
            text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
        text.Append("evidence:\n");
        foreach (var item in items)
            Append(text, Fields(item));
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<(string Name, string Value)> fields)
    {
        var lead = "- ";
        foreach (var (name, value) in fields)
        {
            text.Append(lead).Append(name).Append(": ").Append(value).Append('\n');
            lead = "  ";
        }
    }

    private static IEnumerable<(string Name, string Value)> Fields(Paper paper) =>
        new YamlFields()
            .Text("doi", paper.Doi)
            .Text("pmid", paper.Pmid)
            .Text("pmcid", paper.Pmcid)
            .Text("title", paper.Title)
            .Text("first_author", paper.FirstAuthor)
            .Text("journal", paper.Journal)
            .Text("volume", paper.Volume)
            .Text("pages", paper.Pages)
            .Whole("year", paper.Year)
            .Name("kind", Terms.PaperKinds.NameOf(paper.Kind))
            .Texts("trial_ids", paper.TrialIds)
            .Name("retracted", paper.Retracted ? "true" : null)
            .All;

    private static IEnumerable<(string Name, string Value)> Fields(EvidenceItem item) =>
        new YamlFields()
            .Name("id", item.Id)
            .Map(
                "feature",
                new YamlFields()
                    .Text("name", item.FeatureName)
                    .Name("type", Terms.FeatureTypes.NameOf(item.Feature.Type))
                    .Texts("members", item.Members)
            )
            .Name("level", Terms.Levels.NameOf(item.Level))
            .Name("state", Terms.States.NameOf(item.State))
            .Text("variant", item.Variant)
            .Text("cutoff", item.Cutoff)
            .Name("relation", Terms.Relations.NameOf(item.Relation))
            .Name("effect", Terms.Effects.NameOf(item.Effect))
            .Texts("therapy", [.. item.Therapies.Select(t => t.Name)])
            .Texts("resistant_to", [.. item.ResistantTo.Select(t => t.Name)])
            .Name("modality", item.Modality)
            .Name("setting", Terms.Settings.NameOf(item.Setting))
            .Text("population", item.Population)
            .Text("subtype", item.Subtype?.Name)
            .Name("timing", Terms.Timings.NameOf(item.Timing))
            .Map(
                "study",
                new YamlFields()
                    .Name("design", Terms.Designs.NameOf(item.Design))
                    .Whole("n", item.N)
                    .Whole("n_events", item.Events)
                    .Name("predictive_design", Terms.PredictiveDesigns.NameOf(item.PredictiveDesign))
                    .Name("validation", Terms.Validations.NameOf(item.Validation))
            )
            .Name("endpoint", item.Endpoint)
            .Map("result", Fields(item.Result))
            .Name("checked", Terms.CheckedStates.NameOf(item.Checked))
            .Text("note", item.Note)
            .All;

    private static YamlFields Fields(EvidenceResult result) =>
        new YamlFields()
            .Name("metric", Terms.Metrics.NameOf(result.Metric))
            .Number("estimate", result.Estimate)
            .Name("ci", result.Interval is { } i ? $"[{YamlFields.Number(i.Low)}, {YamlFields.Number(i.High)}]" : null)
            .Number("ci_level", result.Interval is { Percent: not 95 and var level } ? level : null)
            .Text("p", P(result.P))
            .Text("q", P(result.Q))
            .Maps(
                "groups",
                result.Groups.Select(g =>
                    new YamlFields().Text("label", g.Label).Whole("n", g.N).Number("rate", g.Rate)
                )
            )
            .Text("reference", result.Reference)
            .Texts("adjusted_for", result.AdjustedFor)
            .Text("printed", result.Printed)
            .Name("missing", Terms.MissingReasons.NameOrNull(result.Missing));

    private static string? P(PValue? p) =>
        p is { } value ? $"{(value.Relation == "=" ? "" : value.Relation)}{YamlFields.Number(value.Value)}" : null;
}

/// <summary>Fields of a mapping in YAML; what has no value is left out with its name.</summary>
internal sealed class YamlFields
{
    private readonly List<(string Name, string Value)> _all = [];

    public IReadOnlyList<(string Name, string Value)> All => _all;

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A controlled name, or YAML that is written as it is.</summary>
    public YamlFields Name(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            _all.Add((name, value));
        return this;
    }

    /// <summary>A free text, in quotes.</summary>
    public YamlFields Text(string name, string? value) => Name(name, value is null ? null : Quote(value));

    public YamlFields Texts(string name, IReadOnlyList<string> values) =>
        Name(name, values.Count == 0 ? null : $"[{string.Join(", ", values.Select(Quote))}]");

    public YamlFields Whole(string name, int? value) => Name(name, value?.ToString(CultureInfo.InvariantCulture));

    public YamlFields Number(string name, double? value) => Name(name, value is { } number ? Number(number) : null);

    public YamlFields Map(string name, YamlFields fields) => Name(name, fields.Flow());

    public YamlFields Maps(string name, IEnumerable<YamlFields> maps)
    {
        var flows = maps.Select(m => m.Flow()).ToList();
        return Name(name, flows.Count == 0 ? null : $"[{string.Join(", ", flows)}]");
    }

    private string Flow() => $"{{{string.Join(", ", _all.Select(f => $"{f.Name}: {f.Value}"))}}}";

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                < ' ' or '\u0085' or '\u2028' or '\u2029' => quoted.Append(
                    CultureInfo.InvariantCulture,
                    $"\\u{(int)c:x4}"
                ),
                _ => quoted.Append(c),
            };
        return quoted.Append('"').ToString();
    }
}
