using Refractor.Knowledge;

namespace Refractor.Checking;

/// <summary>Whether a sentence states what an evidence item holds.</summary>
internal static class ItemMatch
{
    private static readonly string[] Order =
    [
        "feature",
        "effect",
        "state",
        "level",
        "therapy",
        "setting",
        "subtype",
        "model",
        "relation",
        "n",
        "confirmed",
    ];

    /// <summary>Why the statement does not state the item; null when it does.</summary>
    public static string? Fault(
        EvidenceItem item,
        Statement statement,
        IReadOnlyList<EvidenceItem> all,
        KnownNames names
    )
    {
        var sentence = statement.Sentence;
        if (!NamesFeature(item, statement.Names, names))
            return $"feature: '{item.Feature.Name}' is not named";
        if (sentence.Effect == StatedEffect.Disagreement)
            return Disagreement.Fault(sentence, all) ?? StatedFeature.LevelFault(statement, all, names);
        if (!EffectAgrees(item, sentence))
            return $"effect: the evidence shows {Terms.Effects.NameOf(item.Effect)}, the sentence states {sentence.Effect}";
        if (StatedFeature.Fault(item, statement, names) is { } fault)
            return fault;
        if (!NamesTherapies(item, statement.Context, names))
            return "therapy: not every therapy of the evidence is named";
        return Context(item, statement, names);
    }

    /// <summary>How far the comparison came: the later the fault, the nearer the sentence.</summary>
    public static int Depth(string fault) => Array.FindIndex(Order, o => fault.StartsWith(o, StringComparison.Ordinal));

    private static bool NamesFeature(EvidenceItem item, StatedWords words, KnownNames names)
    {
        foreach (var key in names.Of(item.Feature))
        {
            if (words.Names(key))
                return true;
        }
        return words.Names(names.Key(item.FeatureName));
    }

    private static bool EffectAgrees(EvidenceItem item, StatedSentence sentence) =>
        sentence.Effect
        == item.Effect switch
        {
            Effect.Resistance => StatedEffect.Resistance,
            Effect.Sensitivity => StatedEffect.Sensitivity,
            Effect.NoEffect => StatedEffect.NoEffect,
            _ => StatedEffect.Undirected,
        };

    private static bool NamesTherapies(EvidenceItem item, StatedWords words, KnownNames names) =>
        item
            .Therapies.Concat(item.ResistantTo)
            .All(t => words.Names(names.Key(t.Label)) || words.Names(names.Key(t.Name)));

    private static string? Context(EvidenceItem item, Statement statement, KnownNames names)
    {
        var words = statement.Context;
        if (Setting(item.Setting) is { } word && item.Therapies.Count > 0 && !words.HasWord(word))
            return $"setting: '{word}' is not said";
        if (item.Subtype is { Name: not "any" } subtype && !words.Names(names.Key(subtype.Label)))
            return $"subtype: '{subtype.Label}' is not said";
        if (Model(item) is { } model && !words.HasWord(model))
            return $"model: '{model}' is not said";
        if (Relation(item, statement.Sentence) is { } fault)
            return fault;
        if (item.N is { } n && Figures.Count(StatedSentence.Citation().Replace(statement.Figures, " "), n) == 0)
            return $"n: {n} is not said";
        var saysNot = statement.Sentence.Body.Contains("not confirmed", StringComparison.OrdinalIgnoreCase);
        if (!item.IsConfirmed && !saysNot)
            return "confirmed: what was seen only through another text is stated plainly";
        return item.IsConfirmed && saysNot ? "confirmed: the evidence is confirmed, the sentence says it is not" : null;
    }

    /// <summary>The word without which cells or animals would be told as patients; null for findings in patients.</summary>
    private static string? Model(EvidenceItem item) =>
        item switch
        {
            { IsClinical: true } => null,
            { Setting: Knowledge.Setting.InVivo } or { Design: Design.Xenograft } => "animal",
            _ => "vitro",
        };

    private static string? Setting(Setting setting) =>
        setting switch
        {
            Knowledge.Setting.Neoadjuvant => "neoadjuvant",
            Knowledge.Setting.Adjuvant => "adjuvant",
            Knowledge.Setting.Metastatic => "metastatic",
            _ => null,
        };

    private static string? Relation(EvidenceItem item, StatedSentence sentence)
    {
        var prognostic = sentence.Body.Contains("prognostic", StringComparison.OrdinalIgnoreCase);
        var change =
            sentence.Body.Contains("seen after", StringComparison.OrdinalIgnoreCase)
            || sentence.Body.Contains("seen during", StringComparison.OrdinalIgnoreCase)
            || sentence.Body.Contains("consistent change", StringComparison.OrdinalIgnoreCase);
        if (item.Relation == Knowledge.Relation.Prognostic != prognostic)
            return prognostic
                ? "relation: predictive evidence is told as prognostic"
                : "relation: prognostic evidence is told as response to therapy";
        if (item.Relation == Knowledge.Relation.TreatmentChange != change)
            return change
                ? "relation: the evidence is no comparison before and after treatment"
                : "relation: a change under treatment is told as response";
        return null;
    }
}
