using System.Numerics;
using System.Runtime.CompilerServices;

namespace Refractor.Statistics.Ordering;

/// <summary>
/// Sorts values, one list after the other, with the buffers of one thread. Equal values (−0 equals +0) stand in the order of their
/// numbers, missing ones (NaN) last.
/// </summary>
/// <typeparam name="TIndex">ushort or int: how the number of a value is stored.</typeparam>
/// <param name="most">The most values of a list.</param>
internal sealed class ValueSorter<TIndex>(int most)
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    private readonly int[] _counts = new int[RadixSort.Counts];
    private readonly TIndex[] _scratch = new TIndex[most];
    private uint[] _singleKeys = [];
    private ulong[] _doubleKeys = [];

    /// <summary>Sorts n values.</summary>
    /// <param name="values">n values.</param>
    /// <param name="order">Receives the n numbers of the values, the lowest value first.</param>
    /// <param name="ties">Receives a bit for each position: whether its value equals the next.</param>
    /// <returns>How many are not missing.</returns>
    public int Sort(ReadOnlySpan<float> values, Span<TIndex> order, Span<ulong> ties)
    {
        if (_singleKeys.Length < most)
            _singleKeys = new uint[most];
        var keys = _singleKeys.AsSpan(0, values.Length);
        var (smallest, largest, missing) = SortKeys.Of(values, keys);
        return Sort(keys, smallest, largest, missing, order, ties);
    }

    /// <inheritdoc cref="Sort(ReadOnlySpan{float}, Span{TIndex}, Span{ulong})"/>
    public int Sort(ReadOnlySpan<double> values, Span<TIndex> order, Span<ulong> ties)
    {
        if (_doubleKeys.Length < most)
            _doubleKeys = new ulong[most];
        var keys = _doubleKeys.AsSpan(0, values.Length);
        var (smallest, largest, missing) = SortKeys.Of(values, keys);
        return Sort(keys, smallest, largest, missing, order, ties);
    }

    private int Sort<TKey>(
        Span<TKey> keys,
        TKey smallest,
        TKey largest,
        int missing,
        Span<TIndex> order,
        Span<ulong> ties
    )
        where TKey : unmanaged, IBinaryInteger<TKey>, IUnsignedNumber<TKey>, IMinMaxValue<TKey>
    {
        var measured = order[..^missing];
        if (missing == 0)
            FillAll(order);
        else
            FillMeasuredFirst<TKey>(keys, order, measured.Length);
        if (!measured.IsEmpty)
        {
            SortKeys.Subtract(keys, smallest);
            RadixSort.Sort(keys, measured, _scratch.AsSpan(0, measured.Length), _counts, largest - smallest);
        }
        FindTies<TKey>(keys, measured, ties);
        return measured.Length;
    }

    private static void FillAll(Span<TIndex> order)
    {
        unchecked
        {
            for (var i = 0; i < order.Length; i++)
                order[i] = TIndex.CreateTruncating(i);
        }
    }

    private static void FillMeasuredFirst<TKey>(ReadOnlySpan<TKey> keys, Span<TIndex> order, int missingFrom)
        where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>
    {
        unchecked
        {
            var measured = 0;
            for (var i = 0; i < keys.Length; i++)
                order[keys[i] == SortKeys.Missing<TKey>() ? missingFrom++ : measured++] = TIndex.CreateTruncating(i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FindTies<TKey>(ReadOnlySpan<TKey> keys, ReadOnlySpan<TIndex> order, Span<ulong> ties)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        unchecked
        {
            ties.Clear();
            if (order.IsEmpty)
                return;
            var previous = keys[int.CreateTruncating(order[0])];
            for (var word = 0; word < ties.Length; word++)
            {
                var next = order[Math.Min(order.Length, 64 * word + 1)..Math.Min(order.Length, 64 * word + 65)];
                var bits = 0ul;
                for (var i = 0; i < next.Length; i++)
                {
                    var key = keys[int.CreateTruncating(next[i])];
                    bits |= (key == previous ? 1ul : 0) << i;
                    previous = key;
                }
                ties[word] = bits;
            }
        }
    }
}
