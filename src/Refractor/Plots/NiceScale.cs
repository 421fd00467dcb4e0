namespace Refractor.Plots;

/// <summary>Ends and ticks of axes.</summary>
internal static class NiceScale
{
    private static readonly double[] MonthSteps = [1, 2, 3, 6, 12, 24, 36, 48, 60, 120];
    private static readonly double[] RatioTicks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
    private const int MostMonthTicks = 9;

    /// <summary>Ticks from 0 to the last month, at most nine, on whole years where follow-up is long enough.</summary>
    public static IReadOnlyList<double> Months(double last)
    {
        var step = MonthSteps.FirstOrDefault(s => last / s < MostMonthTicks, MonthSteps[^1]);
        return [.. Enumerable.Range(0, (int)(last / step) + 1).Select(i => i * step)];
    }

    /// <summary>Ends of a logarithmic axis that hold every estimate; of intervals, what lies within a twentieth and twenty times.</summary>
    public static (double Low, double High) Ratios(IEnumerable<double> estimates, IEnumerable<double> bounds)
    {
        var inside = bounds
            .Where(b => !double.IsNaN(b))
            .Select(b => Math.Clamp(b, 0.05, 20))
            .Concat(estimates.Where(e => e > 0 && double.IsFinite(e)))
            .ToList();
        return (inside.Append(0.5).Min() / 1.15, inside.Append(2).Max() * 1.15);
    }

    /// <summary>Ticks within the ends of a logarithmic axis.</summary>
    public static IReadOnlyList<double> RatioTicksWithin(double low, double high) =>
        [.. RatioTicks.Where(t => t >= low && t <= high)];
}
