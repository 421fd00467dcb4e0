using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit.Wording;

/// <summary>Sentences on features that differ before and after treatment, or between resistant and parental cells.</summary>
internal static class ChangeSentences
{
    public static string? Write(Told told, Subjects subjects)
    {
        var therapy = Names.Of(told.Therapies, told.Style);
        if (therapy.Length == 0 || told.Effect is not (Effect.Resistance or Effect.NoEffect))
            return null;
        var amount = told.State switch
        {
            FeatureState.Increased or FeatureState.High => true,
            FeatureState.Decreased or FeatureState.Low => false,
            _ => (bool?)null,
        };
        return amount is { } isMore
            ? Amount(told, subjects.Measured(told), isMore, therapy)
            : Found(told, subjects, therapy);
    }

    private static string Amount(Told told, Noun measured, bool isMore, string therapy)
    {
        var figures = told.Figures.OnlyP.Write(told.Style);
        if (told.Effect == Effect.NoEffect)
            return $"{measured.Words.Capital()} did not change significantly {During(told, therapy)}{figures}";
        if (told.IsModel)
            return isMore
                ? $"{measured.Words.Capital()} {told.Style.Pick(Choice.Verb, ["rose", $"{measured.Was} increased", $"{measured.Was} higher"])} in {Resistant(told, therapy)}"
                : $"{measured.Words.Capital()} {told.Style.Pick(Choice.Verb, ["fell", $"{measured.Was} decreased", $"{measured.Was} lower"])} in {Resistant(told, therapy)}";
        var verb = isMore
            ? told.Style.Pick(Choice.Verb, ["increased", "rose", "went up"])
            : told.Style.Pick(Choice.Verb, ["decreased", "fell", "went down"]);
        return $"{measured.Words.Capital()} {verb} {During(told, therapy)}{figures}";
    }

    private static string? Found(Told told, Subjects subjects, string therapy)
    {
        if (told.Effect == Effect.NoEffect || subjects.Of(told) is not { } subject)
            return null;
        var verb = told.Style.Pick(Choice.Verb, [$"{subject.Was} found", $"{subject.Was} detected", "emerged"]);
        return told.IsModel
            ? $"{subject.Words.Capital()} {verb} in {Resistant(told, therapy)}"
            : $"{subject.Words.Capital()} {verb} {After(told, therapy)}";
    }

    private static string Resistant(Told told, string therapy) =>
        $"{ModelSentences.Models(told)} resistant to {therapy}";

    private static string During(Told told, string therapy) =>
        told.Item.Timing switch
        {
            Knowledge.Timing.OnTreatment => $"during treatment with {therapy} in {Patients.Of(told, "")}",
            _ => After(told, therapy),
        };

    private static string After(Told told, string therapy)
    {
        if (told.Item.Setting == Setting.Neoadjuvant)
            return told
                .Style.Pick(
                    Choice.Template,
                    ["after neoadjuvant {0} in {1}", "in residual tumours after neoadjuvant {0} in {1}"]
                )
                .Fill(therapy, Patients.Of(told, ""));
        return told.Item.Timing == Knowledge.Timing.Relapse
            ? $"at progression on {therapy} in {Patients.Of(told, "")}"
            : $"after treatment with {therapy} in {Patients.Of(told, "")}";
    }
}
