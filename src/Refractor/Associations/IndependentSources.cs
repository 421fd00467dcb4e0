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
        return Of(table, ByPaper(table, table.Rows()));
    }

    /// <summary>The sources of some rows.</summary>
    /// <param name="table">The findings.</param>
    /// <param name="rows">Rows with those of one paper side by side.</param>
    public static List<IndependentSource> Of(FindingTable table, ReadOnlySpan<int> rows)
    {
        var sources = new List<IndependentSource>(rows.Length);
        var source = default(IndependentSource);
        var hasTrials = false;
        for (var i = 0; i < rows.Length; i++)
        {
            ref readonly var finding = ref table[rows[i]];
            source.Add(in finding);
            hasTrials |= finding.HasTrials;
            if (i < rows.Length - 1 && table[rows[i + 1]].Paper == finding.Paper)
                continue;
            sources.Add(source);
            source = default;
        }
        return hasTrials ? Joined(sources, Papers(table, rows)) : sources;
    }

    private static List<Paper> Papers(FindingTable table, ReadOnlySpan<int> rows)
    {
        var papers = new List<Paper>();
        foreach (var row in rows)
        {
            var paper = table.Items[row].Paper;
            if (papers.Count == 0 || papers[^1] != paper)
                papers.Add(paper);
        }
        return papers;
    }

    /// <summary>Number of independent sources among the items.</summary>
    public static int Count(IReadOnlyList<EvidenceItem> items) => Of(items).Count;

    /// <summary>Number of independent sources among the confirmed of some rows.</summary>
    /// <param name="table">The findings.</param>
    /// <param name="rows">Rows with those of one paper side by side.</param>
    public static int CountConfirmed(FindingTable table, ReadOnlySpan<int> rows)
    {
        var papers = 0;
        var last = -1;
        foreach (var row in rows)
        {
            ref readonly var finding = ref table[row];
            if (!finding.IsConfirmed || finding.Paper == last)
                continue;
            if (finding.HasTrials)
                return Of(table, Confirmed(table, rows)).Count;
            last = finding.Paper;
            papers++;
        }
        return papers;
    }

    private static int[] Confirmed(FindingTable table, ReadOnlySpan<int> rows)
    {
        var confirmed = new List<int>(rows.Length);
        foreach (var row in rows)
        {
            if (table[row].IsConfirmed)
                confirmed.Add(row);
        }
        return [.. confirmed];
    }

    /// <summary>The rows with those of one paper side by side: as they are in a pack, sorted otherwise.</summary>
    public static int[] ByPaper(FindingTable table, int[] rows)
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
