using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Judging;

/// <summary>Finds confirmed evidence of other papers that stands against a statement which its own evidence supports.</summary>
internal sealed class ConflictTest(KnowledgePack pack)
{
    private readonly Lexicon _lexicon = pack.Lexicon;

    public IEnumerable<Finding> Find(Compared compared)
    {
        if (compared.Agreement != Agreement.Agrees || compared.OtherSide is not null || !IsOnResponse(compared.Item))
            yield break;
        var same = pack.Index.Of(compared.Item.Feature).Where(i => IsComparable(i, compared.Item)).ToList();
        var verdict = Conflict.Of(same);
        if (verdict.State is not (ConflictState.Contested or ConflictState.ContextDependent))
            yield break;
        var against = same.Where(i =>
                i.Paper != compared.Item.Paper
                && IsSameKind(i, compared)
                && Directions.Compare(compared.Reading, i) == Agreement.Opposes
            )
            .Order(EvidenceOrder.Instance)
            .FirstOrDefault();
        if (against is null)
            yield break;
        yield return OtherSide(against);
    }

    /// <summary>Tells that a source stands against the statement.</summary>
    public static Finding OtherSide(EvidenceItem against)
    {
        var how = against.Effect == Effect.NoEffect ? "found no association" : "found the opposite";
        var context = against.Subtype is { Name: not "any" } s ? $" in {s.Label} disease" : "";
        return new Finding(
            AuditVerdict.PartlySupported,
            $"contested: {PaperText.Short(against.Paper)} {how}{context}, which the sentence does not say",
            IsOtherSide: true
        );
    }

    /// <summary>Patients are set against patients, a setting against itself, a variant against itself.</summary>
    private static bool IsSameKind(EvidenceItem other, Compared compared)
    {
        var item = compared.Item;
        if (other.IsClinical != item.IsClinical)
            return false;
        if (other.Setting != item.Setting && other.Setting != Setting.Any && item.Setting != Setting.Any)
            return false;
        var variants = VariantNames.In(compared.Reading.Text);
        return variants.Count == 0 || (other.Variant is { } v && VariantNames.In(v).Overlaps(variants));
    }

    private static bool IsOnResponse(EvidenceItem item) => Aspects.RoleOf(item) != EvidenceRole.Change;

    private bool IsComparable(EvidenceItem other, EvidenceItem item) =>
        other.IsConfirmed
        && Aspects.AreOnOneSubject(other, item)
        && (
            other.Therapies.Count == 0
            || item.Therapies.Count == 0
            || other.Therapies.Any(o => item.Therapies.Any(t => _lexicon.Overlap(o, t)))
        )
        && (other.Subtype is null || item.Subtype is null || _lexicon.Overlap(other.Subtype, item.Subtype));
}
