namespace Refractor.Statistics.Smoothing;

/// <summary>Straight lines between points, flat beyond the ends, as R's <c>approxfun(rule = 2)</c>.</summary>
internal sealed class Interpolation
{
    private readonly double[] _x;
    private readonly double[] _y;

    public Interpolation(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (xs, ys) = (new List<double>(), new List<double>());
        for (var from = 0; from < x.Length; )
        {
            var (to, sum) = (from, 0.0);
            for (; to < x.Length && x[to] == x[from]; to++)
                sum += y[to];
            xs.Add(x[from]);
            ys.Add(sum / (to - from));
            from = to;
        }
        (_x, _y) = ([.. xs], [.. ys]);
    }

    /// <summary>The value at x; NaN for NaN.</summary>
    public double At(double x)
    {
        if (double.IsNaN(x))
            return double.NaN;
        var at = Array.BinarySearch(_x, x);
        if (at >= 0)
            return _y[at];
        var next = ~at;
        if (next == 0)
            return _y[0];
        if (next == _x.Length)
            return _y[^1];
        var share = (x - _x[next - 1]) / (_x[next] - _x[next - 1]);
        return _y[next - 1] + share * (_y[next] - _y[next - 1]);
    }
}
