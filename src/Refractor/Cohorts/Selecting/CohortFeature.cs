using Refractor.Knowledge;

namespace Refractor.Cohorts.Selecting;

/// <summary>A feature as a cohort measured it: one value a patient.</summary>
/// <param name="Name">Name in the cohort, such as <c>ESR1</c> or <c>er</c>.</param>
/// <param name="Source">The layer, <c>mutations</c>, or <c>clinical</c>.</param>
/// <param name="Level">Where in the tumour it was measured.</param>
/// <param name="IsStatus">Whether the values are 1 (altered, positive) and 0 instead of amounts.</param>
/// <param name="Values">n patients; NaN where it was not measured or not profiled.</param>
public sealed record CohortFeature(string Name, string Source, Level Level, bool IsStatus, double[] Values)
{
    /// <summary>Patients in whom it was measured.</summary>
    public int Measured => Values.Count(v => !double.IsNaN(v));

    /// <summary>The state to which effects belong: high, mutated or positive.</summary>
    public FeatureState State =>
        !IsStatus ? FeatureState.High
        : Level == Level.DnaVariant ? FeatureState.Mutated
        : FeatureState.Positive;
}
