using Refractor.Cohorts.Selecting;

namespace Refractor.Cohorts.Testing;

/// <summary>A test of one feature, declared before it runs.</summary>
/// <param name="Population">Endpoint, treatment and subtype.</param>
public sealed record FeatureTestRequest(PopulationRequest Population)
{
    /// <summary>Clinical variables by which the effect is adjusted, by role or column; empty for none.</summary>
    public IReadOnlyList<string> Adjust { get; init; } = [];

    /// <summary>A cut-off that was published; values above are high. Null for none.</summary>
    public double? CutOff { get; init; }

    /// <summary>
    /// The therapy whose benefit the feature may change; null for the one of the population, or none. Both arms are looked at, whatever
    /// the population says of the therapy.
    /// </summary>
    public string? Interaction { get; init; }
}
