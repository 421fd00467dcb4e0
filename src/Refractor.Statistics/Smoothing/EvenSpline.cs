namespace Refractor.Statistics.Smoothing;

/// <summary>
/// The cubic spline through values at 0, 1, 2, …, whose ends follow the cubics through the four points there (Forsythe, Malcolm and
/// Moler, 1977): R's <c>splinefun(method = "fmm")</c> on an even grid.
/// </summary>
internal static class EvenSpline
{
    /// <summary>Place of the maximum of the spline in the cells beside the largest value.</summary>
    /// <param name="values">5 or more finite values.</param>
    public static double Maximum(ReadOnlySpan<double> values)
    {
        var top = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] > values[top])
                top = i;
        }
        var curvatures = Curvatures(values);
        var (place, highest) = ((double)top, values[top]);
        for (var cell = Math.Max(0, top - 1); cell <= Math.Min(top, values.Length - 2); cell++)
        {
            // value + slope t + 3 curvature t² + change t³
            var change = curvatures[cell + 1] - curvatures[cell];
            var slope = values[cell + 1] - values[cell] - curvatures[cell + 1] - 2 * curvatures[cell];
            if (Peak(slope, 3 * curvatures[cell], change) is not { } t)
                continue;
            var height = values[cell] + t * (slope + t * (3 * curvatures[cell] + t * change));
            if (height > highest)
                (place, highest) = (cell + t, height);
        }
        return place;
    }

    // Where slope t + square t² + cube t³ has its maximum, if that lies between 0 and 1.
    private static double? Peak(double slope, double square, double cube)
    {
        var discriminant = square * square - 3 * cube * slope;
        if (discriminant < 0)
            return null;
        // The root at which the second derivative is negative.
        var root = Math.Sqrt(discriminant);
        var t = square > 0 ? (-square - root) / (3 * cube) : slope / (root - square);
        return t is > 0 and < 1 ? t : null;
    }

    // A sixth of the second derivative at each point.
    private static double[] Curvatures(ReadOnlySpan<double> y)
    {
        var n = y.Length;
        var (diagonal, right) = (new double[n], new double[n]);
        (diagonal[0], right[0]) = (-1, Third(y[..4]));
        for (var i = 1; i < n - 1; i++)
        {
            var factor = 1 / diagonal[i - 1];
            diagonal[i] = 4 - factor;
            right[i] = y[i + 1] - 2 * y[i] + y[i - 1] - factor * right[i - 1];
        }
        var last = -1 / diagonal[n - 2];
        var c = new double[n];
        c[n - 1] = (Third(y[^4..]) - last * right[n - 2]) / (1 - last);
        for (var i = n - 2; i >= 0; i--)
            c[i] = (right[i] - c[i + 1]) / diagonal[i];
        return c;
    }

    private static double Third(ReadOnlySpan<double> y) => (y[3] - 3 * y[2] + 3 * y[1] - y[0]) / 6;
}
