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
    /// <summary>The sources of the items, in order of first appearance.</summary>
    public static List<IndependentSource> Of(IReadOnlyList<EvidenceItem> items)
    {
        var root = Join(items);
        var bySource = new Dictionary<int, List<EvidenceItem>>();
        var order = new List<List<EvidenceItem>>();
        for (var i = 0; i < items.Count; i++)
        {
            var source = Find(root, i);
            if (!bySource.TryGetValue(source, out var members))
            {
                bySource.Add(source, members = []);
                order.Add(members);
            }
            members.Add(items[i]);
        }
        return [.. order.Select(Source)];
    }

    /// <summary>Number of independent sources among the items.</summary>
    public static int Count(IReadOnlyList<EvidenceItem> items)
    {
        var root = Join(items);
        var count = 0;
        for (var i = 0; i < root.Length; i++)
            count += Find(root, i) == i ? 1 : 0;
        return count;
    }

    /// <summary>Joins items of the same paper, trial or data set; the root of each set is its first item.</summary>
    private static int[] Join(IReadOnlyList<EvidenceItem> items)
    {
        var root = new int[items.Count];
        var first = new Dictionary<object, int>();
        for (var i = 0; i < items.Count; i++)
        {
            root[i] = i;
            Unite(root, first, items[i].Paper, i);
            foreach (var trial in items[i].Paper.TrialIds)
                Unite(root, first, trial, i);
        }
        return root;
    }

    private static void Unite(int[] root, Dictionary<object, int> first, object name, int item)
    {
        if (first.TryAdd(name, item))
            return;
        var (a, b) = (Find(root, first[name]), Find(root, item));
        root[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Find(int[] root, int item)
    {
        while (root[item] != item)
            item = root[item] = root[root[item]];
        return item;
    }

    private static IndependentSource Source(List<EvidenceItem> items)
    {
        var directions = items.Select(Aspects.DirectionOf).Where(d => d != Direction.Unstated).ToHashSet();
        if (directions.Count > 1)
            directions.Remove(Direction.None);
        return new IndependentSource(items, directions, items.Max(Grading.Of));
    }
}
