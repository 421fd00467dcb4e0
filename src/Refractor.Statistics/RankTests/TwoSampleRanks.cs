using Refractor.Statistics.Distributions;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.RankTests;

/// <summary>The joint midranks of two groups.</summary>
internal sealed record TwoSampleRanks
{
    /// <summary>Doubled midranks of all values: integers, in ascending order.</summary>
    public required int[] Doubled { get; init; }

    /// <summary>Number of values of x.</summary>
    public required int First { get; init; }

    /// <summary>Number of values of y.</summary>
    public required int Second { get; init; }

    /// <summary>Pairs in which x is above y, ties counting half.</summary>
    public required double Count { get; init; }

    /// <summary>Σ (t³ − t) over blocks of ties.</summary>
    public required double TieTerm { get; init; }

    public bool HasTies => TieTerm > 0;

    public bool AllEqual => Doubled.Length > 0 && Doubled[0] == Doubled[^1];

    /// <summary>
    /// Whether the arrangements are few enough for a double, and counted by their rank sums in about a second.
    /// </summary>
    public bool HasCountableArrangements
    {
        get
        {
            double size = Math.Min(First, Second),
                all = First + Second;
            var steps = HasTies ? 2 * all * all * size * size : size * size * all;
            return SpecialFunctions.LogChoose(all, size) < 700 && steps < 1e10;
        }
    }

    /// <summary>Variance of the count if both groups are alike.</summary>
    public double NullVariance
    {
        get
        {
            double total = First + Second;
            return (double)First * Second / 12 * (total + 1 - TieTerm / (total * (total - 1)));
        }
    }

    /// <summary>Ranks the values that are not NaN.</summary>
    public static TwoSampleRanks Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double[] all = [.. x, .. y];
        var ranks = Midranks.Of(all);
        var (first, sum, doubled) = (0, 0.0, new List<int>(all.Length));
        for (var i = 0; i < ranks.Length; i++)
        {
            if (double.IsNaN(ranks[i]))
                continue;
            doubled.Add((int)(2 * ranks[i]));
            if (i >= x.Length)
                continue;
            first++;
            sum += ranks[i];
        }
        doubled.Sort();
        return new TwoSampleRanks
        {
            Doubled = [.. doubled],
            First = first,
            Second = doubled.Count - first,
            Count = sum - first * (first + 1.0) / 2,
            TieTerm = TieTerms.OfSorted(doubled),
        };
    }
}
