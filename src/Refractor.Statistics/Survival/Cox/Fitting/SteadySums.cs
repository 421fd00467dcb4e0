using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Sums and exponentials of arrays in a fixed order of fixed operations.</summary>
/// <remarks>
/// Those of TensorPrimitives take the widest vectors that the processor has, so that the order of a sum, and its last digit, depend on the
/// machine.
/// </remarks>
internal static class SteadySums
{
    /// <summary>Sum of x.</summary>
    public static double Sum(ReadOnlySpan<double> x)
    {
        var sum = Vector256<double>.Zero;
        foreach (var v in MemoryMarshal.Cast<double, Vector256<double>>(x))
            sum += v;
        var total = Vector256.Sum(sum);
        foreach (var v in Tail(x))
            total += v;
        return total;
    }

    /// <summary>Sum of x × y.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        unchecked
        {
            var xs = MemoryMarshal.Cast<double, Vector256<double>>(x);
            var ys = MemoryMarshal.Cast<double, Vector256<double>>(y)[..xs.Length];
            var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var i = 0;
            for (; i < xs.Length - 1; i += 2)
            {
                even = LaneMath.Fma(xs[i], ys[i], even);
                odd = LaneMath.Fma(xs[i + 1], ys[i + 1], odd);
            }
            if (i < xs.Length)
                even = LaneMath.Fma(xs[i], ys[i], even);
            var total = Vector256.Sum(even + odd);
            for (i = x.Length - Tail(x).Length; i < x.Length; i++)
                total = Math.FusedMultiplyAdd(x[i], y[i], total);
            return total;
        }
    }

    /// <summary>Smallest and largest x; of no use if one is NaN.</summary>
    public static (double Low, double High) Bounds(ReadOnlySpan<double> x)
    {
        var low = Vector256.Create(double.PositiveInfinity);
        var high = -low;
        foreach (var v in MemoryMarshal.Cast<double, Vector256<double>>(x))
            (low, high) = (Vector256.MinNative(low, v), Vector256.MaxNative(high, v));
        var (lowest, highest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
            (lowest, highest) = (Math.Min(lowest, low[lane]), Math.Max(highest, high[lane]));
        foreach (var v in Tail(x))
            (lowest, highest) = (Math.Min(lowest, v), Math.Max(highest, v));
        return (lowest, highest);
    }

    /// <summary>Exponentials of x; at ±700 and beyond those of ±700.</summary>
    public static void Exp(ReadOnlySpan<double> x, Span<double> exponentials)
    {
        var xs = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var to = MemoryMarshal.Cast<double, Vector256<double>>(exponentials);
        for (var i = 0; i < xs.Length; i++)
            to[i] = LaneMath.Exp(xs[i]);
        for (var i = x.Length - Tail(x).Length; i < x.Length; i++)
            exponentials[i] = LaneMath.Exp(Vector256.Create(x[i]))[0];
    }

    private static ReadOnlySpan<double> Tail(ReadOnlySpan<double> x) =>
        x[(x.Length - x.Length % Vector256<double>.Count)..];
}
