namespace Refractor.Knowledge;

/// <summary>Rows sorted by a key, such as the paper of an item, with the place where each key begins.</summary>
internal sealed class RowIndex
{
    private readonly int[] _start;
    private readonly int[] _rows;

    /// <param name="keys">Number of keys.</param>
    /// <param name="entries">Key and row of each entry, in row order; walked twice.</param>
    public RowIndex(int keys, IEnumerable<(int Key, int Row)> entries)
    {
        _start = new int[keys + 1];
        foreach (var (key, _) in entries)
            _start[key + 1]++;
        for (var k = 0; k < keys; k++)
            _start[k + 1] += _start[k];
        var next = _start.AsSpan(0, keys).ToArray();
        _rows = new int[_start[keys]];
        foreach (var (key, row) in entries)
            _rows[next[key]++] = row;
    }

    /// <summary>The rows of a key, ascending.</summary>
    public ReadOnlyMemory<int> Of(int key) => _rows.AsMemory(_start[key].._start[key + 1]);
}
