using Refractor.Answers;
using Refractor.Answers.Retrieval;
using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Overviews;

/// <summary>Associations with response to therapy in order of clinical utility.</summary>
/// <param name="Therapy">The therapy asked for; null for all, then each association is filed under its class.</param>
/// <param name="Filter">The restriction asked for.</param>
/// <param name="Entries">The strongest, in order.</param>
/// <param name="Ranked">How many could be ranked.</param>
/// <param name="NullOnly">How many were left out because they show null results only.</param>
/// <param name="Knowledge">Which knowledge this rests on.</param>
public sealed record Ranking(
    Therapy? Therapy,
    EvidenceFilter Filter,
    IReadOnlyList<RankedAssociation> Entries,
    int Ranked,
    int NullOnly,
    KnowledgeStamp Knowledge
)
{
    /// <summary>Ranks what a pack holds. Confirmed findings on response only: neither prognostic ones nor changes under treatment.</summary>
    /// <param name="pack">The knowledge.</param>
    /// <param name="therapy">Restricts to this therapy and those below it; null for all.</param>
    /// <param name="filter">Further restriction.</param>
    /// <param name="top">Most entries to return, &gt; 0.</param>
    public static Ranking Of(KnowledgePack pack, Therapy? therapy, EvidenceFilter filter, int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(top);
        var matcher = new TherapyMatcher(pack);
        var items = pack.Items.Where(i =>
            i.IsConfirmed && Aspects.RoleOf(i) == EvidenceRole.Response && filter.Fits(i, pack.Lexicon)
        );
        var all = therapy is null
            ? new TherapyFiling(pack.Lexicon)
                .Sorted(items)
                .SelectMany(g => RankedAssociation.Of(g.Items, TherapyFiling.Label(g.Therapy)))
            : RankedAssociation.Of(items.Where(i => matcher.Match(i, therapy) == TherapyMatch.Direct), therapy.Label);
        var ranked = RankedAssociation.Order(all);
        var positive = ranked
            .Where(r => r.Association.Verdict.State is not (ConflictState.NullOnly or ConflictState.Unconfirmed))
            .ToList();
        var nulls = ranked.Count(r => r.Association.Verdict.State == ConflictState.NullOnly);
        return new Ranking(therapy, filter, [.. positive.Take(top)], positive.Count, nulls, KnowledgeStamp.Of(pack));
    }
}
