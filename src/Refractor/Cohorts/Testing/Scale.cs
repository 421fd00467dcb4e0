using Refractor.Cohorts.Selecting;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Testing;

/// <summary>The unit in which effects of a feature are told: one standard deviation of the patients analysed, or altered against not.</summary>
internal static class Scale
{
    /// <summary>What to divide values by; NaN if they do not vary.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="values">Its values.</param>
    /// <param name="given">A unit that is used instead of one standard deviation of these values; null for none.</param>
    public static double Of(CohortFeature feature, double[] values, double? given = null)
    {
        if (values.Length < 2 || values.Min() == values.Max())
            return double.NaN;
        if (given is { } unit)
            return unit;
        if (feature.IsStatus)
            return 1;
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }

    /// <summary>The unit in words.</summary>
    public static string Unit(CohortFeature feature) =>
        !feature.IsStatus ? "one standard deviation more"
        : feature.State == FeatureState.Mutated ? "altered against not altered"
        : "positive against negative";

    /// <summary>The median; values at it are low.</summary>
    public static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
