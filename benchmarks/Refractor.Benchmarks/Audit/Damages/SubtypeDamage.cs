using Refractor.Associations;
using Refractor.Benchmarks.Audit.Wording;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Benchmarks.Audit.Damages;

/// <summary>Tells a finding of one subtype of all patients, or of a subtype in which the knowledge has another.</summary>
internal sealed class SubtypeDamage(Known known)
{
    public IEnumerable<Damaged> Of(Told told)
    {
        if (told.Subtype is not { } subtype || told.IsChange || told.IsModel)
            yield break;
        var peers = known.Peers(told.Item);
        var differing = peers.Where(p => Differs(p, told.Item)).ToList();
        foreach (var group in differing.Where(p => IsApart(p.Subtype, subtype)).GroupBy(p => p.Subtype!))
        {
            if (!peers.Any(p => Agrees(p, told.Item) && Within(group.Key, p.Subtype)))
                yield return new Damaged(
                    told with
                    {
                        Subtype = group.Key,
                        Figures = told.Figures with { N = null },
                    },
                    $"{subtype.Name} told as {group.Key.Name}",
                    [.. group]
                );
        }
        var elsewhere = differing.Where(p => p.Subtype is { Name: "any" } || IsApart(p.Subtype, subtype)).ToList();
        if (elsewhere.Count > 0 && !peers.Any(p => Agrees(p, told.Item) && p.Subtype is null or { Name: "any" }))
            yield return new Damaged(told with { Subtype = null }, $"{subtype.Name} told as all", elsewhere);
    }

    /// <summary>Against a null result only a sibling of the same paper counts; findings may be opposed by another paper too.</summary>
    private static bool Differs(EvidenceItem other, EvidenceItem item) =>
        other.IsConfirmed
        && other.IsClinical
        && other.Relation == item.Relation
        && other.Effect != Effect.Mixed
        && Aspects.DirectionOf(other) != Aspects.DirectionOf(item)
        && (other.Paper == item.Paper || Aspects.DirectionOf(other) == Aspects.Opposite(Aspects.DirectionOf(item)));

    private static bool Agrees(EvidenceItem other, EvidenceItem item) =>
        Aspects.DirectionOf(other) == Aspects.DirectionOf(item);

    private bool IsApart(Subtype? other, Subtype subtype) =>
        other is { Name: not "any" }
        && !known.Pack.Lexicon.IsWithin(other, subtype)
        && !known.Pack.Lexicon.IsWithin(subtype, other);

    /// <summary>Whether a finding in <paramref name="population"/> is one on the subtype as well.</summary>
    private bool Within(Subtype subtype, Subtype? population) =>
        population is not null && known.Pack.Lexicon.Overlap(subtype, population);
}
