using Refractor.Answers.Writing;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Overviews;

/// <summary>An association under one therapy with the components of its clinical utility.</summary>
/// <param name="Association">The association.</param>
/// <param name="Utility">The components.</param>
/// <param name="Therapy">Name of the therapy or class under which it is filed, as printed.</param>
public sealed record RankedAssociation(Association Association, ClinicalUtility Utility, string Therapy)
{
    /// <summary>The finding that stands for the association: the strongest that shows its direction.</summary>
    public EvidenceItem Lead =>
        Association.Items.FirstOrDefault(i =>
            Aspects.DirectionOf(i) == Association.Verdict.Direction
            && i.Effect is Effect.Resistance or Effect.Sensitivity
        ) ?? Association.Items[0];

    /// <summary>The feature in its state, such as "high ABCB1 mRNA"; without state where the findings do not agree on one.</summary>
    public string Subject => IsDivided ? SubjectPhrase.NounOf(Lead) : SubjectPhrase.Of(Lead);

    /// <summary>Whether the findings are contested or depend on a circumstance.</summary>
    public bool IsDivided => Association.Verdict.State is ConflictState.Contested or ConflictState.ContextDependent;

    /// <summary>Distinct papers, strongest first.</summary>
    public IReadOnlyList<Paper> Papers => [.. Association.Items.Select(i => i.Paper).Distinct()];

    /// <summary>Gathers findings and puts them in order of clinical utility, then n, then id.</summary>
    internal static IReadOnlyList<RankedAssociation> Of(IEnumerable<EvidenceItem> items, string therapy) =>
        Order(Association.Gather(items).Select(a => new RankedAssociation(a, a.Utility, therapy)));

    internal static IReadOnlyList<RankedAssociation> Order(IEnumerable<RankedAssociation> associations) =>
        [
            .. associations
                .OrderBy(a => a.Utility, ClinicalUtility.StrongestFirst)
                .ThenByDescending(a => a.Lead.N ?? 0)
                .ThenBy(a => a.Lead.Id, StringComparer.Ordinal),
        ];
}
