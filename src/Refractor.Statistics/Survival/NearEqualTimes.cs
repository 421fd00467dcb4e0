using System.Numerics.Tensors;

namespace Refractor.Statistics.Survival;

/// <summary>Makes times equal that differ by rounding alone, by the rule of R's <c>survival::aeqSurv</c>.</summary>
/// <remarks>
/// Two neighbours among the sorted distinct times (starts and ends together) are near-equal if they differ by at most 1.5e-8, absolutely
/// or as a fraction of the mean absolute distinct time. A chain of near-equal times becomes its smallest.
/// </remarks>
internal static class NearEqualTimes
{
    // Half of the digits of a double: what R's all.equal takes for equal.
    private const double Tolerance = 1.4901161193847656e-8;

    /// <summary>Rounds in place; NaN stays.</summary>
    public static void MakeEqual(double[] ends, double[]? starts)
    {
        var distinct = Distinct(starts is null ? ends : [.. ends, .. starts]);
        if (distinct.Length < 2)
            return;
        var allowed = Tolerance * Math.Max(1, TensorPrimitives.SumOfMagnitudes<double>(distinct) / distinct.Length);
        var first = new double[distinct.Length];
        var merged = false;
        for (var i = 0; i < distinct.Length; i++)
        {
            var near = i > 0 && distinct[i] - distinct[i - 1] <= allowed;
            first[i] = near ? first[i - 1] : distinct[i];
            merged |= near;
        }
        if (!merged)
            return;
        Replace(ends, distinct, first);
        if (starts is not null)
            Replace(starts, distinct, first);
    }

    private static double[] Distinct(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        // NaN is sorted before every number.
        var count = 0;
        foreach (var value in sorted)
            if (!double.IsNaN(value) && (count == 0 || value != sorted[count - 1]))
                sorted[count++] = value;
        return sorted[..count];
    }

    private static void Replace(double[] values, double[] distinct, double[] first)
    {
        for (var i = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i]))
                values[i] = first[Array.BinarySearch(distinct, values[i])];
    }
}
