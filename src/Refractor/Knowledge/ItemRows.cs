using System.Collections;

namespace Refractor.Knowledge;

/// <summary>Some items of a list, by their places in it.</summary>
internal sealed class ItemRows(IReadOnlyList<EvidenceItem> items, ReadOnlyMemory<int> rows)
    : IReadOnlyList<EvidenceItem>
{
    public ItemRows(IReadOnlyList<EvidenceItem> items, int[] rows)
        : this(items, rows.AsMemory()) { }

    public int Count => rows.Length;

    public EvidenceItem this[int index] => items[rows.Span[index]];

    public IEnumerator<EvidenceItem> GetEnumerator()
    {
        for (var i = 0; i < rows.Length; i++)
            yield return items[rows.Span[i]];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
