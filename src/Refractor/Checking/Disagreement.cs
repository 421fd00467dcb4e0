using Refractor.Knowledge;

namespace Refractor.Checking;

/// <summary>Whether findings that are called contested do disagree, and by what.</summary>
internal static class Disagreement
{
    /// <summary>Why the sentence does not hold; null when it does.</summary>
    public static string? Fault(StatedSentence sentence, IReadOnlyList<EvidenceItem> items)
    {
        if (items.Where(i => i.Effect != Effect.Mixed).Select(Turned).Distinct().Count() < 2)
            return "effect: its evidence does not disagree";
        var by = sentence.Body.IndexOf("differ by ", StringComparison.OrdinalIgnoreCase);
        if (by < 0)
            return null;
        var moderator = sentence.Body[(by + "differ by ".Length)..].Trim(' ', '.');
        var strata = items.Select(i => Stratum(moderator, i)).Distinct().Count();
        return strata > 1 ? null : $"effect: its evidence does not differ by {moderator}";
    }

    /// <summary>Effect as if the feature were high or present.</summary>
    private static string Turned(EvidenceItem item)
    {
        var isLow =
            item.State
            is FeatureState.Low
                or FeatureState.Negative
                or FeatureState.Absent
                or FeatureState.Decreased
                or FeatureState.WildType;
        return (item.Effect, isLow) switch
        {
            (Effect.Resistance, false) or (Effect.Sensitivity, true) => "resistance",
            (Effect.Sensitivity, false) or (Effect.Resistance, true) => "sensitivity",
            _ => "none",
        };
    }

    private static string? Stratum(string moderator, EvidenceItem item) =>
        moderator switch
        {
            "subtype" => item.Subtype?.Name,
            "setting" => Terms.Settings.NameOf(item.Setting),
            "agent" => string.Join('+', item.Therapies.Select(t => t.Name).Order(StringComparer.Ordinal)),
            "level" => Terms.Levels.NameOf(item.Level),
            "endpoint" => item.Endpoint,
            "timing" => Terms.Timings.NameOf(item.Timing),
            _ => "",
        };
}
