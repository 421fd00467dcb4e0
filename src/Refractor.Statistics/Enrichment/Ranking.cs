using System.Numerics;

namespace Refractor.Statistics.Enrichment;

/// <summary>
/// Features in order of their statistic, seen from one end. The other end is a ranking of its own, so that one program scores both
/// ends and negated statistics mirror every result to the last bit.
/// </summary>
internal sealed class Ranking
{
    private Ranking(int[] features, double[] weights, double[] steps, int[] blockEnds, int tied) =>
        (Features, Weights, Steps, BlockEnds, Tied) = (features, weights, steps, blockEnds, tied);

    /// <summary>Number of ranked features.</summary>
    public int Count => Features.Length;

    /// <summary>Number of features whose statistic another one has as well.</summary>
    public int Tied { get; }

    /// <summary>The feature at each position.</summary>
    public int[] Features { get; }

    /// <summary>Weight of each position relative to the largest weight.</summary>
    public double[] Weights { get; }

    /// <summary>
    /// The weights rounded to integers whose sum is below 2^52: sums of them are exact in any order, so that random sets can be
    /// changed a million times without drift.
    /// </summary>
    public double[] Steps { get; }

    /// <summary>Last position at which the running sum may be read for a member here: the end of its block of ties.</summary>
    public int[] BlockEnds { get; }

    /// <summary>Ranks the features by descending statistic; NaN is left out, tied features keep the order of the input.</summary>
    public static Ranking Descending(ReadOnlySpan<double> statistics, double exponent, TiedFeatures ties)
    {
        var features = new List<int>(statistics.Length);
        for (var i = 0; i < statistics.Length; i++)
        {
            if (!double.IsNaN(statistics[i]))
                features.Add(i);
        }
        var order = features.ToArray();
        var keys = new double[order.Length];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = -statistics[order[i]];
        StableSort(keys, order);

        var weights = RelativeWeights(keys, exponent);
        var unit = Math.Pow(2, 52 - BitOperations.Log2((uint)Math.Max(1, keys.Length)) - 1);
        return new Ranking(
            order,
            weights,
            Array.ConvertAll(weights, w => Math.Round(w * unit)),
            ties == TiedFeatures.Together ? EndsOfTies(keys) : Positions(keys.Length),
            CountTied(keys)
        );
    }

    /// <summary>The same features from the other end.</summary>
    public Ranking Reversed()
    {
        var last = Count - 1;
        var ends = new int[Count];
        var start = 0;
        for (var i = 0; i < Count; i++)
        {
            if (i > 0 && BlockEnds[i] != BlockEnds[i - 1])
                start = i;
            ends[last - i] = last - start;
        }
        return new Ranking([.. Features.Reverse()], [.. Weights.Reverse()], [.. Steps.Reverse()], ends, Tied);
    }

    private static void StableSort(double[] keys, int[] order)
    {
        Array.Sort(keys, order);
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from]; )
                to++;
            Array.Sort(order, from, to - from);
        }
    }

    private static double[] RelativeWeights(double[] keys, double exponent)
    {
        var largest = 0.0;
        foreach (var key in keys)
        {
            if (double.IsFinite(key))
                largest = Math.Max(largest, Math.Abs(key));
        }
        // An infinite statistic, such as that of p = 0, weighs as much as the largest finite one.
        return largest == 0
            ? Array.ConvertAll(keys, k => double.IsInfinity(k) || exponent == 0 ? 1.0 : 0.0)
            : Array.ConvertAll(keys, k => Math.Pow(Math.Min(1, Math.Abs(k) / largest), exponent));
    }

    private static int[] EndsOfTies(double[] keys)
    {
        var ends = new int[keys.Length];
        for (var i = keys.Length - 1; i >= 0; i--)
            ends[i] = i + 1 < keys.Length && keys[i] == keys[i + 1] ? ends[i + 1] : i;
        return ends;
    }

    private static int CountTied(double[] keys)
    {
        var tied = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if ((i > 0 && keys[i] == keys[i - 1]) || (i + 1 < keys.Length && keys[i] == keys[i + 1]))
                tied++;
        }
        return tied;
    }

    private static int[] Positions(int count)
    {
        var positions = new int[count];
        for (var i = 0; i < count; i++)
            positions[i] = i;
        return positions;
    }
}
