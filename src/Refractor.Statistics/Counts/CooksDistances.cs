namespace Refractor.Statistics.Counts;

/// <summary>
/// How far single counts move the coefficients of a gene, with a dispersion from trimmed variances within the cells of the design, so
/// that the outlier does not hide itself.
/// </summary>
internal sealed class CooksDistances
{
    private const int CellSize = 3;
    private const double SmallestDispersion = 0.04;

    private readonly double[] _sizes;
    private readonly int _coefficients;
    private readonly int[][] _cells;
    private readonly int[] _counted;

    public CooksDistances(double[][] columns, double[] sizes)
    {
        (_sizes, _coefficients) = (sizes, columns.Length);
        int[][] cells =
        [
            .. Enumerable
                .Range(0, sizes.Length)
                .GroupBy(s => string.Join(' ', columns.Select(c => BitConverter.DoubleToInt64Bits(c[s]))))
                .Select(g => g.ToArray())
                .Where(c => c.Length >= CellSize),
        ];
        _cells = cells;
        _counted = sizes.Length > columns.Length ? [.. cells.SelectMany(c => c).Order()] : [];
    }

    /// <summary>The largest distance of the samples in cells of three or more, and its sample; NaN and −1 if there are none.</summary>
    public (double Distance, int Sample) Largest(double[] counts, double[] expected, double[] leverages)
    {
        var dispersion = RobustDispersion(counts);
        var (largest, at) = (double.NaN, -1);
        foreach (var s in _counted)
        {
            var mu = expected[s];
            var residual = (counts[s] - mu) * (counts[s] - mu) / (mu + dispersion * mu * mu);
            var h = leverages[s];
            var distance = residual / _coefficients * h / ((1 - h) * (1 - h));
            if (!(distance <= largest))
                (largest, at) = (distance, s);
        }
        return (largest, at);
    }

    private double RobustDispersion(double[] counts)
    {
        double[] normalised = [.. counts.Select((c, s) => c / _sizes[s])];
        var mean = normalised.Average();
        var variance =
            _cells.Length > 0
                ? _cells.Max(cell => TrimmedVariance(Array.ConvertAll(cell, s => normalised[s])))
                : TrimmedVariance(normalised);
        return Math.Max(SmallestDispersion, (variance - mean) / (mean * mean));
    }

    // The factors make trimmed means of squares of normal values estimates of their variance.
    private static double TrimmedVariance(double[] values)
    {
        var (trim, factor) =
            values.Length <= 3 ? (1.0 / 3, 2.04)
            : values.Length <= 23 ? (1.0 / 4, 1.86)
            : (1.0 / 8, 1.51);
        var centre = TrimmedMean(values, trim);
        return factor * TrimmedMean(Array.ConvertAll(values, v => (v - centre) * (v - centre)), trim);
    }

    private static double TrimmedMean(double[] values, double trim)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        var cut = (int)(sorted.Length * trim);
        return sorted[cut..^cut].Average();
    }
}
