using System.Runtime.InteropServices;
using Refractor.Knowledge;

namespace Refractor.Associations;

/// <summary>All items of a pack in the total order of evidence, computed once, so that no answer sorts again.</summary>
internal sealed class EvidenceRanking
{
    private readonly EvidenceItem[] _byRank;
    private readonly int[] _rank;

    public EvidenceRanking(IReadOnlyList<EvidenceItem> items)
    {
        var keys = new ulong[items.Count];
        Parallel.For(0, (items.Count + 4095) / 4096, block => Fill(items, keys, block * 4096));
        _byRank = [.. items];
        Array.Sort(keys, _byRank);
        SortTies(keys);
        _rank = new int[items.Count];
        for (var i = 0; i < _byRank.Length; i++)
            _rank[_byRank[i].Index] = i;
    }

    /// <summary>Number of items.</summary>
    public int Count => _byRank.Length;

    /// <summary>The item at a rank, 0 for the strongest.</summary>
    public EvidenceItem this[int rank] => _byRank[rank];

    /// <summary>The rank of an item of the pack.</summary>
    public int RankOf(EvidenceItem item) => _rank[item.Index];

    private static void Fill(IReadOnlyList<EvidenceItem> items, ulong[] keys, int from)
    {
        for (var i = from; i < Math.Min(from + 4096, items.Count); i++)
            keys[i] = Key(items[i]);
    }

    /// <summary>Everything that <see cref="EvidenceOrder"/> compares before the id, in one number.</summary>
    private static ulong Key(EvidenceItem item)
    {
        var unconfirmed = item.IsConfirmed ? 0UL : 1UL;
        var grade = 7UL - (ulong)Grading.Of(item);
        var n = (ulong)(int.MaxValue - (item.N ?? 0));
        var year = (ulong)(4095 - Math.Clamp(item.Paper.Year ?? 0, 0, 4095));
        return (grade << 61) | (unconfirmed << 60) | (n << 12) | year;
    }

    private void SortTies(ulong[] keys)
    {
        for (var start = 0; start < keys.Length; )
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
                end++;
            if (end - start > 1)
                _byRank.AsSpan(start, end - start).Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
            start = end;
        }
    }
}

/// <summary>A set of items of one pack that is walked in order of strength.</summary>
internal sealed class RankedSet(EvidenceRanking ranking)
{
    private readonly ulong[] _bits = new ulong[(ranking.Count + 63) / 64];

    /// <summary>Adds an item; adding it again changes nothing.</summary>
    public void Add(EvidenceItem item)
    {
        var rank = ranking.RankOf(item);
        _bits[rank >> 6] |= 1UL << (rank & 63);
    }

    /// <summary>The items, strongest first.</summary>
    public List<EvidenceItem> ToList()
    {
        var count = 0;
        foreach (var word in _bits)
            count += System.Numerics.BitOperations.PopCount(word);
        var items = new List<EvidenceItem>(count);
        CollectionsMarshal.SetCount(items, count);
        var target = CollectionsMarshal.AsSpan(items);
        var at = 0;
        for (var w = 0; w < _bits.Length; w++)
        {
            for (var word = _bits[w]; word != 0; word &= word - 1)
                target[at++] = ranking[(w << 6) + System.Numerics.BitOperations.TrailingZeroCount(word)];
        }
        return items;
    }
}
