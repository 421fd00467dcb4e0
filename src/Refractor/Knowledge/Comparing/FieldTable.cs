namespace Refractor.Knowledge.Comparing;

/// <summary>A field of an item or paper as text.</summary>
/// <param name="Name">Name in the evidence schema, with its path: <c>study.n</c>.</param>
/// <param name="Value">Gives the value; null when it is missing.</param>
internal readonly record struct Field<T>(string Name, Func<T, string?> Value);

/// <summary>Every field of the evidence schema, for comparing two versions of the same thing.</summary>
internal static class FieldTable
{
    private const string Between = " | ";

    public static IReadOnlyList<Field<Paper>> OfPaper { get; } =
    [
        new("doi", p => p.Doi),
        new("pmid", p => p.Pmid),
        new("pmcid", p => p.Pmcid),
        new("title", p => p.Title),
        new("first_author", p => p.FirstAuthor),
        new("journal", p => p.Journal),
        new("volume", p => p.Volume),
        new("pages", p => p.Pages),
        new("year", p => FieldText.Of(p.Year)),
        new("kind", p => Terms.PaperKinds.NameOf(p.Kind)),
        new("trial_ids", p => FieldText.Joined(p.TrialIds, Between)),
        new("retracted", p => p.Retracted ? "true" : null),
    ];

    public static IReadOnlyList<Field<EvidenceItem>> OfItem { get; } =
    [
        new("paper", i => i.Paper.Key),
        new("feature.name", i => i.FeatureName),
        new("feature.joined_to", i => i.Feature.Name),
        new("feature.type", i => Terms.FeatureTypes.NameOf(i.Feature.Type)),
        new("feature.members", i => FieldText.Joined(i.Members, Between)),
        new("level", i => Terms.Levels.NameOf(i.Level)),
        new("state", i => Terms.States.NameOf(i.State)),
        new("variant", i => i.Variant),
        new("cutoff", i => i.Cutoff),
        new("relation", i => Terms.Relations.NameOf(i.Relation)),
        new("effect", i => Terms.Effects.NameOf(i.Effect)),
        new("therapy", i => Names(i.Therapies)),
        new("resistant_to", i => Names(i.ResistantTo)),
        new("modality", i => i.Modality),
        new("setting", i => Terms.Settings.NameOf(i.Setting)),
        new("population", i => i.Population),
        new("subtype", i => i.Subtype?.Name),
        new("timing", i => FieldText.Recorded(i.Timing)),
        new("study.design", i => Terms.Designs.NameOf(i.Design)),
        new("study.n", i => FieldText.Of(i.N)),
        new("study.n_events", i => FieldText.Of(i.Events)),
        new("study.predictive_design", i => Terms.PredictiveDesigns.NameOf(i.PredictiveDesign)),
        new("study.validation", i => FieldText.Recorded(i.Validation)),
        new("endpoint", i => i.Endpoint),
        new("result.metric", i => Terms.Metrics.NameOf(i.Result.Metric)),
        new("result.estimate", i => FieldText.Of(i.Result.Estimate)),
        new(
            "result.ci",
            i => i.Result.Interval is { } ci ? $"{FieldText.Of(ci.Low)} to {FieldText.Of(ci.High)}" : null
        ),
        new("result.ci_level", i => FieldText.Of(i.Result.Interval?.Percent)),
        new("result.p", i => FieldText.Of(i.Result.P)),
        new("result.q", i => FieldText.Of(i.Result.Q)),
        new("result.groups", i => FieldText.Joined([.. i.Result.Groups.Select(GroupText)], Between)),
        new("result.reference", i => i.Result.Reference),
        new("result.adjusted_for", i => FieldText.Joined(i.Result.AdjustedFor, Between)),
        new("result.printed", i => i.Result.Printed),
        new("result.missing", i => Terms.MissingReasons.NameOrNull(i.Result.Missing)),
        new("checked", i => Terms.CheckedStates.NameOf(i.Checked)),
        new("note", i => i.Note),
    ];

    private static string? Names(IReadOnlyList<Vocabulary.Therapy> therapies) =>
        FieldText.Joined([.. therapies.Select(t => t.Name)], "+");

    private static string GroupText(ResultGroup group) =>
        group.Label
        + (group.N is { } n ? $", n {FieldText.Of(n)}" : "")
        + (group.Rate is { } rate ? $", rate {FieldText.Of(rate)}" : "");
}
