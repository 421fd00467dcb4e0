namespace Refractor.Statistics.Ordering;

/// <summary>
/// Sorts the features of one sample by value, ascending, with the buffers of one thread. Equal values (−0 equals +0) stand in the order
/// of the features; missing values (NaN) are left out.
/// </summary>
/// <param name="features">f, the most values of a sample.</param>
internal sealed class ColumnSorter(int features)
{
    private readonly int[] _counts = new int[RadixSort.Counts];
    private readonly int[] _order = new int[features];
    private readonly bool[] _tied = new bool[features];
    private uint[] _singleKeys = [];
    private SingleItem[] _singles = [];
    private SingleItem[] _singleScratch = [];
    private DoubleItem[] _doubles = [];
    private DoubleItem[] _doubleScratch = [];

    /// <summary>Number of values that are not missing.</summary>
    public int Measured { get; private set; }

    /// <summary>Features with a value, the lowest value first.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, Measured);

    /// <summary>Whether the value at a position of the order equals the next one.</summary>
    public ReadOnlySpan<bool> TiedWithNext => _tied.AsSpan(0, Measured);

    /// <summary>The position after the last of the values tied with the one at a position.</summary>
    public int EndOfTie(int position)
    {
        while (_tied[position])
            position++;
        return position + 1;
    }

    /// <summary>Sorts the f values of a sample.</summary>
    public void Sort(ReadOnlySpan<float> values)
    {
        if (_singles.Length < features)
        {
            _singleKeys = new uint[features];
            (_singles, _singleScratch) = (new SingleItem[features], new SingleItem[features]);
        }
        var (smallest, largest, _) = SingleKeys.Of(values, _singleKeys);
        var measured = 0;
        unchecked
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (!float.IsNaN(values[i]))
                    _singles[measured++] = new SingleItem(_singleKeys[i] - smallest, i);
            }
        }
        var range = measured == 0 ? 0 : largest - smallest;
        Store<SingleItem>(
            RadixSort.Sort(_singles.AsSpan(0, measured), _singleScratch.AsSpan(0, measured), _counts, range)
        );
    }

    /// <inheritdoc cref="Sort(ReadOnlySpan{float})"/>
    public void Sort(ReadOnlySpan<double> values)
    {
        if (_doubles.Length < features)
            (_doubles, _doubleScratch) = (new DoubleItem[features], new DoubleItem[features]);
        var measured = 0;
        var (smallest, largest) = (ulong.MaxValue, 0ul);
        unchecked
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (double.IsNaN(values[i]))
                    continue;
                var bits = BitConverter.DoubleToInt64Bits(values[i] + 0.0);
                var key = (ulong)(bits ^ (bits >> 63 | long.MinValue));
                (smallest, largest) = (Math.Min(smallest, key), Math.Max(largest, key));
                _doubles[measured++] = new DoubleItem(key, i);
            }
            for (var i = 0; i < measured; i++)
                _doubles[i] = new DoubleItem(_doubles[i].Key - smallest, _doubles[i].Index);
        }
        var range = measured == 0 ? 0 : largest - smallest;
        Store<DoubleItem>(
            RadixSort.Sort(_doubles.AsSpan(0, measured), _doubleScratch.AsSpan(0, measured), _counts, range)
        );
    }

    private void Store<T>(ReadOnlySpan<T> sorted)
        where T : struct, ISortItem
    {
        Measured = sorted.Length;
        for (var i = 0; i < sorted.Length; i++)
        {
            _order[i] = sorted[i].Index;
            _tied[i] = i + 1 < sorted.Length && sorted[i].Key == sorted[i + 1].Key;
        }
    }
}
