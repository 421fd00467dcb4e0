using System.Buffers;
using System.Runtime.InteropServices;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Associations;

/// <summary>All findings on one feature, aspect and role under one therapy, with what follows from them.</summary>
public sealed class Association
{
    private readonly FindingTable _table;
    private readonly int[] _rows;
    private IReadOnlyList<EvidenceItem>? _ordered;

    private Association(FindingTable table, int[] rows)
    {
        _table = table;
        _rows = rows = IndependentSources.ByPaper(table, rows);
        ref readonly var first = ref table[rows[0]];
        var lead = rows[0];
        foreach (var row in rows)
            lead = table.Compare(row, lead) < 0 ? row : lead;
        Lead = table.Items[lead];
        Feature = Lead.Feature;
        Aspect = first.Aspect;
        Role = first.Role;
        Grade = table[lead].IsConfirmed ? table[lead].Grade : EvidenceGrade.E;
        Verdict = Conflict.Of(table, rows);
        Utility = ClinicalUtility.Of(table, rows, Grade, Verdict);
    }

    /// <summary>The feature.</summary>
    public Feature Feature { get; }

    /// <summary>The property of the feature that varies.</summary>
    public Aspect Aspect { get; }

    /// <summary>Response, outcome or change.</summary>
    public EvidenceRole Role { get; }

    /// <summary>The findings, strongest first.</summary>
    public IReadOnlyList<EvidenceItem> Items => _ordered ??= _table.Ordered(_rows);

    /// <summary>The strongest finding.</summary>
    public EvidenceItem Lead { get; }

    /// <summary>State of conflict with its rule.</summary>
    public ConflictVerdict Verdict { get; }

    /// <summary>Grade of the best confirmed item.</summary>
    public EvidenceGrade Grade { get; }

    /// <summary>How ready the association is for clinical use.</summary>
    public ClinicalUtility Utility { get; }

    /// <summary>Gathers items into associations by feature, aspect and role; in order of first appearance.</summary>
    public static IReadOnlyList<Association> Gather(IEnumerable<EvidenceItem> items)
    {
        var table = new FindingTable([.. items]);
        return Gather(table, table.Rows(), _ => 0);
    }

    /// <summary>Gathers rows of a table into associations by part, feature, aspect and role; in order of first appearance.</summary>
    /// <param name="table">The findings.</param>
    /// <param name="rows">The rows to gather.</param>
    /// <param name="partOf">The part of a row, from 0.</param>
    internal static Association[] Gather(FindingTable table, ReadOnlySpan<int> rows, Func<int, int> partOf)
    {
        var groups = Groups(table, rows, partOf);
        if (rows.Length < FindingTable.WorthThreads)
            return Array.ConvertAll(groups, g => new Association(table, g));
        var associations = new Association[groups.Length];
        Parallel.For(0, associations.Length, i => associations[i] = new Association(table, groups[i]));
        return associations;
    }

    /// <summary>The rows of each association, counted first, so that each lies in an array of its own size.</summary>
    private static int[][] Groups(FindingTable table, ReadOnlySpan<int> rows, Func<int, int> partOf)
    {
        var numbers = new GroupNumbers(table.Subjects);
        var sizes = new List<int>();
        var groupOf = ArrayPool<int>.Shared.Rent(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            var number = numbers.Of(partOf(rows[i]), table.SubjectOf(rows[i]));
            if (number == sizes.Count)
                sizes.Add(0);
            groupOf[i] = number;
            CollectionsMarshal.AsSpan(sizes)[number]++;
        }
        var groups = sizes.ConvertAll(size => new int[size]).ToArray();
        var filled = new int[groups.Length];
        for (var i = 0; i < rows.Length; i++)
            groups[groupOf[i]][filled[groupOf[i]]++] = rows[i];
        ArrayPool<int>.Shared.Return(groupOf);
        return groups;
    }

    /// <summary>Numbers groups by part and subject in order of first appearance; each part keeps a table of its subjects.</summary>
    private sealed class GroupNumbers(int subjects)
    {
        private readonly List<int[]?> _parts = [];
        private int _count;

        public int Of(int part, int subject)
        {
            while (_parts.Count <= part)
                _parts.Add(null);
            ref var number = ref (_parts[part] ??= new int[subjects])[subject];
            if (number == 0)
                number = ++_count;
            return number - 1;
        }
    }
}
