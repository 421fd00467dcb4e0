using Refractor.Statistics.LinearModels;
using Refractor.Statistics.Smoothing;

namespace Refractor.Statistics.Counts;

/// <summary>The trend of residual standard deviations over mean log counts, to be plotted and to weigh single counts.</summary>
public sealed class VoomTrend
{
    // Rounds of robust reweighting of R's lowess.
    private const int Iterations = 3;

    private readonly Interpolation _line;

    private VoomTrend(double[] meanLogCounts, double[] rootDeviations, double[] x, double[] y)
    {
        (MeanLogCounts, RootDeviations, CurveX, CurveY) = (meanLogCounts, rootDeviations, x, y);
        _line = new Interpolation(x, y);
    }

    /// <summary>Mean log2 count of each gene that has reads and a residual variance.</summary>
    public double[] MeanLogCounts { get; }

    /// <summary>Square root of the residual standard deviation of each of these genes.</summary>
    public double[] RootDeviations { get; }

    /// <summary>Mean log2 counts in ascending order.</summary>
    public double[] CurveX { get; }

    /// <summary>The trend at each of them.</summary>
    public double[] CurveY { get; }

    /// <summary>The precision weight of an expected log2 count: the trend there, to the power −4; flat beyond the ends.</summary>
    public double WeightAt(double logCount)
    {
        var root = _line.At(logCount);
        return 1 / (root * root * root * root);
    }

    internal static VoomTrend? Of(FeatureMatrix counts, LinearModelFit fit, double meanLogSize, double span)
    {
        var (sigma, mean) = (fit.Sigma, fit.Mean);
        var row = new double[counts.Samples];
        var (x, y) = (new List<double>(), new List<double>());
        for (var f = 0; f < counts.Features; f++)
        {
            counts.CopyFeature(f, row);
            if (double.IsNaN(sigma[f]) || Array.TrueForAll(row, c => c == 0))
                continue;
            x.Add(mean[f] + meanLogSize);
            y.Add(Math.Sqrt(sigma[f]));
        }
        if (x.Count < 2)
            return null;
        double[] sortedX = [.. x];
        int[] order = [.. Enumerable.Range(0, sortedX.Length)];
        Array.Sort(sortedX, order);
        var sortedY = Array.ConvertAll(order, i => y[i]);
        var curve = Lowess.Fit(sortedX, sortedY, span, Iterations, 0.01 * (sortedX[^1] - sortedX[0]));
        return new VoomTrend([.. x], [.. y], sortedX, curve);
    }
}
