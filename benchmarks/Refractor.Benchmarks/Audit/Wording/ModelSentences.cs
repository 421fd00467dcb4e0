using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit.Wording;

/// <summary>Sentences on cell lines, organoids and animals.</summary>
internal sealed class ModelSentences(Subjects subjects)
{
    public string? Write(Told told)
    {
        var therapy = Names.Of(told.Therapies, told.Style);
        if (therapy.Length == 0 || told.Item.Relation == Relation.CrossResistance)
            return null;
        return told.IsExperiment ? Experiment(told, therapy) : Observation(told, therapy);
    }

    /// <summary>"Knockdown of X": what was done to the feature; null when the state tells of nothing done.</summary>
    public static string? Manipulation(Told told, Subjects subjects)
    {
        if (told.Item.Level == Level.CellPhenotype)
            return null;
        var isActivity = told.Item.Level is Level.ProteinActivity or Level.PathwayActivity;
        var patterns = (told.IsLess, isActivity) switch
        {
            (true, true) => ["inhibition of {0}", "blocking {0}"],
            (true, false) when told.State == FeatureState.LossOfFunction => ["loss of {0}", "{0} loss"],
            (true, false) => ["knockdown of {0}", "silencing of {0}", "depletion of {0}"],
            (false, true) => ["activation of {0}"],
            _ when told.State == FeatureState.Mutated => ["mutation of {0}", "mutating {0}"],
            _ when told.State == FeatureState.Amplified => ["amplification of {0}"],
            _ when told.Item.Level is Level.DnaVariant =>
            [
                "activating {0} mutations",
                "gain-of-function {0} mutations",
            ],
            _ => new[] { "overexpression of {0}", "forced expression of {0}", "{0} overexpression" },
        };
        return told.Style.Pick(Choice.Subject, patterns).Fill(subjects.NameOf(told));
    }

    private string? Experiment(Told told, string therapy)
    {
        if (Manipulation(told, subjects) is not { } done)
            return null;
        var did = Did(told, told.Effect).Fill(therapy);
        return told.Style.Pick(
            Choice.Template,
            [
                $"In {Models(told)}, {done} {did}",
                $"{done.Capital()} {did} in {Models(told)}",
                $"In {Models(told)}, {done} {did}",
            ]
        );
    }

    private string? Observation(Told told, string therapy)
    {
        if (subjects.Of(told) is not { } subject)
            return null;
        var what = told.Effect switch
        {
            Effect.Resistance => told.Style.Pick(Choice.Outcome, ["resistance to {0}", "lower sensitivity to {0}"]),
            Effect.Sensitivity => told.Style.Pick(Choice.Outcome, ["sensitivity to {0}", "higher sensitivity to {0}"]),
            _ => "sensitivity to {0}",
        };
        return $"In {Models(told)}, {subject.Words} {Sentences.Verb(told, subject)} {what.Fill(therapy)}";
    }

    private static string Did(Told told, Effect effect) =>
        effect switch
        {
            Effect.Resistance => told.Style.Pick(
                Choice.Verb,
                ["conferred resistance to {0}", "reduced sensitivity to {0}", "made the cells more resistant to {0}"]
            ),
            Effect.Sensitivity => told.Style.Pick(
                Choice.Verb,
                ["conferred sensitivity to {0}", "increased sensitivity to {0}", "made the cells more sensitive to {0}"]
            ),
            _ => told.Style.Pick(
                Choice.Verb,
                ["did not change sensitivity to {0}", "left sensitivity to {0} unchanged"]
            ),
        };

    public static string Models(Told told)
    {
        var subtype = told.Subtype is { } s ? Names.Of(s, told.Style) + " " : "";
        return told.Item.Design switch
        {
            Design.Xenograft => told.Style.Pick(
                Choice.Opening,
                [$"{subtype}xenografts", $"mouse models of {subtype}breast cancer"]
            ),
            Design.Organoid => $"{subtype}breast cancer organoids",
            _ when told.Item.Setting == Setting.InVivo => $"mouse models of {subtype}breast cancer",
            _ => told.Style.Pick(
                Choice.Opening,
                [
                    $"{subtype}breast cancer cell lines",
                    $"{subtype}breast cancer cells",
                    $"cultured {subtype}breast cancer cells",
                ]
            ),
        };
    }
}
