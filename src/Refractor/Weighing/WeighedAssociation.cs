using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Weighing;

/// <summary>
/// The findings of one association as published, and once more with those that cohorts recomputed among them. Both states follow from the
/// same rules; a cohort and the papers on its patients are one source.
/// </summary>
/// <param name="Literature">The published findings.</param>
/// <param name="WithCohorts">Published and recomputed findings.</param>
/// <param name="Recomputed">The recomputed ones, at least one.</param>
public sealed record WeighedAssociation(
    Association Literature,
    Association WithCohorts,
    IReadOnlyList<EvidenceItem> Recomputed
)
{
    /// <summary>Weighs published findings with recomputed ones.</summary>
    /// <param name="published">Findings under one therapy, of any feature and role.</param>
    /// <param name="recomputed">For a published finding what cohorts recomputed of it; none where nothing is decided.</param>
    /// <returns>The associations to which cohorts add something.</returns>
    public static IReadOnlyList<WeighedAssociation> Of(
        IEnumerable<EvidenceItem> published,
        ILookup<EvidenceItem, EvidenceItem> recomputed
    )
    {
        var weighed = new List<WeighedAssociation>();
        foreach (var association in Association.Gather(published))
        {
            var added = association.Items.SelectMany(i => recomputed[i]).DistinctBy(i => (i.Paper, i.Id)).ToList();
            if (added.Count > 0)
                weighed.Add(
                    new WeighedAssociation(
                        association,
                        Association.Gather(association.Items.Concat(added)).Single(),
                        added
                    )
                );
        }
        return weighed;
    }
}
