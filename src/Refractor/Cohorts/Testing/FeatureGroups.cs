using Refractor.Cohorts.Selecting;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Testing;

/// <summary>What the two groups of a feature are called.</summary>
/// <param name="High">Those with more of it, with it, or positive.</param>
/// <param name="Low">The others.</param>
public sealed record FeatureGroups(string High, string Low)
{
    /// <summary>The groups of a feature.</summary>
    public static FeatureGroups Of(CohortFeature feature) =>
        !feature.IsStatus ? new("high", "low")
        : feature.State == FeatureState.Mutated ? new("altered", "not altered")
        : new("positive", "negative");
}
