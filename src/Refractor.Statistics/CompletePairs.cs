namespace Refractor.Statistics;

/// <summary>Pairs of values of which neither is missing.</summary>
internal static class CompletePairs
{
    /// <summary>Keeps the pairs without NaN.</summary>
    /// <exception cref="ArgumentException">x and y differ in length.</exception>
    public static (double[] X, double[] Y) Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        CheckLengths(x, y);
        var (keptX, keptY) = (new List<double>(x.Length), new List<double>(x.Length));
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i]))
                continue;
            keptX.Add(x[i]);
            keptY.Add(y[i]);
        }
        return ([.. keptX], [.. keptY]);
    }

    /// <summary>x − y; NaN where one is missing.</summary>
    /// <exception cref="ArgumentException">x and y differ in length.</exception>
    public static double[] Differences(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        CheckLengths(x, y);
        var differences = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
            differences[i] = x[i] - y[i];
        return differences;
    }

    private static void CheckLengths(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"y has {y.Length} values; expected {x.Length}, as x has.", nameof(y));
    }
}
