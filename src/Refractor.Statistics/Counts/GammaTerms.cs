using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Counts;

/// <summary>log Γ(x) and its derivative for several x at once, by Stirling's series eight places on.</summary>
internal static class GammaTerms
{
    private const double HalfLogTwoPi = 0.91893853320467274178;
    private const int Shift = 8;

    // Terms of Stirling's series, B(2k) / (2k (2k - 1)), and of its derivative, B(2k) / (2k).
    private static readonly double[] Series =
    [
        1.0 / 12,
        -1.0 / 360,
        1.0 / 1260,
        -1.0 / 1680,
        1.0 / 1188,
        -691.0 / 360360,
    ];
    private static readonly double[] Slopes = [1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760];

    /// <summary>Both, for 0 &lt; x below 1e30.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Log, Vector512<double> Slope) Of(Vector512<double> x)
    {
        // The product x (x + 1) ... (x + 7) and its derivative, so that one logarithm takes all eight places back.
        var (product, slope) = (x, Vector512<double>.One);
        for (var k = 1; k < Shift; k++)
        {
            var factor = x + Vector512.Create((double)k);
            slope = slope * factor + product;
            product *= factor;
        }
        var far = x + Vector512.Create((double)Shift);
        var inverse = Vector512<double>.One / far;
        var square = inverse * inverse;
        var (series, slopes) = (Vector512.Create(Series[^1]), Vector512.Create(Slopes[^1]));
        for (var k = Series.Length - 2; k >= 0; k--)
        {
            series = series * square + Vector512.Create(Series[k]);
            slopes = slopes * square + Vector512.Create(Slopes[k]);
        }
        var log = Vector512.Log(far);
        var half = Vector512.Create(0.5);
        var value =
            (far - half) * log - far + Vector512.Create(HalfLogTwoPi) + series * inverse - Vector512.Log(product);
        return (value, log - half * inverse - slopes * square - slope / product);
    }
}
