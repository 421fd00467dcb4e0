using Refractor.Knowledge;

namespace Refractor.Associations;

/// <summary>Papers that report on the same patients, taken as one source.</summary>
/// <param name="Items">Their findings.</param>
/// <param name="Directions">Directions found, without nulls where a direction was found too.</param>
/// <param name="Grade">Best grade.</param>
internal sealed record IndependentSource(
    IReadOnlyList<EvidenceItem> Items,
    IReadOnlySet<Direction> Directions,
    EvidenceGrade Grade
)
{
    public bool IsNullOnly => Directions.Count == 1 && Directions.Contains(Direction.None);
}

/// <summary>Counts a cohort once: papers that name the same trial or data set are one source.</summary>
internal static class IndependentSources
{
    public static List<IndependentSource> Of(IReadOnlyList<EvidenceItem> items)
    {
        var sources = new List<(HashSet<string> Names, List<EvidenceItem> Items)>();
        foreach (var item in items)
        {
            var names = item.Paper.TrialIds.Prepend(item.Paper.Key).ToHashSet(StringComparer.Ordinal);
            var same = sources.Where(s => s.Names.Overlaps(names)).ToList();
            if (same.Count == 0)
            {
                sources.Add((names, [item]));
                continue;
            }
            var first = same[0];
            first.Names.UnionWith(names);
            first.Items.Add(item);
            foreach (var other in same.Skip(1))
            {
                first.Names.UnionWith(other.Names);
                first.Items.AddRange(other.Items);
                sources.Remove(other);
            }
        }
        return [.. sources.Select(s => Source(s.Items))];
    }

    /// <summary>Number of independent sources among the items.</summary>
    public static int Count(IReadOnlyList<EvidenceItem> items) => Of(items).Count;

    private static IndependentSource Source(List<EvidenceItem> items)
    {
        var directions = items.Select(Aspects.DirectionOf).Where(d => d != Direction.Unstated).ToHashSet();
        if (directions.Count > 1)
            directions.Remove(Direction.None);
        return new IndependentSource(items, directions, items.Max(Grading.Of));
    }
}
