namespace Refractor.Statistics.Ordering;

/// <summary>
/// Sorts the features of one sample by value, ascending, with the buffers of one thread. Equal values (−0 equals +0) stand in the order
/// of the features; missing values (NaN) are left out.
/// </summary>
/// <param name="features">f, the most values of a sample.</param>
internal sealed class ColumnSorter(int features)
{
    private readonly ValueSorter<int> _sorter = new(features);
    private readonly int[] _order = new int[features];
    private readonly ulong[] _ties = new ulong[SampleOrder.WordsPerFeature(features)];
    private readonly bool[] _tied = new bool[features];

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
        Measured = _sorter.Sort(values, _order.AsSpan(0, values.Length), _ties);
        SpreadTies();
    }

    /// <inheritdoc cref="Sort(ReadOnlySpan{float})"/>
    public void Sort(ReadOnlySpan<double> values)
    {
        Measured = _sorter.Sort(values, _order.AsSpan(0, values.Length), _ties);
        SpreadTies();
    }

    private void SpreadTies()
    {
        for (var i = 0; i < Measured; i++)
            _tied[i] = (_ties[i >> 6] >> i & 1) != 0;
    }
}
