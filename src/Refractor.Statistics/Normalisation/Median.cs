namespace Refractor.Statistics.Normalisation;

/// <summary>Medians of values some of which may be missing.</summary>
internal static class Median
{
    /// <summary>The median of the values that are not NaN, NaN if there is none. Reorders the values.</summary>
    public static double Of(Span<double> values)
    {
        values.Sort();
        // NaN sorts before all numbers.
        var first = 0;
        while (first < values.Length && double.IsNaN(values[first]))
            first++;
        var present = values[first..];
        var middle = present.Length / 2;
        return present.Length == 0 ? double.NaN
            : present.Length % 2 == 1 ? present[middle]
            : (present[middle - 1] + present[middle]) / 2;
    }
}
