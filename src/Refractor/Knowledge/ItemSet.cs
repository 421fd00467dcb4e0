using System.Numerics;
using System.Runtime.InteropServices;

namespace Refractor.Knowledge;

/// <summary>A set of items of one pack, one bit each, walked in pack order: the order in which they lie in memory.</summary>
internal sealed class ItemSet(KnowledgePack pack)
{
    private readonly ulong[] _bits = new ulong[(pack.Items.Count + 63) / 64];

    /// <summary>Adds items; adding one again changes nothing.</summary>
    public void Add(IReadOnlyList<EvidenceItem> items)
    {
        for (var i = 0; i < items.Count; i++)
            Add(items[i]);
    }

    /// <summary>Adds an item.</summary>
    public void Add(EvidenceItem item) => _bits[item.Index >> 6] |= 1UL << (item.Index & 63);

    /// <summary>Whether the item is in the set.</summary>
    public bool Contains(EvidenceItem item) => (_bits[item.Index >> 6] >> (item.Index & 63) & 1) != 0;

    /// <summary>The items in pack order.</summary>
    public List<EvidenceItem> ToList()
    {
        var count = 0;
        foreach (var word in _bits)
            count += BitOperations.PopCount(word);
        var items = new List<EvidenceItem>(count);
        CollectionsMarshal.SetCount(items, count);
        var target = CollectionsMarshal.AsSpan(items);
        var at = 0;
        for (var w = 0; w < _bits.Length; w++)
        {
            for (var word = _bits[w]; word != 0; word &= word - 1)
                target[at++] = pack.Items[(w << 6) + BitOperations.TrailingZeroCount(word)];
        }
        return items;
    }
}
