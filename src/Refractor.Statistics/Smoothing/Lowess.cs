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
        var (curve, weights, robust) = (new double[n], new double[n], new double[n]);
        Array.Fill(robust, 1);
        for (var round = 0; round <= iterations; round++)
        {
            Pass(x, y, window, delta, robust, weights, curve);
            if (round == iterations || !TryReweight(y, curve, robust, weights))
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
        double[] weights,
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
            curve[i] = LineAt(x, y, x[i], left, right, robust, weights) ?? y[i];
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
        double[] robust,
        double[] weights
    )
    {
        var radius = Math.Max(at - x[left], x[right] - at);
        var total = 0.0;
        var end = left;
        // Points tied with the last of the window count as well.
        for (; end < x.Length; end++)
        {
            var distance = Math.Abs(x[end] - at);
            weights[end] = 0;
            if (distance <= 0.999 * radius)
                weights[end] = distance <= 0.001 * radius ? robust[end] : robust[end] * Tricube(distance / radius);
            else if (x[end] > at)
                break;
            total += weights[end];
        }
        if (total <= 0)
            return null;
        var centre = 0.0;
        for (var j = left; j < end; j++)
        {
            weights[j] /= total;
            centre += weights[j] * x[j];
        }
        if (radius > 0)
            Tilt(x, at, centre, left, end, weights);
        var value = 0.0;
        for (var j = left; j < end; j++)
            value += weights[j] * y[j];
        return value;
    }

    private static void Tilt(ReadOnlySpan<double> x, double at, double centre, int left, int end, double[] weights)
    {
        var spread = 0.0;
        for (var j = left; j < end; j++)
            spread += weights[j] * (x[j] - centre) * (x[j] - centre);
        if (Math.Sqrt(spread) <= 0.001 * (x[^1] - x[0]))
            return;
        var slope = (at - centre) / spread;
        for (var j = left; j < end; j++)
            weights[j] *= slope * (x[j] - centre) + 1;
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

    private static double Tricube(double u)
    {
        var v = 1 - u * u * u;
        return v * v * v;
    }

    private static double Bisquare(double u) => (1 - u * u) * (1 - u * u);
}
