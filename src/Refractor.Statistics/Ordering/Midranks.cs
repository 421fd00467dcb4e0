using System.Numerics;

namespace Refractor.Statistics.Ordering;

/// <summary>Ranks whose ties share the mean of their places, as R's <c>rank(x)</c>.</summary>
public static class Midranks
{
    /// <summary>The midranks of values.</summary>
    /// <param name="values">n values; infinite ones have their place, NaN is missing.</param>
    /// <returns>n ranks, 1 for the lowest; NaN where the value is missing. Missing values take no rank.</returns>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        var order = SampleOrder.Of(FeatureMatrix.Of(1, values.Length, values.ToArray()), threads: 1);
        var ranks = new double[values.Length];
        order.CopyMidranks(0, ranks);
        return ranks;
    }

    /// <summary>Writes the midrank of every sample at its number.</summary>
    internal static void FromOrder<T>(ReadOnlySpan<T> order, ReadOnlySpan<ulong> ties, int measured, Span<double> ranks)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var from = 0; from < measured; )
        {
            var to = from + 1;
            while (to < measured && (ties[(to - 1) >> 6] >> (to - 1) & 1) != 0)
                to++;
            for (var i = from; i < to; i++)
                ranks[int.CreateTruncating(order[i])] = (from + to + 1) / 2.0;
            from = to;
        }
        for (var i = measured; i < order.Length; i++)
            ranks[int.CreateTruncating(order[i])] = double.NaN;
    }
}
