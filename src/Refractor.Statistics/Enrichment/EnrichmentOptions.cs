namespace Refractor.Statistics.Enrichment;

/// <summary>Settings of pre-ranked enrichment. The defaults are those of fgsea where it has the setting.</summary>
public sealed record EnrichmentOptions
{
    /// <summary>The default settings.</summary>
    public static EnrichmentOptions Default { get; } = new();

    /// <summary>
    /// Exponent of the weight |statistic|^exponent of a member, ≥ 0: 1 counts members by their statistic, 0 counts all alike
    /// (Kolmogorov–Smirnov). fgsea's gseaParam.
    /// </summary>
    public double Exponent { get; init; } = 1;

    /// <summary>Which deviation is the score. Both by default: the sign says to which end the set belongs.</summary>
    public EnrichmentSide Side { get; init; }

    /// <summary>How ties are treated. Together by default: the results do not depend on the order of the input.</summary>
    public TiedFeatures Ties { get; init; }

    /// <summary>Smallest number of members present, 1 or more; smaller sets are not tested. 15 is customary for pathways.</summary>
    public int MinSize { get; init; } = 1;

    /// <summary>Largest number of members present; larger sets, and those of all features, are not tested. 500 is customary.</summary>
    public int MaxSize { get; init; } = int.MaxValue;

    /// <summary>
    /// Number of random sets of each size, made in mirrored pairs and so rounded up to an even number. They give the mean score of
    /// the null hypothesis and all p values large enough for them.
    /// </summary>
    public int Permutations { get; init; } = 1000;

    /// <summary>
    /// Random sets kept at each level of the splitting, an odd number ≥ 3. The standard error of log₂ p falls with its square root.
    /// </summary>
    public int SampleSize { get; init; } = 101;

    /// <summary>
    /// Smallest p value to estimate; smaller ones are reported as this bound. 0 has no bound: the time grows with −log p of the most
    /// extreme set.
    /// </summary>
    public double SmallestP { get; init; } = 1e-50;

    /// <summary>Seed of the random sets. Equal seeds give equal bytes for any number of threads and whichever other sets are tested.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check()
    {
        if (!(Exponent >= 0) || double.IsInfinity(Exponent))
            throw Wrong(nameof(Exponent), Exponent, "a finite number of at least 0");
        if (MinSize < 1)
            throw Wrong(nameof(MinSize), MinSize, "at least 1");
        if (MaxSize < MinSize)
            throw Wrong(nameof(MaxSize), MaxSize, $"at least the smallest size, {MinSize}");
        if (Permutations < 2)
            throw Wrong(nameof(Permutations), Permutations, "at least 2");
        if (SampleSize < 3 || SampleSize % 2 == 0)
            throw Wrong(nameof(SampleSize), SampleSize, "an odd number of at least 3");
        if (!(SmallestP >= 0 && SmallestP < 1))
            throw Wrong(nameof(SmallestP), SmallestP, "at least 0 and below 1");
    }

    private static ArgumentException Wrong(string name, object found, string expected) =>
        new(FormattableString.Invariant($"{name} is {found}; expected {expected}."), name);
}
