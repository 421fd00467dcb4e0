using System.Numerics;
using System.Runtime.CompilerServices;

namespace Refractor.Statistics.Ordering;

/// <summary>
/// Turns numbers into integers of the same order: negative ones have all bits turned, others only the sign; −0 becomes +0 first. A
/// missing number becomes the largest integer, which no other number does.
/// </summary>
internal static class SortKeys
{
    /// <summary>The key of a missing value.</summary>
    public static TKey Missing<TKey>()
        where TKey : IMinMaxValue<TKey> => TKey.MaxValue;

    /// <summary>Computes the keys, the smallest and largest of those that are not missing, and how many are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (uint Smallest, uint Largest, int Missing) Of(ReadOnlySpan<float> values, Span<uint> keys)
    {
        unchecked
        {
            keys = keys[..values.Length];
            var smallest = new Vector<uint>(uint.MaxValue);
            var largest = Vector<uint>.Zero;
            var missing = Vector<uint>.Zero;
            var i = 0;
            for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                var x = new Vector<float>(values[i..]);
                var isMissing = Vector.OnesComplement(Vector.Equals(x, x)).As<int, uint>();
                var bits = (x + Vector<float>.Zero).As<float, int>();
                var turn = Vector.ShiftRightArithmetic(bits, 31) | new Vector<int>(int.MinValue);
                var key = (bits ^ turn).As<int, uint>() | isMissing;
                smallest = Vector.Min(smallest, key);
                largest = Vector.Max(largest, Vector.AndNot(key, isMissing));
                missing -= isMissing;
                key.CopyTo(keys[i..]);
            }
            var (low, high, count) = (uint.MaxValue, 0u, 0);
            for (var lane = 0; lane < Vector<uint>.Count; lane++)
            {
                (low, high) = (Math.Min(low, smallest[lane]), Math.Max(high, largest[lane]));
                count += (int)missing[lane];
            }
            for (; i < values.Length; i++)
            {
                var bits = BitConverter.SingleToInt32Bits(values[i] + 0f);
                keys[i] = float.IsNaN(values[i]) ? uint.MaxValue : (uint)(bits ^ (bits >> 31 | int.MinValue));
                low = Math.Min(low, keys[i]);
                (high, count) = keys[i] == uint.MaxValue ? (high, count + 1) : (Math.Max(high, keys[i]), count);
            }
            return (low, high, count);
        }
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{float}, Span{uint})"/>
    public static (ulong Smallest, ulong Largest, int Missing) Of(ReadOnlySpan<double> values, Span<ulong> keys)
    {
        unchecked
        {
            var (low, high, count) = (ulong.MaxValue, 0ul, 0);
            for (var i = 0; i < values.Length; i++)
            {
                var bits = BitConverter.DoubleToInt64Bits(values[i] + 0.0);
                keys[i] = double.IsNaN(values[i]) ? ulong.MaxValue : (ulong)(bits ^ (bits >> 63 | long.MinValue));
                low = Math.Min(low, keys[i]);
                (high, count) = keys[i] == ulong.MaxValue ? (high, count + 1) : (Math.Max(high, keys[i]), count);
            }
            return (low, high, count);
        }
    }

    /// <summary>Lowers all keys by the smallest, so that they need fewer digits; that of missing values loses its meaning.</summary>
    public static void Subtract<TKey>(Span<TKey> keys, TKey smallest)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        unchecked
        {
            foreach (ref var key in keys)
                key -= smallest;
        }
    }
}
