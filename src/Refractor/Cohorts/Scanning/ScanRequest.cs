using Refractor.Cohorts.Selecting;

namespace Refractor.Cohorts.Scanning;

/// <summary>A test of all features of a layer, declared before it runs.</summary>
/// <param name="Population">Endpoint, treatment and subtype.</param>
public sealed record ScanRequest(PopulationRequest Population)
{
    /// <summary>Name of the layer.</summary>
    public string Layer { get; init; } = "expression";

    /// <summary>Clinical variables by which effects are adjusted, by role or column; empty for none.</summary>
    public IReadOnlyList<string> Adjust { get; init; } = [];

    /// <summary>Sets of features that are tested for enrichment; empty for none.</summary>
    public IReadOnlyList<GeneSet> Sets { get; init; } = [];

    /// <summary>Seed of the random sets against which enrichment is judged.</summary>
    public ulong Seed { get; init; } = 1;
}
