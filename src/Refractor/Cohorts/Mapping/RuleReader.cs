using Refractor.Knowledge;
using Refractor.Knowledge.Source;

namespace Refractor.Cohorts.Mapping;

/// <summary>Reads the rules of a mapping: records, treatments, outcomes, variables.</summary>
internal static class RuleReader
{
    private static readonly TermTable<TimeUnit> Units = new("days", "months", "years");
    private static readonly TermTable<Completeness> Completions = new("nobody", "patients_with_rows", "all_patients");
    private static readonly string[] Sides = ["given", "not_given"];

    public static RecordTable Records(YamlMap map) =>
        new(map.Has("files") ? map.Texts("files") : [map.RequiredText("file")])
        {
            Patient = map.Text("patient"),
            LinesBelowHeader = map.Integer("lines_below_header", 0, 10) ?? 0,
            Encoding = map.Text("encoding") ?? "utf-8",
            Drug = map.Text("drug"),
            OtherwiseDrug = map.Text("otherwise_drug"),
            NoTherapy = map.TextOrTexts("no_therapy"),
            Except = WordsByColumn(map, "except"),
            Only = WordsByColumn(map, "only"),
        };

    private static Dictionary<string, IReadOnlyList<string>> WordsByColumn(YamlMap map, string key)
    {
        var words = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        if (map.Map(key, required: false) is { } columns)
            foreach (var column in columns.Keys)
                words[column] = columns.TextOrTexts(column);
        return words;
    }

    public static TreatmentRule Treatment(YamlMap map) =>
        map.Flag("all") ? TreatmentRule.Everybody
        : map.Flag("none") ? TreatmentRule.Nobody
        : Told(map) with
        {
            Randomised = map.Flag("randomised"),
            Also = [.. map.Maps("also", required: false).Select(AlsoTold)],
        };

    private static TreatmentRule AlsoTold(YamlMap map)
    {
        var rule = Told(map);
        map.RejectOthers();
        return rule;
    }

    private static TreatmentRule Told(YamlMap map) =>
        new(map.Has("records") ? map.Text("column") : map.RequiredText("column"))
        {
            Records = map.Text("records"),
            CompleteFor = map.Optional("complete_for", Completions) ?? Completeness.Nobody,
            Tells = map.Has("tells") ? map.RequiredOneOf("tells", Sides) == "given" : null,
            Given = map.TextOrTexts("given"),
            NotGiven = map.TextOrTexts("not_given"),
        };

    public static OutcomeRule Outcome(YamlMap map) =>
        new()
        {
            Time = map.Text("time"),
            OtherwiseTime = map.Text("otherwise_time"),
            Unit = map.Optional("unit", Units),
            Event = map.Text("event"),
            Records = map.TextOrTexts("records"),
            Otherwise = map.Text("otherwise"),
            CensoredAt = map.Text("censored_at"),
            Observed = map.TextOrTexts("observed"),
            Censored = map.TextOrTexts("censored"),
            Response = map.Text("response"),
            Responded = map.TextOrTexts("responded"),
            NotResponded = map.TextOrTexts("not_responded"),
            Definition = map.Text("definition"),
        };

    public static VariableRule Variable(YamlMap map) =>
        new(map.RequiredText("column"))
        {
            Positive = map.TextOrTexts("positive"),
            Negative = map.TextOrTexts("negative"),
        };
}
