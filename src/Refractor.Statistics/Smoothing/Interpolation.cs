namespace Refractor.Statistics.Smoothing;

/// <summary>Straight lines between points, flat beyond the ends, as R's <c>approxfun(rule = 2)</c>.</summary>
internal sealed class Interpolation
{
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double _scale;
    private readonly int[] _firstAbove;

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
        _scale = _x.Length > 1 ? _x.Length / (_x[^1] - _x[0]) : 0;
        _firstAbove = Index();
    }

    /// <summary>The value at x; NaN for NaN.</summary>
    public double At(double x)
    {
        if (double.IsNaN(x))
            return double.NaN;
        if (x <= _x[0])
            return _y[0];
        if (x >= _x[^1])
            return _y[^1];
        var bucket = (int)((x - _x[0]) * _scale);
        var next = _firstAbove[bucket];
        while (_x[next] < x)
            next++;
        // Rounding can put x into the bucket after its own.
        while (_x[next - 1] >= x)
            next--;
        var share = (x - _x[next - 1]) / (_x[next] - _x[next - 1]);
        return _x[next] == x ? _y[next] : _y[next - 1] + share * (_y[next] - _y[next - 1]);
    }

    // For equal parts of the range of x, the first point that is not below the part: a look-up instead of a search.
    private int[] Index()
    {
        var first = new int[_x.Length + 1];
        var next = 1;
        for (var b = 0; b < first.Length; b++)
        {
            while (next < _x.Length - 1 && _x[next] < _x[0] + b / _scale)
                next++;
            first[b] = Math.Min(next, _x.Length - 1);
        }
        return first;
    }
}
