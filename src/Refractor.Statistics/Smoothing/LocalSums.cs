using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Smoothing;

/// <summary>
/// Tricube-weighted sums of points around a place, with x measured from that place: all that a local straight line needs, in one pass.
/// </summary>
internal readonly record struct LocalSums(double Weight, double X, double XX, double Y, double XY)
{
    /// <summary>Sums the points.</summary>
    /// <param name="x">Points no farther from the place than the radius.</param>
    /// <param name="y">As many values.</param>
    /// <param name="robust">As many weights that multiply the tricube.</param>
    /// <param name="at">The place.</param>
    /// <param name="radius">Distance at which the weight falls to 0; within a thousandth of it the weight is 1.</param>
    public static LocalSums Of(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        ReadOnlySpan<double> robust,
        double at,
        double radius
    )
    {
        var xs = MemoryMarshal.Cast<double, Vector512<double>>(x);
        var ys = MemoryMarshal.Cast<double, Vector512<double>>(y)[..xs.Length];
        var rs = MemoryMarshal.Cast<double, Vector512<double>>(robust)[..xs.Length];
        Vector512<double> weight = default,
            sx = default,
            sxx = default,
            sy = default,
            sxy = default;
        for (var i = 0; i < xs.Length; i++)
        {
            var d = xs[i] - Vector512.Create(at);
            var w = rs[i] * Tricube(Vector512.Abs(d), radius);
            var wd = w * d;
            weight += w;
            sx += wd;
            sxx = Vector512.FusedMultiplyAdd(wd, d, sxx);
            sy = Vector512.FusedMultiplyAdd(w, ys[i], sy);
            sxy = Vector512.FusedMultiplyAdd(wd, ys[i], sxy);
        }
        var sums = new LocalSums(
            Vector512.Sum(weight),
            Vector512.Sum(sx),
            Vector512.Sum(sxx),
            Vector512.Sum(sy),
            Vector512.Sum(sxy)
        );
        for (var i = xs.Length * Vector512<double>.Count; i < x.Length; i++)
            sums = sums.Add(x[i] - at, y[i], robust[i], radius);
        return sums;
    }

    private LocalSums Add(double d, double y, double robust, double radius)
    {
        var u = Math.Abs(d) / radius;
        var v = 1 - (u * u * u);
        var w = Math.Abs(d) <= 0.001 * radius ? robust : robust * v * v * v;
        return new LocalSums(Weight + w, X + (w * d), XX + (w * d * d), Y + (w * y), XY + (w * d * y));
    }

    private static Vector512<double> Tricube(Vector512<double> distance, double radius)
    {
        var u = distance * Vector512.Create(1 / radius);
        var v = Vector512<double>.One - (u * u * u);
        return Vector512.ConditionalSelect(
            Vector512.LessThanOrEqual(distance, Vector512.Create(0.001 * radius)),
            Vector512<double>.One,
            v * v * v
        );
    }
}
