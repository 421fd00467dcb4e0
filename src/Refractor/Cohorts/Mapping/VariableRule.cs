namespace Refractor.Cohorts.Mapping;

/// <summary>Where a clinical property is told.</summary>
/// <param name="Column">Clinical column.</param>
public sealed record VariableRule(string Column)
{
    /// <summary>Words for positive; empty for the usual ones.</summary>
    public IReadOnlyList<string> Positive { get; init; } = [];

    /// <summary>Words for negative; empty for the usual ones, or for all other words if <see cref="Positive"/> is named.</summary>
    public IReadOnlyList<string> Negative { get; init; } = [];
}
