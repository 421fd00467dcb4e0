using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Correlation;

/// <summary>Doubled midranks less their mean: integers, so that sums of their products are exact.</summary>
internal static class CentredRanks
{
    /// <summary>The doubled midranks of values, none missing, less n + 1.</summary>
    public static double[] Of(double[] values) =>
        Array.ConvertAll(Midranks.Of(values), r => 2 * r - (values.Length + 1));
}
