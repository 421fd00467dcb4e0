namespace Refractor.Statistics.Correlation;

/// <summary>Counts of concordant and tied pairs of samples.</summary>
internal sealed record KendallPairs
{
    /// <summary>All pairs, n(n − 1)/2.</summary>
    public required long All { get; init; }

    /// <summary>Pairs tied in x.</summary>
    public required long TiedInX { get; init; }

    /// <summary>Pairs tied in y.</summary>
    public required long TiedInY { get; init; }

    /// <summary>Concordant less discordant pairs.</summary>
    public required long Score { get; init; }

    /// <summary>Variance of the score over all permutations, given the ties.</summary>
    public required double NullVariance { get; init; }

    /// <summary>Counts in n log n steps: sorted by x, the discordant pairs are the exchanges that sort y.</summary>
    public static KendallPairs Of(double[] x, double[] y)
    {
        var n = x.Length;
        var order = new int[n];
        for (var i = 0; i < n; i++)
            order[i] = i;
        Array.Sort(order, (i, j) => x[i].CompareTo(x[j]) is var c and not 0 ? c : y[i].CompareTo(y[j]));
        var byX = Array.ConvertAll(order, i => x[i]);
        var byY = Array.ConvertAll(order, i => y[i]);
        var both = Blocks(n, i => byX[i].Equals(byX[i - 1]) && byY[i].Equals(byY[i - 1]));
        var inX = Blocks(n, i => byX[i].Equals(byX[i - 1]));
        var discordant = SortCountingExchanges(byY, new double[n]);
        var inY = Blocks(n, i => byY[i].Equals(byY[i - 1]));
        var all = (long)n * (n - 1) / 2;
        var (tiedX, tiedY) = (inX.Sum(Pairs), inY.Sum(Pairs));
        return new KendallPairs
        {
            All = all,
            TiedInX = tiedX,
            TiedInY = tiedY,
            Score = all - tiedX - tiedY + both.Sum(Pairs) - 2 * discordant,
            NullVariance = Variance(n, inX, inY),
        };
    }

    private static long Pairs(int t) => (long)t * (t - 1) / 2;

    private static double Variance(double n, List<int> inX, List<int> inY)
    {
        static double Sum(List<int> blocks, Func<double, double> term) => blocks.Sum(t => term(t));
        var variance =
            (
                n * (n - 1) * (2 * n + 5)
                - Sum(inX, t => t * (t - 1) * (2 * t + 5))
                - Sum(inY, t => t * (t - 1) * (2 * t + 5))
            ) / 18;
        var pairs = Sum(inX, t => t * (t - 1)) * Sum(inY, t => t * (t - 1)) / (2 * n * (n - 1));
        var triples =
            Sum(inX, t => t * (t - 1) * (t - 2))
            * Sum(inY, t => t * (t - 1) * (t - 2))
            / (9 * n * (n - 1) * Math.Max(1, n - 2));
        return variance + pairs + triples;
    }

    /// <summary>Sizes of the blocks of neighbours that are tied.</summary>
    private static List<int> Blocks(int n, Func<int, bool> isTiedWithPrevious)
    {
        var (sizes, size) = (new List<int>(), 1);
        for (var i = 1; i <= n; i++)
        {
            if (i < n && isTiedWithPrevious(i))
            {
                size++;
                continue;
            }
            if (size > 1)
                sizes.Add(size);
            size = 1;
        }
        return sizes;
    }

    /// <summary>Merge sort; a value that moves before k larger ones counts k exchanges.</summary>
    private static long SortCountingExchanges(Span<double> values, Span<double> scratch)
    {
        if (values.Length < 2)
            return 0;
        var half = values.Length / 2;
        var exchanges =
            SortCountingExchanges(values[..half], scratch[..half])
            + SortCountingExchanges(values[half..], scratch[half..]);
        var (left, right) = (0, half);
        for (var i = 0; i < values.Length; i++)
        {
            if (right < values.Length && (left == half || values[right] < values[left]))
            {
                exchanges += half - left;
                scratch[i] = values[right++];
            }
            else
            {
                scratch[i] = values[left++];
            }
        }
        scratch[..values.Length].CopyTo(values);
        return exchanges;
    }
}
