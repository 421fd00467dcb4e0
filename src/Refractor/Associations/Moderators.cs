using Refractor.Knowledge;

namespace Refractor.Associations;

/// <summary>
/// Looks for one recorded circumstance that explains a disagreement: every finding falls into a stratum, each stratum agrees within,
/// and the strata differ.
/// </summary>
internal static class Moderators
{
    /// <summary>Tried in this order; the first that separates the findings is named.</summary>
    private static readonly (string Name, Func<EvidenceItem, string?> Stratum)[] Candidates =
    [
        ("subtype", i => i.Subtype is { Name: not "any" } s ? Population(s) : null),
        ("setting", i => i.Setting is Setting.Any ? null : Terms.Settings.NameOf(i.Setting)),
        (
            "agent",
            i =>
                i.Therapies.Count == 0 || i.Therapies.Any(t => t.Kind is not Vocabulary.TherapyKind.Agent)
                    ? null
                    : string.Join('+', i.Therapies.Select(t => t.Name).Order(StringComparer.Ordinal))
        ),
        ("level", i => Terms.Levels.NameOf(i.Level)),
        ("endpoint", i => i.Endpoint == "other" ? null : i.Endpoint),
        ("timing", i => i.Timing == Timing.Unknown ? null : Terms.Timings.NameOf(i.Timing)),
    ];

    /// <summary>The name of the first moderator that separates the items; null when there is none.</summary>
    public static string? Find(IReadOnlyList<EvidenceItem> items)
    {
        foreach (var (name, stratum) in Candidates)
        {
            if (Separates(items, stratum))
                return name;
        }
        return null;
    }

    /// <summary>HR-positive/HER2-negative patients are part of the HR-positive ones, so the two are no strata of one split.</summary>
    private static string Population(Vocabulary.Subtype subtype) =>
        subtype.Name switch
        {
            "HR+/HER2-" or "luminal" or "luminal_A" or "luminal_B" => "HR+",
            "HR-/HER2+" or "HR+/HER2+" => "HER2+",
            "basal_like" => "TNBC",
            _ => subtype.Name,
        };

    private static bool Separates(IReadOnlyList<EvidenceItem> items, Func<EvidenceItem, string?> stratum)
    {
        var directions = new Dictionary<string, Direction>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            if (stratum(items[i]) is not { } value)
                return false;
            var direction = Aspects.DirectionOf(items[i]);
            if (!directions.TryAdd(value, direction) && directions[value] != direction)
                return false;
        }
        return directions.Values.Distinct().Count() > 1
            && IsCredible(items, items.GroupBy(i => stratum(i)!).Select(g => g.ToList()));
    }

    /// <summary>
    /// With one source per stratum any circumstance "explains" a disagreement. A split counts when one source shows both strata itself,
    /// or when a stratum rests on two independent sources.
    /// </summary>
    private static bool IsCredible(IReadOnlyList<EvidenceItem> items, IEnumerable<List<EvidenceItem>> strata) =>
        IndependentSources.Of(items).Any(s => s.IsMixed) || strata.Any(s => IndependentSources.Count(s) > 1);
}
