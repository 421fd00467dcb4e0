using Refractor.Cohorts.Recomputing;
using Refractor.Cohorts.Replicating;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Storing;
using Refractor.Knowledge;

namespace Refractor.Weighing;

/// <summary>What the cohorts at hand say of published findings.</summary>
/// <param name="Shelf">The cohorts, and those that could not be opened.</param>
/// <param name="Replications">Every finding with what each cohort says, in the order of the findings.</param>
/// <param name="Weighed">The associations to which cohorts add something, in the order of the groups.</param>
public sealed record CohortEvidence(
    OpenShelf Shelf,
    IReadOnlyList<PooledReplication> Replications,
    IReadOnlyList<WeighedAssociation> Weighed
)
{
    /// <summary>Holds published findings against the cohorts of a shelf.</summary>
    /// <param name="pack">The published evidence.</param>
    /// <param name="groups">Findings that stand together under one therapy, such as those of a claim or of an association.</param>
    /// <param name="shelf">The cohorts.</param>
    /// <param name="version">Version of Refractor.</param>
    /// <param name="cancel">Stops between findings.</param>
    public static CohortEvidence Of(
        KnowledgePack pack,
        IReadOnlyList<IReadOnlyList<EvidenceItem>> groups,
        OpenShelf shelf,
        string version,
        CancellationToken cancel = default
    )
    {
        var items = groups.SelectMany(g => g).Distinct().ToList();
        var replicator = new Replicator(pack);
        var byCohort = new IReadOnlyList<Replication>[shelf.Cohorts.Count];
        Parallel.For(
            0,
            byCohort.Length,
            new ParallelOptions { CancellationToken = cancel },
            c => byCohort[c] = replicator.Run(items, shelf.Cohorts[c], cancel)
        );
        var recomputed = shelf
            .Cohorts.SelectMany((c, i) => Recomputed(byCohort[i], CohortSource.Of(c, version, pack, i)))
            .ToLookup(r => r.Published, r => r.Item);
        return new CohortEvidence(
            shelf,
            PooledReplication.Of(byCohort),
            [.. groups.SelectMany(g => WeighedAssociation.Of(g, recomputed)).DistinctBy(Names)]
        );
    }

    /// <summary>The findings of one cohort; findings that rest on one test, in one state, are one.</summary>
    private static IEnumerable<(EvidenceItem Published, EvidenceItem Item)> Recomputed(
        IReadOnlyList<Replication> replications,
        CohortSource source
    )
    {
        var numbers = new Dictionary<(CohortFeature?, PopulationRequest?, FeatureState, Relation), int>();
        foreach (var r in replications.Where(r => r.Effect is not null))
        {
            var key = (r.Feature, r.Request, r.Item.State, r.Item.Relation);
            if (!numbers.TryGetValue(key, out var number))
                numbers[key] = number = numbers.Count + 1;
            if (RecomputedItem.Of(r, source, number) is { } item)
                yield return (r.Item, item);
        }
    }

    /// <summary>Two sentences may cite the same findings; they are weighed once.</summary>
    private static string Names(WeighedAssociation weighed) =>
        string.Join(' ', weighed.Literature.Items.Select(i => i.Id).Order(StringComparer.Ordinal));
}
