using Refractor.Cohorts.Scanning;

namespace Refractor.Cohorts.Pairing;

/// <summary>A comparison of samples before and after within patients, declared before it runs.</summary>
/// <param name="Pairs">Whose samples.</param>
public sealed record ChangeRequest(PairRequest Pairs)
{
    /// <summary>Usual number of permutations: the smallest p is then 1/201.</summary>
    public const int UsualPermutations = 200;

    /// <summary>The endpoint that changes are held against; null for changes alone.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Name of the layer.</summary>
    public string Layer { get; init; } = "expression";

    /// <summary>Clinical variables that the comparison with an outcome is adjusted for; a change within patients needs none.</summary>
    public IReadOnlyList<string> Adjust { get; init; } = [];

    /// <summary>Sets of features that are tested for enrichment; empty for none.</summary>
    public IReadOnlyList<GeneSet> Sets { get; init; } = [];

    /// <summary>How often outcomes are permuted; at least 1.</summary>
    public int Permutations { get; init; } = UsualPermutations;

    /// <summary>Seed of permutations and random sets.</summary>
    public int Seed { get; init; } = 1;
}
