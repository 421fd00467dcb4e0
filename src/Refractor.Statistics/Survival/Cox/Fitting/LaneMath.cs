using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Arithmetic on four numbers at a time.</summary>
internal static class LaneMath
{
    // 2^52 × 1.5: adding it rounds to an integer, which is then in the low bits.
    private const double Rounder = 6755399441055744.0;
    private const double LargestExponent = 700;

    /// <summary>eˣ to 1 unit in the last place for |x| ≤ 700; beyond, the value at ±700.</summary>
    /// <remarks>Reduction to |r| ≤ ½ log 2, then the polynomial of degree 11 that is closest to eʳ (error 3e-18).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        unchecked
        {
            x = Vector256.MinNative(
                Vector256.MaxNative(x, Vector256.Create(-LargestExponent)),
                Vector256.Create(LargestExponent)
            );
            var shifted = Fma(x, Vector256.Create(1.4426950408889634), Vector256.Create(Rounder));
            var power = shifted - Vector256.Create(Rounder);
            var r = Fma(power, Vector256.Create(-0.6931471675634384), x);
            r = Fma(power, Vector256.Create(-1.2996506893889889e-08), r);
            var e = Vector256.Create(2.5110037721946562e-08);
            e = Fma(e, r, Vector256.Create(2.7632639789868395e-07));
            e = Fma(e, r, Vector256.Create(2.7557240918265525e-06));
            e = Fma(e, r, Vector256.Create(2.480148548192088e-05));
            e = Fma(e, r, Vector256.Create(0.00019841269890047406));
            e = Fma(e, r, Vector256.Create(0.0013888888952315155));
            e = Fma(e, r, Vector256.Create(0.008333333333319601));
            e = Fma(e, r, Vector256.Create(0.04166666666648809));
            e = Fma(e, r, Vector256.Create(0.1666666666666668));
            e = Fma(e, r, Vector256.Create(0.5000000000000019));
            e = Fma(e, r, Vector256<double>.One);
            e = Fma(e, r, Vector256<double>.One);
            return (e.AsInt64() + Vector256.ShiftLeft(shifted.AsInt64(), 52)).AsDouble();
        }
    }

    /// <summary>a × b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Fma(Vector256<double> a, Vector256<double> b, Vector256<double> c) =>
        Vector256.FusedMultiplyAdd(a, b, c);
}
