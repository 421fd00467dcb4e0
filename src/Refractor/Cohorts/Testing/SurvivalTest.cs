using Refractor.Statistics;
using Refractor.Statistics.Survival.Curves;
using Refractor.Statistics.Survival.CutPoints;
using Refractor.Statistics.Survival.Discrimination;
using PValue = Refractor.Statistics.PValue;

namespace Refractor.Cohorts.Testing;

/// <summary>A feature against the time to an event.</summary>
/// <param name="Effect">Hazard ratio for one standard deviation more, or for altered against not altered; Efron's ties.</param>
/// <param name="Adjusted">The same adjusted by covariates; null if there are none.</param>
/// <param name="ProportionalHazards">p of constant hazard ratio over time; small values speak against the model.</param>
/// <param name="Concordance">How well the feature orders patients by their time; above 0.5, more of it goes with earlier events.</param>
/// <param name="Splits">Published, median and optimised cut-off side by side; of a status, the two groups.</param>
/// <param name="Low">Survival of the low, or not altered, at the first of the splits.</param>
/// <param name="High">Survival of the high, or altered.</param>
public sealed record SurvivalTest(
    Effect Effect,
    Effect? Adjusted,
    PValue ProportionalHazards,
    Estimate<Concordance> Concordance,
    IReadOnlyList<SurvivalSplit> Splits,
    KaplanMeierCurve? Low,
    KaplanMeierCurve? High
);
