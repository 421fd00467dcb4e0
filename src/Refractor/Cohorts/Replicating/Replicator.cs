using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Knowledge;
using Refractor.Statistics;

namespace Refractor.Cohorts.Replicating;

/// <summary>
/// Holds published findings against cohorts. The effect is that of the feature alone for one standard deviation, or of the altered against
/// the others, in the patients of the finding as far as the cohort can tell them; nothing is chosen from the data.
/// </summary>
public sealed class Replicator(KnowledgePack pack)
{
    private static readonly HashSet<FeatureState> Reversed =
    [
        FeatureState.Low,
        FeatureState.WildType,
        FeatureState.Negative,
        FeatureState.Absent,
        FeatureState.Decreased,
    ];

    private const double Significant = 0.05;

    /// <summary>Holds findings against a cohort, in their order.</summary>
    /// <param name="items">The findings; all of them, testable or not, are in the result.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="cancel">Stops between findings.</param>
    public IReadOnlyList<Replication> Run(
        IEnumerable<EvidenceItem> items,
        Cohort cohort,
        CancellationToken cancel = default
    )
    {
        var testability = new Testability(cohort, pack.Lexicon);
        var done = new Dictionary<(CohortFeature, PopulationRequest), (Testing.Effect Effect, double Spread)>();
        var replications = new List<Replication>();
        foreach (var item in items)
        {
            cancel.ThrowIfCancellationRequested();
            var (plan, reason) = testability.Of(item);
            if (plan is null)
            {
                replications.Add(Replication.NotTestable(item, cohort, reason));
                continue;
            }
            var key = (plan.Feature, plan.Request);
            if (!done.TryGetValue(key, out var tested))
                done[key] = tested = Test(cohort, plan);
            replications.Add(Judge(item, cohort, plan, tested.Effect, tested.Spread));
        }
        return replications;
    }

    private static (Testing.Effect Effect, double Spread) Test(Cohort cohort, TestPlan plan)
    {
        var population = Population.Of(cohort, plan.Request).With(plan.Feature);
        var (patients, none) = (population.Indices(), new Adjustment(cohort, [], population.Indices()));
        var effect = population.Outcome is SurvivalOutcome survival
            ? new SurvivalTester(cohort, plan.Feature, survival, patients).HazardRatio(none)
            : new ResponseTester(cohort, plan.Feature, (ResponseOutcome)population.Outcome, patients).OddsRatio(none);
        return (effect, DetectableRatio.Spread(plan.Feature, population));
    }

    private static Replication Judge(EvidenceItem item, Cohort cohort, TestPlan plan, Testing.Effect raw, double spread)
    {
        if (!raw.IsEstimable)
            return Replication.NotTestable(
                item,
                cohort,
                $"{ReasonText(raw.Reason)}, {raw.N} patients, {raw.Events} events"
            );
        var effect = Reversed.Contains(item.State) ? Inverse(raw) : raw;
        var detectable = DetectableRatio.Of(raw, spread);
        return new Replication(
            item,
            cohort.Name,
            VerdictOf(item, plan.Feature, effect, detectable),
            "",
            plan.Feature,
            plan.Request,
            effect,
            detectable,
            plan.Note
        );
    }

    private static ReplicationVerdict VerdictOf(
        EvidenceItem item,
        CohortFeature feature,
        Testing.Effect effect,
        double detectable
    )
    {
        var shown = effect.P.Value < Significant;
        var powered = detectable <= LookedFor(item, feature, effect);
        if (item.Effect == Knowledge.Effect.NoEffect)
            return shown ? ReplicationVerdict.Opposite
                : powered ? ReplicationVerdict.Agrees
                : ReplicationVerdict.Underpowered;
        if (shown)
            return effect.Direction == item.Effect ? ReplicationVerdict.Agrees : ReplicationVerdict.Opposite;
        return powered ? ReplicationVerdict.Weaker : ReplicationVerdict.Underpowered;
    }

    /// <summary>
    /// The published size where it is one of the same kind between two groups, as that of a status is; else the size that matters.
    /// </summary>
    private static double LookedFor(EvidenceItem item, CohortFeature feature, Testing.Effect effect)
    {
        var comparable = feature.IsStatus && item.Result.Metric == effect.Metric && item.Result.Estimate is > 0;
        return comparable
            ? Math.Max(item.Result.Estimate!.Value, 1 / item.Result.Estimate.Value)
            : DetectableRatio.LookedFor(feature);
    }

    private static Testing.Effect Inverse(Testing.Effect effect) =>
        effect with
        {
            Value = 1 / effect.Value,
            Interval = new Statistics.Interval(
                1 / effect.Interval.High,
                1 / effect.Interval.Low,
                effect.Interval.Level
            ),
            Unit = effect.Unit.Split(" against ") is [var group, var others]
                ? $"{others} against {group}"
                : "one standard deviation less",
        };

    private static string ReasonText(NotEstimable reason) =>
        reason switch
        {
            NotEstimable.NoVariation => "all patients are in one group",
            NotEstimable.NoEvents => "no event",
            NotEstimable.OneGroup => "all outcomes are the same",
            _ => "too few patients",
        };
}
