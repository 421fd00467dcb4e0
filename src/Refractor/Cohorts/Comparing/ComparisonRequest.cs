using Refractor.Cohorts.Selecting;

namespace Refractor.Cohorts.Comparing;

/// <summary>A comparison of what goes with resistance to two therapies, declared before it runs.</summary>
/// <param name="Endpoint">The endpoint of both contrasts, such as <c>OS</c> or <c>pCR</c>.</param>
/// <param name="First">The therapy of the first contrast, as the first cohort names it.</param>
/// <param name="Second">The therapy of the second contrast, as the second cohort names it.</param>
public sealed record ComparisonRequest(string Endpoint, string First, string Second)
{
    /// <summary>Usual number of permutations: the smallest p is then 1/201.</summary>
    public const int UsualPermutations = 200;

    /// <summary>The subtype of both contrasts; null for all patients.</summary>
    public string? Subtype { get; init; }

    /// <summary>Name of the layer in both cohorts.</summary>
    public string Layer { get; init; } = "expression";

    /// <summary>Clinical variables by which both contrasts are adjusted, by role or column; empty for none.</summary>
    public IReadOnlyList<string> Adjust { get; init; } = [];

    /// <summary>Sets of features that are tested for enrichment in both contrasts; empty for none.</summary>
    public IReadOnlyList<Scanning.GeneSet> Sets { get; init; } = [];

    /// <summary>How often outcomes are permuted; at least 1.</summary>
    public int Permutations { get; init; } = UsualPermutations;

    /// <summary>Seed of the permutations.</summary>
    public int Seed { get; init; } = 1;

    internal PopulationRequest PopulationGiven(string therapy) =>
        new()
        {
            Endpoint = Endpoint,
            Treated = therapy,
            Subtype = Subtype,
        };
}
