using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Refractor.Knowledge;

namespace Refractor.Associations;

/// <summary>Items with their <see cref="Finding"/> side by side; a row is a place in the list of items.</summary>
internal sealed class FindingTable : IComparer<int>
{
    /// <summary>Below this many items, threads cost more than they save.</summary>
    public const int WorthThreads = 20_000;

    private const int Roles = 3;
    private const int AspectsByRoles = 6 * Roles;

    private static readonly ConditionalWeakTable<KnowledgePack, FindingTable> Tables = [];
    private readonly Finding[] _findings;
    private readonly int[] _subjects;

    public FindingTable(IReadOnlyList<EvidenceItem> items)
    {
        Items = items;
        _findings = new Finding[items.Count];
        if (items.Count < WorthThreads)
            Fill(0, items.Count);
        else
            Parallel.ForEach(Partitioner.Create(0, items.Count), range => Fill(range.Item1, range.Item2));
        _subjects = new int[items.Count];
        Subjects = NumberSubjects();
    }

    /// <summary>The table of a pack, made when it is first asked for.</summary>
    public static FindingTable Of(KnowledgePack pack) => Tables.GetValue(pack, p => new FindingTable(p.Items));

    /// <summary>The items.</summary>
    public IReadOnlyList<EvidenceItem> Items { get; }

    /// <summary>The finding in a row.</summary>
    public ref readonly Finding this[int row] => ref _findings[row];

    /// <summary>Number of different subjects: feature, aspect and role.</summary>
    public int Subjects { get; }

    /// <summary>Number of the subject of a row, below <see cref="Subjects"/>.</summary>
    public int SubjectOf(int row) => _subjects[row];

    /// <summary>All rows in order.</summary>
    public int[] Rows() => [.. Enumerable.Range(0, _findings.Length)];

    /// <summary>The order of evidence, see <see cref="EvidenceOrder"/>.</summary>
    public int Compare(int x, int y)
    {
        var byKey = _findings[x].Order.CompareTo(_findings[y].Order);
        return byKey != 0 ? byKey : string.CompareOrdinal(Items[x].Id, Items[y].Id);
    }

    /// <summary>The items of some rows, strongest first.</summary>
    public EvidenceItem[] Ordered(ReadOnlySpan<int> rows)
    {
        var order = new ulong[rows.Length];
        var items = new EvidenceItem[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            order[i] = _findings[rows[i]].Order;
            items[i] = Items[rows[i]];
        }
        // Sorting by number and mending ties by id is ten times as fast as comparing items.
        Array.Sort(order, items);
        for (int start = 0, end; start < items.Length; start = end)
        {
            for (end = start + 1; end < items.Length && order[end] == order[start]; )
                end++;
            if (end - start > 1)
                items.AsSpan(start..end).Sort((x, y) => string.CompareOrdinal(x.Id, y.Id));
        }
        return items;
    }

    private int NumberSubjects()
    {
        var numbers = new Dictionary<int, int>();
        for (var row = 0; row < _subjects.Length; row++)
        {
            var key = KeyOf(in _findings[row]);
            if (!numbers.TryGetValue(key, out var number))
                numbers.Add(key, number = numbers.Count);
            _subjects[row] = number;
        }
        return numbers.Count;
    }

    private static int KeyOf(in Finding finding) =>
        (finding.Feature * AspectsByRoles) + ((int)finding.Aspect * Roles) + (int)finding.Role;

    private void Fill(int start, int end)
    {
        for (var row = start; row < end; row++)
            _findings[row] = new Finding(Items[row]);
    }
}
