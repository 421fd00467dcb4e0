namespace Refractor.Statistics.Distributions;

/// <summary>
/// The exact null distribution of a rank statistic that takes the whole values 0 to N and is symmetric: how many arrangements give each
/// value, up to the middle.
/// </summary>
internal sealed class CountDistribution
{
    private readonly double[] _counts;
    private readonly double[] _sums;
    private readonly double _logTotal;

    /// <param name="counts">Arrangements of the values 0 to ⌊N / 2⌋.</param>
    /// <param name="highest">N.</param>
    /// <param name="logTotal">Logarithm of the number of all arrangements.</param>
    public CountDistribution(double[] counts, long highest, double logTotal)
    {
        _counts = counts;
        _logTotal = logTotal;
        Highest = highest;
        _sums = new double[counts.Length];
        var sum = 0.0;
        for (var i = 0; i < counts.Length; i++)
            _sums[i] = sum += counts[i];
    }

    public long Highest { get; }

    public double LogDensity(double value)
    {
        if (value < 0 || value > Highest || value != Math.Floor(value))
            return double.NegativeInfinity;
        return Math.Log(_counts[(long)Math.Min(value, Highest - value)]) - _logTotal;
    }

    public LogTail TailAt(double value)
    {
        if (double.IsNaN(value))
            return new LogTail(double.NaN, Tail.Lower);
        value = Math.Floor(value + 1e-7);
        if (value < 0)
            return LogTail.All(Tail.Upper);
        if (value >= Highest)
            return LogTail.All(Tail.Lower);
        // P(X > v) = P(X ≤ N − v − 1), and one of v and N − v − 1 lies below the middle.
        return value < _sums.Length && 2 * value <= Highest - 1
            ? LogTail.Of(Math.Log(_sums[(long)value]) - _logTotal, Tail.Lower)
            : LogTail.Of(Math.Log(_sums[Highest - (long)value - 1]) - _logTotal, Tail.Upper);
    }

    public double Quantile(LogTail target) => DiscreteQuantile.Find(TailAt, target, 0, Highest, Highest / 2);
}
