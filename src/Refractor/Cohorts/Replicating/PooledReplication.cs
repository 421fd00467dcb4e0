using Refractor.Knowledge;
using Refractor.Statistics;
using Refractor.Statistics.MetaAnalysis;

namespace Refractor.Cohorts.Replicating;

/// <summary>One published finding over several cohorts.</summary>
/// <param name="Item">The finding.</param>
/// <param name="ByCohort">What each cohort says.</param>
/// <param name="Pooled">
/// The effects of the cohorts pooled as logarithms: random effects, REML, Hartung-Knapp with a floor; not estimable with fewer than two.
/// </param>
public sealed record PooledReplication(
    EvidenceItem Item,
    IReadOnlyList<Replication> ByCohort,
    Estimate<PooledEffect> Pooled
)
{
    /// <summary>Whether any cohort can test it.</summary>
    public bool IsTestable => ByCohort.Any(r => r.Verdict != ReplicationVerdict.NotTestable);

    /// <summary>Gathers what cohorts say, finding by finding, in the order of the findings.</summary>
    /// <param name="cohorts">For each cohort the replications of the same findings in the same order.</param>
    public static IReadOnlyList<PooledReplication> Of(IReadOnlyList<IReadOnlyList<Replication>> cohorts) =>
        cohorts.Count == 0
            ? []
            : [.. Enumerable.Range(0, cohorts[0].Count).Select(i => Of([.. cohorts.Select(c => c[i])]))];

    private static PooledReplication Of(IReadOnlyList<Replication> byCohort)
    {
        // Hazard and odds ratios, and those for other units, are no estimates of one number.
        var effects = byCohort
            .Select(r => r.Effect)
            .OfType<Testing.Effect>()
            .Where(e => e.Interval.IsEstimable)
            .ToList();
        var alike =
            effects.Count > 1 && effects.TrueForAll(e => e.Metric == effects[0].Metric && e.Unit == effects[0].Unit);
        return new PooledReplication(
            byCohort[0].Item,
            byCohort,
            alike
                ? PooledEffect.Of([.. effects.Select(e => EffectSize.LogRatioFromInterval(e.Value, e.Interval))])
                : NotEstimable.TooFewValues
        );
    }
}
