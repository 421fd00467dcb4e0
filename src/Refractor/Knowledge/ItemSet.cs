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
        {
            var index = items[i].Index;
            _bits[index >> 6] |= 1UL << (index & 63);
        }
    }

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
