using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Checking;

/// <summary>Reads in which state and at which level a sentence names a feature.</summary>
internal static class StatedFeature
{
    private static readonly string[] GainWords =
        [
            "high", "positivity", "positive", "increased", "presence", "amplification", "mutation", "mutations", "activating",
            "activated", "pathogenic", "variant", "variants", "methylation", "reversion", "raised", "elevated",
        ];

    private static readonly string[] LossWords =
        ["low", "negativity", "negative", "decreased", "loss", "absence", "wildtype", "wild", "deletion", "reduced", "lost"];

    /// <summary>Why the statement names the feature in another state or at another level than the item; null when it does not.</summary>
    public static string? Fault(EvidenceItem item, Statement statement) =>
        WordsBeside(statement.Subject, item) is { } beside
            ? StateFault(item, beside) ?? LevelFault(item, beside)
            : "feature: not named as subject";

    /// <summary>Why none of the items is at the level at which the statement names their feature; null when one is.</summary>
    public static string? LevelFault(Statement statement, IReadOnlyList<EvidenceItem> items)
    {
        var faults = items.Select(i => WordsBeside(statement.Subject, i) is { } beside ? LevelFault(i, beside) : null).ToList();
        return faults.TrueForAll(f => f is not null) ? faults[0] : null;
    }

    /// <summary>
    /// The words before the feature's name, and after it up to the next parenthesis, which holds variant and context; null when it is
    /// not named there.
    /// </summary>
    private static List<string>? WordsBeside(string subject, EvidenceItem item)
    {
        var words = NameKey.Words(subject);
        var names = item.Feature.Aliases.Append(item.Feature.Name).Append(item.FeatureName).Select(NameKey.Of).ToHashSet(StringComparer.Ordinal);
        for (var count = Math.Min(words.Count, 14); count > 0; count--)
        {
            for (var at = 0; at + count <= words.Count; at++)
            {
                if (!names.Contains(string.Concat(words.Skip(at).Take(count).Select(w => w.Key))))
                    continue;
                var context = subject.IndexOf('(', words[at + count - 1].End);
                var end = context < 0 ? subject.Length : context;
                return [.. words.Where((w, i) => i < at || (i >= at + count && w.End <= end)).Select(w => w.Key)];
            }
        }
        return null;
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
            || (beside.Contains("amplification") && item.Level != Level.CopyNumber && item.State != FeatureState.Amplified);
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
        NameKey.Words(item.Feature.Name).Any(w => GainWords.Contains(w.Key) || LossWords.Contains(w.Key) || w.Key is "switch" or "coamplification" or "overexpression" or "alteration");
}
