using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Survival.Screening;

/// <summary>
/// The lower median, value (n − 1)/2 of n in ascending order from 0: the values above it are those above the median. Found by
/// counting, vector by vector, how many values lie below a guess and moving the guess by interpolation; a few counts leave few enough
/// values to sort.
/// </summary>
internal sealed class LowerMedian
{
    private const int FewEnough = 32;

    private readonly float[] _singles = new float[FewEnough];
    private readonly double[] _doubles = new double[FewEnough];

    /// <summary>Finds it.</summary>
    /// <param name="values">At least one value, none NaN.</param>
    public float Of(ReadOnlySpan<float> values) => Find(values, _singles);

    /// <inheritdoc cref="Of(ReadOnlySpan{float})"/>
    public double Of(ReadOnlySpan<double> values) => Find(values, _doubles);

    private static T Find<T>(ReadOnlySpan<T> values, T[] few)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var wanted = (values.Length - 1) / 2;
        var low = System.Numerics.Tensors.TensorPrimitives.Min(values);
        var high = System.Numerics.Tensors.TensorPrimitives.Max(values);
        if (!T.IsFinite(high - low))
            return Sorted(values.ToArray(), wanted);
        // The wanted value is ≥ low and ≤ high; `below` values are < low and `upTo` are ≤ high.
        var (below, upTo) = (0, values.Length);
        for (var step = 0; upTo - below > FewEnough && low < high; step++)
        {
            // Interpolation needs a few steps on smooth data; halving in between bounds the number on any other.
            var fraction = step % 3 == 2 ? 0.5 : (wanted - below + 0.5) / (upTo - below);
            var guess = low + (high - low) * T.CreateTruncating(fraction);
            if (!(guess > low))
                guess = T.BitIncrement(low);
            var less = CountBelow(values, guess);
            if (less > wanted)
                (high, upTo) = (T.BitDecrement(guess), less);
            else
                (low, below) = (guess, less);
        }
        if (low >= high)
            return low;
        var kept = Keep(values, low, high, few);
        return Sorted(few.AsSpan(0, kept), wanted - below);
    }

    private static T Sorted<T>(Span<T> values, int wanted)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        values.Sort();
        return values[wanted];
    }

    private static int CountBelow<T>(ReadOnlySpan<T> values, T limit)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        unchecked
        {
            var bound = Vector512.Create(limit);
            var vectors = MemoryMarshal.Cast<T, Vector512<T>>(values);
            var count = 0;
            for (var k = 0; k < vectors.Length; k++)
                count += BitOperations.PopCount(Vector512.LessThan(vectors[k], bound).ExtractMostSignificantBits());
            for (var i = vectors.Length * Vector512<T>.Count; i < values.Length; i++)
                count += values[i] < limit ? 1 : 0;
            return count;
        }
    }

    private static int Keep<T>(ReadOnlySpan<T> values, T low, T high, T[] kept)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        unchecked
        {
            var (least, most) = (Vector512.Create(low), Vector512.Create(high));
            var vectors = MemoryMarshal.Cast<T, Vector512<T>>(values);
            var count = 0;
            for (var k = 0; k < vectors.Length; k++)
            {
                var within =
                    Vector512.GreaterThanOrEqual(vectors[k], least) & Vector512.LessThanOrEqual(vectors[k], most);
                for (var bits = within.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                    kept[count++] = values[k * Vector512<T>.Count + BitOperations.TrailingZeroCount(bits)];
            }
            for (var i = vectors.Length * Vector512<T>.Count; i < values.Length; i++)
                if (values[i] >= low && values[i] <= high)
                    kept[count++] = values[i];
            return count;
        }
    }
}
