using Refractor.Statistics.Survival.LogRank;

namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>How a cut-off was come by.</summary>
public enum SplitKind
{
    /// <summary>Named before the data were seen, as by a publication.</summary>
    Published,

    /// <summary>The median; values at it are low.</summary>
    Median,

    /// <summary>The one that separates these patients best.</summary>
    Optimised,
}

/// <summary>Patients split by a marker, and how their survival differs.</summary>
/// <param name="Kind">How the cut-off was come by.</param>
/// <param name="CutOff">The cut-off; values above are high.</param>
/// <param name="Low">Patients at or below.</param>
/// <param name="High">Patients above.</param>
/// <param name="Test">Log-rank test of high against low. Its p ignores that an optimised cut-off was looked for.</param>
/// <param name="P">The p to report: that of the test, but for an optimised cut-off the one of the maximally selected statistic.</param>
public sealed record SurvivalSplit(
    SplitKind Kind,
    double CutOff,
    int Low,
    int High,
    Estimate<LogRankTest> Test,
    PValue P
)
{
    /// <summary>Splits at published cut-offs, at the median, and at the best cut-off, side by side.</summary>
    /// <param name="times">Follow-up of n patients.</param>
    /// <param name="marker">n values; NaN is missing.</param>
    /// <param name="published">Cut-offs named beforehand; none by default.</param>
    /// <param name="options">Which cut-offs the optimised one is taken from.</param>
    /// <returns>The published splits in their order, the median, and the optimised one if there is one.</returns>
    /// <exception cref="ArgumentException">The lists differ in length, or a fraction is not between 0 and 1.</exception>
    public static IReadOnlyList<SurvivalSplit> Compare(
        SurvivalTimes times,
        ReadOnlySpan<double> marker,
        ReadOnlySpan<double> published = default,
        CutPointOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        Check.Length(times.Count, marker.Length, nameof(marker));
        var splits = new List<SurvivalSplit>();
        foreach (var cutOff in published)
            splits.Add(At(SplitKind.Published, times, marker, cutOff));
        if (Median(times, marker) is { } median)
            splits.Add(At(SplitKind.Median, times, marker, median));
        var best = MaximallySelectedTest.LogRank(times, marker, options);
        if (best.IsEstimable)
            splits.Add(At(SplitKind.Optimised, times, marker, best.Value.CutOff) with { P = best.Value.AsymptoticP });
        return splits;
    }

    private static SurvivalSplit At(SplitKind kind, SurvivalTimes times, ReadOnlySpan<double> marker, double cutOff)
    {
        var groups = new int[marker.Length];
        for (var i = 0; i < groups.Length; i++)
            groups[i] =
                double.IsNaN(marker[i]) ? -1
                : marker[i] > cutOff ? 1
                : 0;
        var test = LogRankTest.Of(times, groups);
        var (low, high) = (times.Order.Count(i => groups[i] == 0), times.Order.Count(i => groups[i] == 1));
        return new SurvivalSplit(kind, cutOff, low, high, test, test.ValueOrDefault?.P ?? PValue.None);
    }

    private static double? Median(SurvivalTimes times, ReadOnlySpan<double> marker)
    {
        var values = new List<double>(times.N);
        foreach (var row in times.Order)
            if (!double.IsNaN(marker[row]))
                values.Add(marker[row]);
        if (values.Count == 0)
            return null;
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }
}
