using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.RankTests;

/// <summary>The midranks of the sizes of differences that are not 0.</summary>
internal sealed record SignedRanks
{
    /// <summary>Doubled midranks: integers, in ascending order.</summary>
    public required int[] Doubled { get; init; }

    /// <summary>Differences that are 0.</summary>
    public required int Zeros { get; init; }

    /// <summary>Sum of the ranks of positive differences.</summary>
    public required double PositiveSum { get; init; }

    /// <summary>Σ (t³ − t) over blocks of ties.</summary>
    public required double TieTerm { get; init; }

    /// <summary>Differences that are not 0.</summary>
    public int N => Doubled.Length;

    public bool HasTies => TieTerm > 0;

    /// <summary>Sum of all ranks.</summary>
    public double Total => N * (N + 1.0) / 2;

    /// <summary>Whether the 2ⁿ arrangements of signs are few enough for a double.</summary>
    public bool HasCountableArrangements => N <= 1000;

    /// <summary>Variance of the positive sum if signs are random.</summary>
    public double NullVariance => N * (N + 1.0) * (2.0 * N + 1) / 24 - TieTerm / 48;

    /// <summary>Ranks the differences that are neither NaN nor 0.</summary>
    public static SignedRanks Of(ReadOnlySpan<double> differences)
    {
        var (zeros, kept) = (0, new List<double>(differences.Length));
        foreach (var d in differences)
        {
            if (d == 0)
                zeros++;
            else if (!double.IsNaN(d))
                kept.Add(d);
        }
        var ranks = Midranks.Of([.. kept.Select(Math.Abs)]);
        var positive = 0.0;
        for (var i = 0; i < ranks.Length; i++)
            positive += kept[i] > 0 ? ranks[i] : 0;
        int[] doubled = [.. ranks.Select(r => (int)(2 * r)).Order()];
        return new SignedRanks
        {
            Doubled = doubled,
            Zeros = zeros,
            PositiveSum = positive,
            TieTerm = TieTerms.OfSorted(doubled),
        };
    }
}
