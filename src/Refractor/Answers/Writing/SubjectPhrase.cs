using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Writing;

/// <summary>Names the feature in its state, as a review would: "high ABCB1 mRNA", "loss of PTEN protein", "FGFR1 amplification".</summary>
internal static class SubjectPhrase
{
    private static readonly string[] SelfExplaining =
    [
        "score",
        "signature",
        "index",
        "ratio",
        "model",
        "nomogram",
        "panel",
        "gene",
        "(",
        "set",
    ];

    /// <summary>The phrase, with the variant in parentheses when one was recorded.</summary>
    public static string Of(EvidenceItem item)
    {
        var phrase = StatePhrase(item, NounOf(item));
        return item.Variant is { } variant && !phrase.Contains(variant, StringComparison.OrdinalIgnoreCase)
            ? $"{phrase} ({Prose.Plain(variant)})"
            : phrase;
    }

    /// <summary>The feature at its level, without state: "ABCB1 mRNA".</summary>
    public static string NounOf(EvidenceItem item)
    {
        var name = item.Feature.Name;
        return item.Level switch
        {
            Level.RnaExpression => item.Feature.Type == FeatureType.Gene ? $"{name} mRNA" : name,
            Level.ProteinExpression => item.Feature.Type == FeatureType.Gene ? $"{name} protein" : name,
            Level.ProteinActivity => item.Feature.Type == FeatureType.Gene ? $"{name} activity" : name,
            Level.Methylation => $"{name} methylation",
            Level.SignatureScore => ScoreName(name),
            Level.CopyNumber when item.State is not (FeatureState.Amplified or FeatureState.Deleted) => CopyNumberName(
                name
            ),
            _ => name,
        };
    }

    private static string ScoreName(string name) =>
        Array.Exists(SelfExplaining, w => name.Contains(w, StringComparison.OrdinalIgnoreCase))
            ? name
            : $"{name} score";

    private static string CopyNumberName(string name) =>
        Mentions(name, "copy", "amplification") ? name : $"{name} amplification";

    private static string StatePhrase(EvidenceItem item, string noun)
    {
        var name = item.Feature.Name;
        var germline = item.Level == Level.GermlineVariant ? "germline " : "";
        if (
            name.StartsWith("loss of ", StringComparison.Ordinal)
            || name.StartsWith("switch to ", StringComparison.Ordinal)
        )
            return name;
        return item.State switch
        {
            FeatureState.Mutated => Mentions(name, "mutation", "alteration", "variant")
                ? name
                : $"{germline}{name} mutation",
            FeatureState.WildType => $"wild-type {name}",
            FeatureState.PathogenicVariant => Mentions(name, "mutation", "variant")
                ? name
                : $"{germline}pathogenic {name} variants",
            FeatureState.Reversion => $"{name} reversion",
            FeatureState.GainOfFunction => IsDna(item) ? $"activating {name} alterations" : $"activated {noun}",
            FeatureState.LossOfFunction => IsDna(item) ? $"loss-of-function {name} alterations" : $"loss of {noun}",
            FeatureState.Amplified => Mentions(name, "amplification") ? name : $"{name} amplification",
            FeatureState.Deleted => $"{name} deletion",
            FeatureState.Methylated => noun,
            FeatureState.Present => Present(item, noun, germline),
            FeatureState.Absent => item.Level == Level.ProteinExpression ? $"loss of {noun}" : $"absence of {noun}",
            FeatureState.Positive => item.Level == Level.ProteinExpression ? $"{noun} positivity" : $"positive {noun}",
            FeatureState.Negative => item.Level == Level.ProteinExpression ? $"{noun} negativity" : $"negative {noun}",
            FeatureState.Increased => $"increased {noun}",
            FeatureState.Decreased => $"decreased {noun}",
            FeatureState.Low => Prefixed("low", noun),
            FeatureState.Continuous => $"the level of {noun}",
            _ => Prefixed("high", noun),
        };
    }

    private static string Prefixed(string state, string noun) =>
        noun.StartsWith("high ", StringComparison.Ordinal) || noun.StartsWith("low ", StringComparison.Ordinal)
            ? noun
            : $"{state} {noun}";

    private static string Present(EvidenceItem item, string noun, string germline)
    {
        if (item.Feature.Type == FeatureType.Gene && IsDna(item))
            return item.Variant is { } variant
                ? $"the {germline}{noun} variant {Prose.Plain(variant)}"
                : $"{germline}{noun} variants";
        return item.Level is Level.Subtype or Level.CellPhenotype ? $"the {noun}" : $"presence of {noun}";
    }

    private static bool IsDna(EvidenceItem item) =>
        item.Level is Level.DnaVariant or Level.GermlineVariant or Level.Fusion;

    private static bool Mentions(string name, params string[] words) =>
        Array.Exists(words, w => name.Contains(w, StringComparison.OrdinalIgnoreCase));
}
