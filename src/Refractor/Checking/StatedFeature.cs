using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Checking;

/// <summary>Reads in which state and at which level a sentence names a feature.</summary>
internal static class StatedFeature
{
    private static readonly string[] GainWords =
    [
        "high",
        "positivity",
        "positive",
        "increased",
        "presence",
        "amplification",
        "mutation",
        "mutations",
        "activating",
        "activated",
        "pathogenic",
        "variant",
        "variants",
        "methylation",
        "reversion",
        "raised",
        "elevated",
    ];

    private static readonly string[] LossWords =
    [
        "low",
        "negativity",
        "negative",
        "decreased",
        "loss",
        "absence",
        "wildtype",
        "wild",
        "deletion",
        "reduced",
        "lost",
    ];

    /// <summary>Why the statement names the feature in another state or at another level than the item; null when it does not.</summary>
    public static string? Fault(EvidenceItem item, Statement statement, KnownNames names) =>
        WordsBeside(statement.Clause, item, names) is { } beside
            ? StateFault(item, beside) ?? LevelFault(item, beside)
            : "feature: not named as subject";

    /// <summary>Why none of the items is at the level at which the statement names their feature; null when one is.</summary>
    public static string? LevelFault(Statement statement, IReadOnlyList<EvidenceItem> items, KnownNames names)
    {
        string? fault = null;
        foreach (var item in items)
        {
            fault = WordsBeside(statement.Clause, item, names) is { } beside ? LevelFault(item, beside) : null;
            if (fault is null)
                return null;
        }
        return fault;
    }

    private static List<string>? WordsBeside(StatedClause clause, EvidenceItem item, KnownNames names)
    {
        foreach (var key in names.Of(item.Feature))
        {
            if (clause.WordsBeside(key) is { } beside)
                return beside;
        }
        return clause.WordsBeside(names.Key(item.FeatureName));
    }

    private static string? StateFault(EvidenceItem item, List<string> beside)
    {
        var gain = beside.Exists(w => GainWords.Contains(w));
        var loss = beside.Exists(w => LossWords.Contains(w));
        return (IsLoss(item.State), gain, loss) switch
        {
            _ when item.State == FeatureState.Continuous => null,
            (true, _, true) => null,
            (false, true, false) => null,
            (_, false, false) when NameSaysState(item) || item.State == FeatureState.Present => null,
            (_, false, false) => $"state: '{Terms.States.NameOf(item.State)}' is not said",
            _ => $"state: the evidence is on '{Terms.States.NameOf(item.State)}'",
        };
    }

    private static string? LevelFault(EvidenceItem item, List<string> beside)
    {
        var wrong =
            (beside.Contains("mrna") && item.Level != Level.RnaExpression)
            || (beside.Contains("protein") && item.Level != Level.ProteinExpression)
            || (beside.Contains("methylation") && item.Level != Level.Methylation)
            || (beside.Contains("mutation") && item.State != FeatureState.Mutated)
            || (
                beside.Contains("amplification")
                && item.Level != Level.CopyNumber
                && item.State != FeatureState.Amplified
            );
        return wrong ? $"level: the evidence is at the level '{Terms.Levels.NameOf(item.Level)}'" : null;
    }

    private static bool IsLoss(FeatureState state) =>
        state
            is FeatureState.Low
                or FeatureState.Negative
                or FeatureState.Absent
                or FeatureState.Decreased
                or FeatureState.LossOfFunction
                or FeatureState.Deleted
                or FeatureState.WildType;

    private static bool NameSaysState(EvidenceItem item) =>
        NameKey
            .Words(item.Feature.Name)
            .Any(w =>
                GainWords.Contains(w.Key)
                || LossWords.Contains(w.Key)
                || w.Key is "switch" or "coamplification" or "overexpression" or "alteration"
            );
}
