using System.Runtime.InteropServices;
using Refractor.Knowledge;

namespace Refractor.Associations;

/// <summary>Papers that report on the same patients, taken as one source.</summary>
internal struct IndependentSource
{
    /// <summary>Best grade.</summary>
    public EvidenceGrade Grade;

    private int _directions;

    public readonly bool IsNullOnly => _directions == 1 << (int)Direction.None;

    /// <summary>Whether the source shows a direction; a null beside a direction does not count.</summary>
    public readonly bool Shows(Direction direction) => (_directions & (1 << (int)direction)) != 0;

    /// <summary>Whether the source shows resistance and sensitivity, or a direction and a null.</summary>
    public readonly bool IsMixed => System.Numerics.BitOperations.PopCount((uint)_directions) > 1;

    public void Add(EvidenceItem item)
    {
        var direction = Aspects.DirectionOf(item);
        if (direction != Direction.Unstated)
            _directions |= 1 << (int)direction;
        var grade = Grading.Of(item);
        Grade = grade > Grade ? grade : Grade;
    }

    public void Add(IndependentSource other)
    {
        _directions |= other._directions;
        Grade = other.Grade > Grade ? other.Grade : Grade;
    }
}

/// <summary>Counts a cohort once: papers that name the same trial or data set are one source.</summary>
internal static class IndependentSources
{
    /// <summary>The sources of the items, in order of first appearance.</summary>
    public static List<IndependentSource> Of(IReadOnlyList<EvidenceItem> items)
    {
        var sources = new List<IndependentSource>();
        var ofPaper = new Dictionary<int, int>();
        var papers = new List<Paper>();
        for (var i = 0; i < items.Count; i++)
        {
            ref var source = ref CollectionsMarshal.GetValueRefOrAddDefault(ofPaper, items[i].Paper.Index, out var known);
            if (!known)
            {
                source = sources.Count;
                sources.Add(default);
                papers.Add(items[i].Paper);
            }
            CollectionsMarshal.AsSpan(sources)[source].Add(items[i]);
        }
        return papers.Exists(p => p.TrialIds.Count > 0) ? Joined(sources, papers) : sources;
    }

    /// <summary>Number of independent sources among the items.</summary>
    public static int Count(IReadOnlyList<EvidenceItem> items) => Of(items).Count;

    private static List<IndependentSource> Joined(List<IndependentSource> sources, List<Paper> papers)
    {
        var root = new int[sources.Count];
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < root.Length; i++)
        {
            root[i] = i;
            foreach (var trial in papers[i].TrialIds)
            {
                if (first.TryAdd(trial, i))
                    continue;
                var (a, b) = (Find(root, first[trial]), Find(root, i));
                root[Math.Max(a, b)] = Math.Min(a, b);
            }
        }
        var span = CollectionsMarshal.AsSpan(sources);
        var joined = new List<IndependentSource>();
        for (var i = root.Length - 1; i >= 0; i--)
        {
            var of = Find(root, i);
            if (of != i)
                span[of].Add(span[i]);
        }
        for (var i = 0; i < root.Length; i++)
        {
            if (root[i] == i)
                joined.Add(span[i]);
        }
        return joined;
    }

    private static int Find(int[] root, int item)
    {
        while (root[item] != item)
            item = root[item] = root[root[item]];
        return item;
    }
}
