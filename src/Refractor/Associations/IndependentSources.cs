using System.Buffers;
using System.Runtime.InteropServices;
using Refractor.Knowledge;

namespace Refractor.Associations;

/// <summary>Papers that report on the same patients, taken as one source.</summary>
internal struct IndependentSource
{
    private byte _grade;
    private byte _directions;

    /// <summary>Best grade.</summary>
    public readonly EvidenceGrade Grade => (EvidenceGrade)_grade;

    public readonly bool IsNullOnly => _directions == 1 << (int)Direction.None;

    /// <summary>Whether the source shows a direction; a null beside a direction does not count.</summary>
    public readonly bool Shows(Direction direction) => (_directions & (1 << (int)direction)) != 0;

    /// <summary>Whether the source shows resistance and sensitivity, or a direction and a null.</summary>
    public readonly bool IsMixed => System.Numerics.BitOperations.PopCount(_directions) > 1;

    public void Add(in Finding finding)
    {
        if (finding.Direction != Direction.Unstated)
            _directions |= (byte)(1 << (int)finding.Direction);
        _grade = Math.Max(_grade, (byte)finding.Grade);
    }

    public void Add(IndependentSource other)
    {
        _directions |= other._directions;
        _grade = Math.Max(_grade, other._grade);
    }
}

/// <summary>Counts a cohort once: papers that name the same trial or data set are one source.</summary>
internal static class IndependentSources
{
    /// <summary>The sources of the items.</summary>
    public static List<IndependentSource> Of(IReadOnlyList<EvidenceItem> items)
    {
        var table = new FindingTable(items);
        return Of(table, table.Rows());
    }

    /// <summary>The sources of some rows.</summary>
    public static List<IndependentSource> Of(FindingTable table, ReadOnlySpan<int> rows)
    {
        var sorted = ByPaper(table, rows);
        var sources = new List<IndependentSource>();
        var papers = new List<int>();
        var hasTrials = false;
        for (var i = 0; i < sorted.Length; i++)
        {
            ref readonly var finding = ref table[sorted[i]];
            if (i == 0 || finding.Paper != table[sorted[i - 1]].Paper)
            {
                sources.Add(default);
                papers.Add(sorted[i]);
                hasTrials |= finding.HasTrials;
            }
            CollectionsMarshal.AsSpan(sources)[^1].Add(in finding);
        }
        return hasTrials ? Joined(sources, papers.ConvertAll(row => table.Items[row].Paper)) : sources;
    }

    /// <summary>Number of independent sources among the items.</summary>
    public static int Count(IReadOnlyList<EvidenceItem> items) => Of(items).Count;

    /// <summary>Number of independent sources among the confirmed of some rows.</summary>
    public static int CountConfirmed(FindingTable table, ReadOnlySpan<int> rows)
    {
        var confirmed = ArrayPool<int>.Shared.Rent(rows.Length);
        var count = 0;
        foreach (var row in rows)
        {
            if (table[row].IsConfirmed)
                confirmed[count++] = row;
        }
        var sources = Of(table, confirmed.AsSpan(0, count)).Count;
        ArrayPool<int>.Shared.Return(confirmed);
        return sources;
    }

    /// <summary>The rows with those of one paper side by side: as they are in a pack, sorted otherwise.</summary>
    public static ReadOnlySpan<int> ByPaper(FindingTable table, ReadOnlySpan<int> rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (table[rows[i]].Paper < table[rows[i - 1]].Paper)
            {
                var sorted = rows.ToArray();
                sorted.AsSpan().Sort((a, b) => table[a].Paper.CompareTo(table[b].Paper));
                return sorted;
            }
        }
        return rows;
    }

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
