using System.Numerics;

namespace Refractor.Statistics.Ordering;

/// <summary>A value to sort with the number of its sample.</summary>
internal interface ISortItem
{
    /// <summary>What is sorted by.</summary>
    public ulong Key { get; }

    /// <summary>The sample.</summary>
    public int Index { get; }
}

/// <summary>32 bits of key and 32 of index in one word: one load and one store move both.</summary>
internal readonly struct SingleItem(uint key, int index) : ISortItem
{
    private readonly ulong _word = (ulong)key << 32 | (uint)index;

    public ulong Key => _word >> 32;

    public int Index => unchecked((int)_word);
}

/// <summary>64 bits of key beside the index.</summary>
internal readonly struct DoubleItem(ulong key, int index) : ISortItem
{
    public ulong Key => key;

    public int Index => index;
}

/// <summary>
/// A stable radix sort by the lowest digit first. The digits are at most 11 bits wide (a table of 2,048 counts stays in the first-level
/// cache) and no wider than the range of the keys asks for.
/// </summary>
internal static class RadixSort
{
    private const int MostDigitBits = 11;

    /// <summary>Counts needed by <see cref="Sort{T}"/>.</summary>
    public const int Counts = 2 << MostDigitBits;

    /// <summary>Sorts items by key; the result lies in the span returned, which is one of the two given.</summary>
    /// <param name="items">n items.</param>
    /// <param name="scratch">n items.</param>
    /// <param name="counts">Scratch of <see cref="Counts"/>.</param>
    /// <param name="largest">The largest key.</param>
    public static Span<T> Sort<T>(Span<T> items, Span<T> scratch, Span<int> counts, ulong largest)
        where T : struct, ISortItem
    {
        var bits = 64 - BitOperations.LeadingZeroCount(largest);
        if (bits == 0)
            return items;
        var passes = (bits + MostDigitBits - 1) / MostDigitBits;
        var width = (bits + passes - 1) / passes;
        var now = counts[..(1 << width)];
        var next = counts.Slice(1 << MostDigitBits, 1 << width);
        Count<T>(items, now, width);
        for (var pass = 0; pass < passes; pass++)
        {
            CountsToOffsets(now);
            next.Clear();
            Scatter<T>(items, scratch, now, next, pass * width, width);
            var sorted = scratch;
            scratch = items;
            items = sorted;
            var used = now;
            now = next;
            next = used;
        }
        return items;
    }

    private static void Count<T>(ReadOnlySpan<T> items, Span<int> counts, int width)
        where T : struct, ISortItem
    {
        unchecked
        {
            counts.Clear();
            var mask = (1ul << width) - 1;
            foreach (var item in items)
                counts[(int)(item.Key & mask)]++;
        }
    }

    private static void CountsToOffsets(Span<int> counts)
    {
        unchecked
        {
            var sum = 0;
            foreach (ref var count in counts)
            {
                var c = count;
                count = sum;
                sum += c;
            }
        }
    }

    /// <summary>Moves every item to its place by one digit and counts the next digit on the way.</summary>
    private static void Scatter<T>(
        ReadOnlySpan<T> items,
        Span<T> sorted,
        Span<int> offsets,
        Span<int> counts,
        int shift,
        int width
    )
        where T : struct, ISortItem
    {
        unchecked
        {
            var mask = (1ul << width) - 1;
            foreach (var item in items)
            {
                var digits = item.Key >> shift;
                sorted[offsets[(int)(digits & mask)]++] = item;
                counts[(int)(digits >> width & mask)]++;
            }
        }
    }
}
