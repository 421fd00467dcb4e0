using System.Runtime.InteropServices;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Associations;

/// <summary>All findings on one feature, aspect and role under one therapy, with what follows from them.</summary>
public sealed class Association
{
    /// <summary>Below this many items, threads cost more than they save.</summary>
    private const int WorthThreads = 20_000;

    private const int Roles = 3;
    private const int AspectsByRoles = 6 * Roles;

    internal Association(Feature feature, Aspect aspect, EvidenceRole role, IReadOnlyList<EvidenceItem> items)
    {
        Feature = feature;
        Aspect = aspect;
        Role = role;
        Items = IsOrdered(items) ? items : [.. items.OrderBy(i => i, EvidenceOrder.Instance)];
        Verdict = Conflict.Of(Items);
        Grade = Items[0].IsConfirmed ? Grading.Of(Items[0]) : EvidenceGrade.E;
    }

    /// <summary>The feature.</summary>
    public Feature Feature { get; }

    /// <summary>The property of the feature that varies.</summary>
    public Aspect Aspect { get; }

    /// <summary>Response, outcome or change.</summary>
    public EvidenceRole Role { get; }

    /// <summary>The findings, strongest first.</summary>
    public IReadOnlyList<EvidenceItem> Items { get; }

    /// <summary>State of conflict with its rule.</summary>
    public ConflictVerdict Verdict { get; }

    /// <summary>Grade of the best confirmed item.</summary>
    public EvidenceGrade Grade { get; }

    /// <summary>Gathers items into associations by feature, aspect and role; in order of first appearance.</summary>
    public static IReadOnlyList<Association> Gather(IEnumerable<EvidenceItem> items)
    {
        var groups = new Dictionary<int, List<EvidenceItem>>();
        var order = new List<List<EvidenceItem>>();
        foreach (var item in items)
        {
            var key = (item.Feature.Index * AspectsByRoles) + ((int)Aspects.Of(item) * Roles) + (int)Aspects.RoleOf(item);
            ref var members = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out var known);
            if (!known)
                order.Add(members = []);
            members!.Add(item);
        }
        var associations = new Association[order.Count];
        if (order.Sum(g => g.Count) < WorthThreads)
        {
            for (var i = 0; i < associations.Length; i++)
                associations[i] = Of(order[i]);
        }
        else
        {
            Parallel.For(0, associations.Length, i => associations[i] = Of(order[i]));
        }
        return associations;
    }

    private static Association Of(List<EvidenceItem> items) => new(items[0].Feature, Aspects.Of(items[0]), Aspects.RoleOf(items[0]), items);

    private static bool IsOrdered(IReadOnlyList<EvidenceItem> items)
    {
        for (var i = 1; i < items.Count; i++)
        {
            if (EvidenceOrder.Instance.Compare(items[i - 1], items[i]) > 0)
                return false;
        }
        return true;
    }
}

/// <summary>The total order of evidence: by grade, within a grade what was read in the paper itself first, then n, then year, then id, so that the same question gives the same bytes.</summary>
public sealed class EvidenceOrder : IComparer<EvidenceItem>
{
    /// <summary>The one instance.</summary>
    public static EvidenceOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(EvidenceItem? x, EvidenceItem? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byGrade = Grading.Of(y).CompareTo(Grading.Of(x));
        if (byGrade != 0)
            return byGrade;
        var byConfirmation = y.IsConfirmed.CompareTo(x.IsConfirmed);
        if (byConfirmation != 0)
            return byConfirmation;
        var byN = (y.N ?? 0).CompareTo(x.N ?? 0);
        if (byN != 0)
            return byN;
        var byYear = (y.Paper.Year ?? 0).CompareTo(x.Paper.Year ?? 0);
        return byYear != 0 ? byYear : string.CompareOrdinal(x.Id, y.Id);
    }
}
