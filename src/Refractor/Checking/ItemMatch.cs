using Refractor.Knowledge;

namespace Refractor.Checking;

/// <summary>Whether a sentence states what an evidence item holds.</summary>
internal static class ItemMatch
{
    private static readonly string[] Order = ["feature", "effect", "state", "level", "therapy", "setting", "subtype", "model", "relation", "n", "confirmed"];

    /// <summary>Why the sentence does not state the item; null when it does.</summary>
    public static string? Fault(EvidenceItem item, StatedSentence sentence, IReadOnlyList<EvidenceItem> all, KnownNames names)
    {
        if (!NamesFeature(item, sentence, names))
            return $"feature: '{item.Feature.Name}' is not named";
        if (sentence.Effect == StatedEffect.Disagreement)
            return Disagreement.Fault(sentence, all);
        if (!EffectAgrees(item, sentence))
            return $"effect: the evidence shows {Terms.Effects.NameOf(item.Effect)}, the sentence states {sentence.Effect}";
        if (StatedFeature.Fault(item, sentence, names) is { } fault)
            return fault;
        if (!NamesTherapies(item, sentence, names))
            return "therapy: not every therapy of the evidence is named";
        return Context(item, sentence, names);
    }

    /// <summary>How far the comparison came: the later the fault, the nearer the sentence.</summary>
    public static int Depth(string fault) => Array.FindIndex(Order, o => fault.StartsWith(o, StringComparison.Ordinal));

    private static bool NamesFeature(EvidenceItem item, StatedSentence sentence, KnownNames names)
    {
        foreach (var key in names.Of(item.Feature))
        {
            if (sentence.Names(key))
                return true;
        }
        return sentence.Names(names.Key(item.FeatureName));
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

    private static bool NamesTherapies(EvidenceItem item, StatedSentence sentence, KnownNames names) =>
        item.Therapies.Concat(item.ResistantTo).All(t => sentence.Names(names.Key(t.Label)) || sentence.Names(names.Key(t.Name)));

    private static string? Context(EvidenceItem item, StatedSentence sentence, KnownNames names)
    {
        if (Setting(item.Setting) is { } word && item.Therapies.Count > 0 && !sentence.HasWord(word))
            return $"setting: '{word}' is not said";
        if (item.Subtype is { Name: not "any" } subtype && !sentence.Names(names.Key(subtype.Label)))
            return $"subtype: '{subtype.Label}' is not said";
        if (!item.IsClinical && !(sentence.HasWord("vitro") || sentence.HasWord("animal") || sentence.HasWord("models") || sentence.HasWord("computational")))
            return "model: cells or animals are told as patients";
        if (Relation(item, sentence) is { } fault)
            return fault;
        if (item.N is { } n && !sentence.HasFigure(n))
            return $"n: {n} is not said";
        if (!item.IsConfirmed && !sentence.Body.Contains("not confirmed", StringComparison.OrdinalIgnoreCase))
            return "confirmed: what was seen only through another text is stated plainly";
        return item.IsConfirmed && sentence.Body.Contains("not confirmed", StringComparison.OrdinalIgnoreCase) ? "confirmed: the evidence is confirmed, the sentence says it is not" : null;
    }

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
        var change = sentence.Body.Contains("seen after", StringComparison.OrdinalIgnoreCase) || sentence.Body.Contains("seen during", StringComparison.OrdinalIgnoreCase) || sentence.Body.Contains("consistent change", StringComparison.OrdinalIgnoreCase);
        if (item.Relation == Knowledge.Relation.Prognostic != prognostic)
            return prognostic ? "relation: predictive evidence is told as prognostic" : "relation: prognostic evidence is told as response to therapy";
        if (item.Relation == Knowledge.Relation.TreatmentChange != change)
            return change ? "relation: the evidence is no comparison before and after treatment" : "relation: a change under treatment is told as response";
        return null;
    }
}
