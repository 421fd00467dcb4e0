namespace Refractor.Knowledge;

/// <summary>Rows sorted by a key, such as the paper of an item, with the place where each key begins.</summary>
internal sealed class RowIndex
{
    private readonly int[] _start;
    private readonly int[] _rows;

    /// <param name="keys">Number of keys.</param>
    /// <param name="keyOf">Key of each entry, in row order.</param>
    /// <param name="rowOf">Row of each entry; null when entry and row are the same.</param>
    public RowIndex(int keys, IReadOnlyList<int> keyOf, IReadOnlyList<int>? rowOf = null)
    {
        _start = new int[keys + 1];
        for (var i = 0; i < keyOf.Count; i++)
            _start[keyOf[i] + 1]++;
        for (var k = 0; k < keys; k++)
            _start[k + 1] += _start[k];
        var next = _start.AsSpan(0, keys).ToArray();
        _rows = new int[_start[keys]];
        for (var i = 0; i < keyOf.Count; i++)
            _rows[next[keyOf[i]]++] = rowOf is null ? i : rowOf[i];
    }

    /// <summary>The rows of a key, ascending.</summary>
    public ReadOnlyMemory<int> Of(int key) => _rows.AsMemory(_start[key].._start[key + 1]);
}
