using Refractor.Cohorts.Selecting;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Replicating;

/// <summary>A published finding held against one cohort.</summary>
/// <param name="Item">The finding.</param>
/// <param name="Cohort">Name of the cohort.</param>
/// <param name="Verdict">What the cohort says of it.</param>
/// <param name="Reason">Why it is not testable; empty if it is.</param>
/// <param name="Feature">The feature as the cohort measured it; null if it is not testable.</param>
/// <param name="Request">Whom and what was looked at; null if it is not testable.</param>
/// <param name="Effect">The effect of the feature in the state of the finding; null if it is not testable.</param>
/// <param name="Detectable">The smallest ratio above 1 that the cohort shows with 80 % power; NaN if it is not testable.</param>
/// <param name="Note">Where the cohort looks at something near but not the same, such as a class of therapies; empty if nowhere.</param>
public sealed record Replication(
    EvidenceItem Item,
    string Cohort,
    ReplicationVerdict Verdict,
    string Reason,
    CohortFeature? Feature,
    PopulationRequest? Request,
    Testing.Effect? Effect,
    double Detectable,
    string Note
)
{
    /// <summary>A finding that the cohort cannot test.</summary>
    internal static Replication NotTestable(EvidenceItem item, Cohort cohort, string reason) =>
        new(item, cohort.Name, ReplicationVerdict.NotTestable, reason, null, null, null, double.NaN, "");
}
