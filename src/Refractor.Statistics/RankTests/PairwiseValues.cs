namespace Refractor.Statistics.RankTests;

/// <summary>
/// The differences x − y of all pairs, or the means of all pairs of values (each with itself as well), by rank and without holding them:
/// along sorted values the pairs up to a bound are counted in linear time, and the bound is found by halving the range of doubles.
/// </summary>
internal sealed class PairwiseValues
{
    private readonly double[] _ascending;
    private readonly double[]? _descending;

    private PairwiseValues(double[] ascending, double[]? descending)
    {
        (_ascending, _descending) = (ascending, descending);
        long n = ascending.Length;
        Count = descending is null ? n * (n + 1) / 2 : n * descending.Length;
    }

    /// <summary>Number of pairs.</summary>
    public long Count { get; }

    /// <summary>Whether a pair is ∞ − ∞.</summary>
    public bool HasUndefined =>
        _descending is null
            ? double.IsNegativeInfinity(_ascending[0]) && double.IsPositiveInfinity(_ascending[^1])
            : double.IsPositiveInfinity(_ascending[^1]) && double.IsPositiveInfinity(_descending[0])
                || double.IsNegativeInfinity(_ascending[0]) && double.IsNegativeInfinity(_descending[^1]);

    /// <summary>Differences of all pairs of values that are not NaN.</summary>
    public static PairwiseValues Differences(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var descending = Sorted(y);
        Array.Reverse(descending);
        return new PairwiseValues(Sorted(x), descending);
    }

    /// <summary>Means of all pairs of values that are not NaN.</summary>
    public static PairwiseValues Means(ReadOnlySpan<double> x) => new(Sorted(x), null);

    /// <summary>The median.</summary>
    public double Median() =>
        Count % 2 == 1 ? Smallest(Count / 2 + 1)
        : Smallest(Count / 2) is var low && Smallest(Count / 2 + 1) is var high && low.Equals(high) ? low
        : (low + high) / 2;

    /// <summary>The k-th smallest value.</summary>
    /// <param name="k">1 to <see cref="Count"/>.</param>
    public double Smallest(long k)
    {
        var (low, high) = (Key(Least), Key(Most));
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (CountUpTo(FromKey(middle)) >= k)
                high = middle;
            else
                low = middle + 1;
        }
        return FromKey(low);
    }

    private double Least => _ascending[0] - (_descending is null ? 0 : _descending[0]);

    private double Most => _ascending[^1] - (_descending is null ? 0 : _descending[^1]);

    private long CountUpTo(double bound) => _descending is null ? CountMeans(bound) : CountDifferences(bound);

    private long CountDifferences(double bound)
    {
        var (count, j) = (0L, _descending!.Length);
        foreach (var x in _ascending)
        {
            while (j > 0 && !(x - _descending[j - 1] <= bound))
                j--;
            count += j;
        }
        return count;
    }

    private long CountMeans(double bound)
    {
        var (count, j) = (0L, _ascending.Length - 1);
        for (var i = 0; i < _ascending.Length; i++)
        {
            while (j >= i && !((_ascending[i] + _ascending[j]) / 2 <= bound))
                j--;
            if (j < i)
                break;
            count += j - i + 1;
        }
        return count;
    }

    private static double[] Sorted(ReadOnlySpan<double> values)
    {
        var kept = new List<double>(values.Length);
        foreach (var v in values)
        {
            if (!double.IsNaN(v))
                kept.Add(v);
        }
        kept.Sort();
        return [.. kept];
    }

    /// <summary>An integer of the same order; both zeros are one.</summary>
    private static ulong Key(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return unchecked((ulong)(bits ^ (bits >> 63 | long.MinValue)));
    }

    private static double FromKey(ulong key)
    {
        var bits = unchecked((long)key);
        return BitConverter.Int64BitsToDouble(bits ^ (~bits >> 63 | long.MinValue));
    }
}
