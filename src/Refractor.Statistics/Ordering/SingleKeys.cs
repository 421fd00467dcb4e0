using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Ordering;

/// <summary>Turns floats into integers of the same order.</summary>
internal static class SingleKeys
{
    /// <summary>
    /// Computes a key of each value and the smallest and largest of those that are not NaN. Negative values have all bits turned,
    /// others only the sign; −0 becomes +0 first.
    /// </summary>
    public static (uint Smallest, uint Largest, bool AnyMissing) Of(ReadOnlySpan<float> values, Span<uint> keys)
    {
        keys = keys[..values.Length];
        var smallest = Vector512.Create(uint.MaxValue);
        var largest = Vector512<uint>.Zero;
        var missing = Vector512<uint>.Zero;
        var i = 0;
        for (; i <= values.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            var x = Vector512.Create(values[i..]);
            var isNumber = Vector512.Equals(x, x).AsUInt32();
            var bits = (x + Vector512<float>.Zero).AsInt32();
            var key = (bits ^ (Vector512.ShiftRightArithmetic(bits, 31) | Vector512.Create(int.MinValue))).AsUInt32();
            smallest = Vector512.Min(smallest, key | ~isNumber);
            largest = Vector512.Max(largest, key & isNumber);
            missing |= ~isNumber;
            key.CopyTo(keys[i..]);
        }
        var (low, high, any) = (Least(smallest), Most(largest), missing != Vector512<uint>.Zero);
        for (; i < values.Length; i++)
        {
            var bits = BitConverter.SingleToInt32Bits(values[i] + 0f);
            keys[i] = unchecked((uint)(bits ^ (bits >> 31 | int.MinValue)));
            if (float.IsNaN(values[i]))
                any = true;
            else
                (low, high) = (Math.Min(low, keys[i]), Math.Max(high, keys[i]));
        }
        return (low, high, any);
    }

    private static uint Least(Vector512<uint> v)
    {
        var least = uint.MaxValue;
        for (var i = 0; i < Vector512<uint>.Count; i++)
            least = Math.Min(least, v[i]);
        return least;
    }

    private static uint Most(Vector512<uint> v)
    {
        var most = 0u;
        for (var i = 0; i < Vector512<uint>.Count; i++)
            most = Math.Max(most, v[i]);
        return most;
    }
}
