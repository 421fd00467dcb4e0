namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>Which cut-offs are looked at.</summary>
public sealed record CutPointOptions
{
    /// <summary>Smallest fraction of the patients in the low group, 0.1 by default as in R's coin.</summary>
    public double SmallestLow { get; init; } = 0.1;

    /// <summary>Largest fraction of the patients in the low group, 0.9 by default.</summary>
    public double LargestLow { get; init; } = 0.9;

    /// <summary>Number of permutations for the permutation p; 0 (default) for none.</summary>
    public int Permutations { get; init; }

    /// <summary>Seed of the permutations.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate()
    {
        if (!(SmallestLow > 0 && LargestLow < 1 && SmallestLow <= LargestLow))
            throw new ArgumentException(
                $"The low group has {SmallestLow} to {LargestLow} of the patients; expected fractions between 0 and 1."
            );
        ArgumentOutOfRangeException.ThrowIfNegative(Permutations);
    }

    /// <summary>Sizes of the low group that are looked at, ascending.</summary>
    /// <param name="n">Patients.</param>
    /// <param name="tiedWithNext">Whether the marker at a place of the order equals the next one.</param>
    internal int[] Allowed(int n, Func<int, bool> tiedWithNext)
    {
        var (from, to) = Range(n);
        return [.. Enumerable.Range(from, Math.Max(0, to - from + 1)).Where(l => !tiedWithNext(l - 1))];
    }

    /// <summary>The smallest and the largest size of the low group.</summary>
    internal (int From, int To) Range(int n) =>
        (
            Math.Max(1, (int)Math.Ceiling(SmallestLow * n - 1e-9)),
            Math.Min(n - 1, (int)Math.Floor(LargestLow * n + 1e-9))
        );
}
