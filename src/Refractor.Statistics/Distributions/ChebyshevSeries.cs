using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Distributions;

/// <summary>
/// A smooth function of x ≥ 0 as a Chebyshev series in (x − scale) / (x + scale), to evaluate it for whole spans at a few nanoseconds a
/// value.
/// </summary>
internal sealed class ChebyshevSeries
{
    private const int Nodes = 64;

    /// <summary>Terms below this fraction of the smallest value are rounding of the values that the series was made from.</summary>
    private const double Rounding = 1e-15;

    /// <summary>So many terms must be rounding for the series to count as complete.</summary>
    private const int Spare = 6;

    private static readonly double[] Cosines =
    [
        .. Enumerable.Range(0, 4 * Nodes).Select(i => Math.Cos(Math.PI * i / (2 * Nodes))),
    ];

    private readonly double[] _coefficients;
    private readonly double _scale;

    public ChebyshevSeries(ReadOnlySpan<double> coefficients, double scale)
    {
        _coefficients = coefficients.ToArray();
        _scale = scale;
    }

    /// <summary>The series of a function; null if it does not fall to rounding within 64 terms.</summary>
    /// <param name="function">The function, x ≥ 0.</param>
    /// <param name="scale">Where it changes most.</param>
    /// <param name="floor">Smallest size of a value whose relative precision matters.</param>
    public static ChebyshevSeries? TryFit(Func<double, double> function, double scale, double floor = 0)
    {
        Span<double> values = stackalloc double[Nodes];
        for (var j = 0; j < Nodes; j++)
        {
            var t = Cosines[2 * j + 1];
            values[j] = function(scale * (1 + t) / (1 - t));
        }
        var coefficients = new double[Nodes];
        for (var i = 0; i < Nodes; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < Nodes; j++)
                sum += values[j] * Cosines[i * (2 * j + 1) % (4 * Nodes)];
            coefficients[i] = (i == 0 ? 1.0 : 2.0) / Nodes * sum;
        }
        var rounding = Rounding * Math.Max(floor, Math.Abs(TensorPrimitives.MinMagnitude(values)));
        var terms = Nodes;
        while (terms > 1 && Math.Abs(coefficients[terms - 1]) < rounding)
            terms--;
        return terms <= Nodes - Spare ? new ChebyshevSeries(coefficients.AsSpan(0, terms), scale) : null;
    }

    /// <summary>Values of the series at x, by Clenshaw's recurrence, four vectors at a time to hide its latency.</summary>
    public void Evaluate(ReadOnlySpan<double> x, Span<double> values)
    {
        var i = 0;
        for (; i <= x.Length - 32; i += 32)
            Evaluate32(x[i..], values[i..]);
        if (i == x.Length)
            return;
        Span<double> rest = stackalloc double[32];
        x[i..].CopyTo(rest);
        rest[(x.Length - i)..].Fill(1);
        Evaluate32(rest, rest);
        rest[..(x.Length - i)].CopyTo(values[i..]);
    }

    private void Evaluate32(ReadOnlySpan<double> x, Span<double> values)
    {
        var scale = Vector512.Create(_scale);
        var x0 = Vector512.Create(x);
        var x1 = Vector512.Create(x[8..]);
        var x2 = Vector512.Create(x[16..]);
        var x3 = Vector512.Create(x[24..]);
        var t0 = (x0 - scale) / (x0 + scale);
        var t1 = (x1 - scale) / (x1 + scale);
        var t2 = (x2 - scale) / (x2 + scale);
        var t3 = (x3 - scale) / (x3 + scale);
        var (d0, d1, d2, d3) = (t0 + t0, t1 + t1, t2 + t2, t3 + t3);
        Vector512<double> a0 = default,
            a1 = default,
            a2 = default,
            a3 = default,
            b0 = default,
            b1 = default,
            b2 = default,
            b3 = default;
        for (var i = _coefficients.Length - 1; i > 0; i--)
        {
            var c = Vector512.Create(_coefficients[i]);
            (a0, b0) = (Vector512.FusedMultiplyAdd(d0, a0, c - b0), a0);
            (a1, b1) = (Vector512.FusedMultiplyAdd(d1, a1, c - b1), a1);
            (a2, b2) = (Vector512.FusedMultiplyAdd(d2, a2, c - b2), a2);
            (a3, b3) = (Vector512.FusedMultiplyAdd(d3, a3, c - b3), a3);
        }
        var first = Vector512.Create(_coefficients[0]);
        Vector512.FusedMultiplyAdd(t0, a0, first - b0).CopyTo(values);
        Vector512.FusedMultiplyAdd(t1, a1, first - b1).CopyTo(values[8..]);
        Vector512.FusedMultiplyAdd(t2, a2, first - b2).CopyTo(values[16..]);
        Vector512.FusedMultiplyAdd(t3, a3, first - b3).CopyTo(values[24..]);
    }
}
