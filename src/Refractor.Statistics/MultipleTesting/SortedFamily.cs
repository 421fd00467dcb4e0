namespace Refractor.Statistics.MultipleTesting;

/// <summary>The p values of a family in ascending order, without those that are NaN.</summary>
/// <param name="Sorted">Ascending p values, or their logarithms.</param>
/// <param name="Order">Where each of them stood.</param>
/// <param name="Length">Number of tests, those without p value included.</param>
internal sealed record SortedFamily(double[] Sorted, int[] Order, int Length)
{
    public int Count => Sorted.Length;

    public static SortedFamily Of<TScale>(ReadOnlySpan<double> p)
        where TScale : IProbabilityScale
    {
        var count = 0;
        foreach (var value in p)
        {
            if (!TScale.IsValid(value))
                throw new ArgumentException($"found {value}; expected a probability.", nameof(p));
            count += double.IsNaN(value) ? 0 : 1;
        }
        var sorted = new double[count];
        var order = new int[count];
        if (count == p.Length)
        {
            p.CopyTo(sorted);
            RadixOrder.Sort(sorted, order);
            return new SortedFamily(sorted, order, count);
        }
        var places = new int[count];
        var next = 0;
        for (var i = 0; i < p.Length; i++)
            if (!double.IsNaN(p[i]))
                (sorted[next], places[next++]) = (p[i], i);
        RadixOrder.Sort(sorted, order);
        for (var i = 0; i < count; i++)
            order[i] = places[order[i]];
        return new SortedFamily(sorted, order, p.Length);
    }

    /// <summary>Room for one adjusted p value per test, NaN to begin with.</summary>
    public double[] Unadjusted()
    {
        var values = new double[Length];
        if (Count < Length)
            Array.Fill(values, double.NaN);
        return values;
    }
}
