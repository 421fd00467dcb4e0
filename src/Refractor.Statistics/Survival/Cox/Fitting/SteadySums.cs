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
        var sum = Vector512<double>.Zero;
        foreach (var v in MemoryMarshal.Cast<double, Vector512<double>>(x))
            sum += v;
        var total = Vector512.Sum(sum);
        foreach (var v in Tail(x))
            total += v;
        return total;
    }

    /// <summary>Sum of x × y.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        unchecked
        {
            var xs = MemoryMarshal.Cast<double, Vector512<double>>(x);
            var ys = MemoryMarshal.Cast<double, Vector512<double>>(y)[..xs.Length];
            var (even, odd) = (Vector512<double>.Zero, Vector512<double>.Zero);
            var i = 0;
            for (; i < xs.Length - 1; i += 2)
            {
                even = LaneMath.Fma(xs[i], ys[i], even);
                odd = LaneMath.Fma(xs[i + 1], ys[i + 1], odd);
            }
            if (i < xs.Length)
                even = LaneMath.Fma(xs[i], ys[i], even);
            var total = Vector512.Sum(even + odd);
            for (i = x.Length - Tail(x).Length; i < x.Length; i++)
                total = Math.FusedMultiplyAdd(x[i], y[i], total);
            return total;
        }
    }

    /// <summary>Exponentials of x; at ±700 and beyond those of ±700.</summary>
    public static void Exp(ReadOnlySpan<double> x, Span<double> exponentials)
    {
        var xs = MemoryMarshal.Cast<double, Vector512<double>>(x);
        var to = MemoryMarshal.Cast<double, Vector512<double>>(exponentials);
        for (var i = 0; i < xs.Length; i++)
            to[i] = LaneMath.Exp(xs[i]);
        for (var i = x.Length - Tail(x).Length; i < x.Length; i++)
            exponentials[i] = LaneMath.Exp(Vector512.Create(x[i]))[0];
    }

    private static ReadOnlySpan<double> Tail(ReadOnlySpan<double> x) =>
        x[(x.Length - x.Length % Vector512<double>.Count)..];
}
