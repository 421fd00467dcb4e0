namespace Refractor.Statistics.Smoothing;

/// <summary>
/// Robust locally weighted straight lines (Cleveland, JASA 1979), with the shortcuts of R's <c>lowess</c>: lines are fitted at points at
/// least <c>delta</c> apart, and points between are interpolated.
/// </summary>
internal static class Lowess
{
    /// <summary>Smooths.</summary>
    /// <param name="x">n values in ascending order.</param>
    /// <param name="y">n values.</param>
    /// <param name="span">Share of the points that each line takes in.</param>
    /// <param name="iterations">Rounds of down-weighting points far from the curve.</param>
    /// <param name="delta">Distance of fitted points; R's default is 1 % of the range of x.</param>
    /// <returns>n values of the curve.</returns>
    public static double[] Fit(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        double span,
        int iterations,
        double delta
    )
    {
        var n = x.Length;
        if (n < 2)
            return y.ToArray();
        var window = Math.Clamp((int)(span * n + 1e-7), 2, n);
        var (curve, buffer, robust) = (new double[n], new double[n], new double[n]);
        Array.Fill(robust, 1);
        for (var round = 0; round <= iterations; round++)
        {
            Pass(x, y, window, delta, robust, curve);
            if (round == iterations || !TryReweight(y, curve, robust, buffer))
                break;
        }
        return curve;
    }

    private static void Pass(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        int window,
        double delta,
        double[] robust,
        double[] curve
    )
    {
        var n = x.Length;
        var (left, right) = (0, window - 1);
        var (last, i) = (-1, 0);
        while (last < n - 1)
        {
            while (right < n - 1 && x[i] - x[left] > x[right + 1] - x[i])
                (left, right) = (left + 1, right + 1);
            curve[i] = LineAt(x, y, x[i], left, right, robust) ?? y[i];
            Interpolate(x, curve, last, i);
            last = i;
            var cut = x[last] + delta;
            for (i = last + 1; i < n && x[i] <= cut; i++)
            {
                if (x[i] != x[last])
                    continue;
                curve[i] = curve[last];
                last = i;
            }
            i = Math.Max(last + 1, i - 1);
        }
    }

    private static void Interpolate(ReadOnlySpan<double> x, double[] curve, int from, int to)
    {
        for (var j = from + 1; j < to; j++)
        {
            var share = (x[j] - x[from]) / (x[to] - x[from]);
            curve[j] = share * curve[to] + (1 - share) * curve[from];
        }
    }

    private static double? LineAt(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        double at,
        int left,
        int right,
        double[] robust
    )
    {
        var radius = Math.Max(at - x[left], x[right] - at);
        var reach = 0.999 * radius;
        // Points tied with the last of the window count as well.
        var first = left;
        while (first < x.Length && at - x[first] > reach)
            first++;
        var end = EndOfReach(x, first, at, reach);
        var near = LocalSums.Of(x[first..end], y[first..end], robust.AsSpan(first, end - first), at, radius);
        if (near.Weight <= 0)
            return null;
        var centre = near.X / near.Weight;
        var spread = (near.XX / near.Weight) - (centre * centre);
        var mean = near.Y / near.Weight;
        if (radius == 0 || !(spread > 0) || Math.Sqrt(spread) <= 0.001 * (x[^1] - x[0]))
            return mean;
        return mean - (centre / spread * ((near.XY / near.Weight) - (centre * mean)));
    }

    private static int EndOfReach(ReadOnlySpan<double> x, int from, double at, double reach)
    {
        var to = x.Length;
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (x[middle] - at > reach)
                to = middle;
            else
                from = middle + 1;
        }
        return from;
    }

    private static bool TryReweight(ReadOnlySpan<double> y, double[] curve, double[] robust, double[] buffer)
    {
        var (n, mean) = (y.Length, 0.0);
        for (var i = 0; i < n; i++)
        {
            robust[i] = Math.Abs(y[i] - curve[i]);
            mean += robust[i] / n;
        }
        robust.CopyTo(buffer, 0);
        Array.Sort(buffer);
        var limit = 3 * (buffer[n / 2] + buffer[(n - 1) / 2]);
        if (limit < 1e-7 * mean)
            return false;
        for (var i = 0; i < n; i++)
        {
            robust[i] =
                robust[i] <= 0.001 * limit ? 1
                : robust[i] <= 0.999 * limit ? Bisquare(robust[i] / limit)
                : 0;
        }
        return true;
    }

    private static double Bisquare(double u) => (1 - u * u) * (1 - u * u);
}
