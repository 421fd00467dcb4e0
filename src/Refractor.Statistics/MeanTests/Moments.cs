namespace Refractor.Statistics.MeanTests;

/// <summary>Number, mean and variance of values.</summary>
/// <param name="N">Number of values.</param>
/// <param name="Mean">Mean; NaN without values.</param>
/// <param name="Scatter">Sum of squared deviations from the mean.</param>
internal readonly record struct Moments(int N, double Mean, double Scatter)
{
    /// <summary>Distance of 1 to the next double.</summary>
    private const double MachineEpsilon = 2.220446049250313e-16;

    /// <summary>Variance with divisor N − 1; NaN with fewer than two values.</summary>
    public double Variance => N < 2 ? double.NaN : Scatter / (N - 1);

    /// <summary>Moments of the values that are not NaN, in two passes so that a large mean costs no digits.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var (n, sum) = (0, 0.0);
        foreach (var v in values)
        {
            if (double.IsNaN(v))
                continue;
            n++;
            sum += v;
        }
        var mean = sum / n;
        var (rest, scatter) = (0.0, 0.0);
        foreach (var v in values)
        {
            if (double.IsNaN(v))
                continue;
            var d = v - mean;
            rest += d;
            scatter += d * d;
        }
        return new Moments(n, mean + rest / n, scatter - rest * rest / n);
    }

    /// <summary>
    /// Whether a standard error is nothing but rounding of the means, as R judges it ("data are essentially constant").
    /// </summary>
    public static bool IsRounding(double standardError, double largestMean) =>
        !(standardError >= 10 * MachineEpsilon * Math.Abs(largestMean)) || standardError == 0;
}
