namespace Refractor.Statistics.MultipleTesting;

/// <summary>
/// Sorts numbers with their positions by their bits, eight at a time: a few passes instead of the comparisons of a general sort, whose
/// branches no processor can foresee.
/// </summary>
internal static class RadixOrder
{
    private const int Buckets = 256;
    private const int Passes = 8;

    /// <summary>Below this a general sort is as fast.</summary>
    private const int Worthwhile = 512;

    /// <summary>Sorts values ascending and positions along; no value is NaN.</summary>
    public static void Sort(ref double[] values, ref int[] positions)
    {
        if (values.Length < Worthwhile)
        {
            Array.Sort(values, positions);
            return;
        }
        var counts = new int[Passes * Buckets];
        var keys = new ulong[values.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var key = KeyOf(values[i]);
            keys[i] = key;
            for (var pass = 0; pass < Passes; pass++)
                counts[pass * Buckets + (int)(key >> (8 * pass) & 255)]++;
        }
        var (otherKeys, otherPositions) = (new ulong[keys.Length], new int[keys.Length]);
        for (var pass = 0; pass < Passes; pass++)
        {
            var starts = counts.AsSpan(pass * Buckets, Buckets);
            if (starts.Contains(keys.Length))
                continue;
            Scatter(keys, positions, otherKeys, otherPositions, starts, 8 * pass);
            (keys, otherKeys) = (otherKeys, keys);
            (positions, otherPositions) = (otherPositions, positions);
        }
        for (var i = 0; i < keys.Length; i++)
            values[i] = ValueOf(keys[i]);
    }

    private static void Scatter(
        ulong[] keys,
        int[] positions,
        ulong[] toKeys,
        int[] toPositions,
        Span<int> starts,
        int shift
    )
    {
        var sum = 0;
        for (var i = 0; i < starts.Length; i++)
            (starts[i], sum) = (sum, sum + starts[i]);
        unchecked
        {
            for (var i = 0; i < keys.Length; i++)
            {
                var to = starts[(int)(keys[i] >> shift & 255)]++;
                toKeys[to] = keys[i];
                toPositions[to] = positions[i];
            }
        }
    }

    /// <summary>Bits that are ordered as the numbers are: the sign turned, and all other bits of negative numbers too.</summary>
    private static ulong KeyOf(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        return bits >> 63 == 0 ? bits | 1UL << 63 : ~bits;
    }

    private static double ValueOf(ulong key) =>
        BitConverter.UInt64BitsToDouble(key >> 63 == 0 ? ~key : key & ~(1UL << 63));
}
