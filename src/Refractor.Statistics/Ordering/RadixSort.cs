using System.Numerics;
using System.Runtime.CompilerServices;

namespace Refractor.Statistics.Ordering;

/// <summary>
/// A stable radix sort of sample numbers by key, lowest digit first. Only the numbers move, and keys are looked up: for some thousand
/// samples all of it stays in the first-level cache. Digits are at most 11 bits wide and no wider than the range of the keys asks for.
/// </summary>
/// <remarks>
/// The loops are compiled in full at once: the first matrix of a process is sorted before the runtime would have replaced its first
/// draft of them. The same holds for the walks along orders.
/// </remarks>
internal static class RadixSort
{
    private const int MostDigitBits = 11;

    /// <summary>Counts needed as scratch.</summary>
    public const int Counts = 1 << MostDigitBits;

    /// <summary>Sorts.</summary>
    /// <param name="keys">Keys by sample number.</param>
    /// <param name="samples">The samples to sort; receives them in ascending order of their keys.</param>
    /// <param name="scratch">As long as the samples.</param>
    /// <param name="counts">Scratch of <see cref="Counts"/>.</param>
    /// <param name="largest">The largest key.</param>
    public static void Sort<TKey, TIndex>(
        ReadOnlySpan<TKey> keys,
        Span<TIndex> samples,
        Span<TIndex> scratch,
        Span<int> counts,
        TKey largest
    )
        where TKey : unmanaged, IBinaryInteger<TKey>, IUnsignedNumber<TKey>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        var bits = 8 * largest.GetByteCount() - int.CreateTruncating(TKey.LeadingZeroCount(largest));
        var passes = (bits + MostDigitBits - 1) / MostDigitBits;
        if (passes == 0)
            return;
        var width = (bits + passes - 1) / passes;
        counts = counts[..(1 << width)];
        var from = samples;
        var to = scratch;
        for (var pass = 0; pass < passes; pass++)
        {
            CountDigits(keys, from, counts, pass * width);
            Move(keys, from, to, counts, pass * width);
            var sorted = to;
            to = from;
            from = sorted;
        }
        if (passes % 2 == 1)
            scratch.CopyTo(samples);
    }

    /// <summary>Counts the digits and turns the counts into the place of the first sample of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CountDigits<TKey, TIndex>(
        ReadOnlySpan<TKey> keys,
        ReadOnlySpan<TIndex> samples,
        Span<int> counts,
        int shift
    )
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        unchecked
        {
            counts.Clear();
            var mask = counts.Length - 1;
            if (samples.Length == keys.Length)
            {
                foreach (var key in keys)
                    counts[int.CreateTruncating(key >> shift) & mask]++;
            }
            else
            {
                foreach (var sample in samples)
                    counts[int.CreateTruncating(keys[int.CreateTruncating(sample)] >> shift) & mask]++;
            }
            var sum = 0;
            foreach (ref var count in counts)
            {
                var c = count;
                count = sum;
                sum += c;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Move<TKey, TIndex>(
        ReadOnlySpan<TKey> keys,
        ReadOnlySpan<TIndex> from,
        Span<TIndex> to,
        Span<int> places,
        int shift
    )
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        unchecked
        {
            var mask = places.Length - 1;
            foreach (var sample in from)
                to[places[int.CreateTruncating(keys[int.CreateTruncating(sample)] >> shift) & mask]++] = sample;
        }
    }
}
