using System.Buffers;
using System.Runtime.InteropServices;

namespace Refractor.Statistics.MultipleTesting;

/// <summary>
/// The order of numbers by their leading 44 bits, eleven at a time, with the position in the other 20: four passes over one array instead
/// of the comparisons of a general sort, whose branches no processor can foresee. Numbers that agree in 44 bits are sorted after.
/// </summary>
internal static class RadixOrder
{
    private const int PositionBits = 20;
    private const ulong PositionMask = (1UL << PositionBits) - 1;
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int Passes = 4;

    /// <summary>Below this a general sort is as fast.</summary>
    private const int Worthwhile = 1024;

    /// <summary>Sorts values ascending, and positions 0, 1, … along with them; no value is NaN.</summary>
    public static void Sort(double[] values, int[] positions)
    {
        for (var i = 0; i < positions.Length; i++)
            positions[i] = i;
        if (values.Length is < Worthwhile or > 1 << PositionBits)
        {
            Array.Sort(values, positions);
            return;
        }
        var pool = ArrayPool<ulong>.Shared;
        var (keys, other) = (pool.Rent(values.Length), pool.Rent(values.Length));
        SortKeys(keys.AsSpan(0, values.Length), other.AsSpan(0, values.Length), values);
        Gather(keys.AsSpan(0, values.Length), values, positions, MemoryOf(other, values));
        pool.Return(keys);
        pool.Return(other);
    }

    /// <summary>Leaves in keys the leading bits of the values in ascending order, each with its position.</summary>
    private static void SortKeys(Span<ulong> keys, Span<ulong> other, ReadOnlySpan<double> values)
    {
        var counts = new int[Passes * Digits];
        for (var i = 0; i < keys.Length; i++)
        {
            var key = (KeyOf(values[i]) & ~PositionMask) | (uint)i;
            keys[i] = key;
            for (var pass = 0; pass < Passes; pass++)
                counts[pass * Digits + Digit(key, pass)]++;
        }
        // An even number of passes ends where it began.
        for (var pass = 0; pass < Passes; pass += 2)
        {
            Scatter(keys, other, counts.AsSpan(pass * Digits, Digits), pass);
            Scatter(other, keys, counts.AsSpan((pass + 1) * Digits, Digits), pass + 1);
        }
    }

    private static void Scatter(ReadOnlySpan<ulong> from, Span<ulong> to, Span<int> starts, int pass)
    {
        var sum = 0;
        for (var i = 0; i < starts.Length; i++)
            (starts[i], sum) = (sum, sum + starts[i]);
        foreach (var key in from)
            to[starts[Digit(key, pass)]++] = key;
    }

    /// <summary>Puts values and positions in the order of the keys, and sorts runs of equal leading bits.</summary>
    private static void Gather(
        ReadOnlySpan<ulong> keys,
        double[] values,
        int[] positions,
        ReadOnlySpan<double> unsorted
    )
    {
        var run = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            positions[i] = (int)(keys[i] & PositionMask);
            values[i] = unsorted[positions[i]];
            if (i > 0 && (keys[i] ^ keys[i - 1]) > PositionMask)
            {
                SortRun(values, positions, run, i);
                run = i;
            }
        }
        SortRun(values, positions, run, keys.Length);
    }

    private static void SortRun(double[] values, int[] positions, int from, int to)
    {
        if (to - from > 1)
            Array.Sort(values, positions, from, to - from);
    }

    /// <summary>A copy of the values in the memory of an array that is no longer needed.</summary>
    private static ReadOnlySpan<double> MemoryOf(ulong[] memory, double[] values)
    {
        var copy = MemoryMarshal.Cast<ulong, double>(memory.AsSpan(0, values.Length));
        values.CopyTo(copy);
        return copy;
    }

    private static int Digit(ulong key, int pass) =>
        unchecked((int)(key >> (PositionBits + pass * DigitBits)) & (Digits - 1));

    /// <summary>Bits that are ordered as the numbers are: the sign turned, and all other bits of negative numbers too.</summary>
    private static ulong KeyOf(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        return bits >> 63 == 0 ? bits | (1UL << 63) : ~bits;
    }
}
