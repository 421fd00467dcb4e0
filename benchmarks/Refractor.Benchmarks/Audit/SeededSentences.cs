using Refractor.Benchmarks.Audit.Damages;
using Refractor.Benchmarks.Audit.Wording;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit;

/// <summary>Writes true sentences from the evidence and damages some.</summary>
public sealed class SeededSentences
{
    /// <summary>Sentences per damage where the evidence allows.</summary>
    public const int PerDamage = 50;

    private readonly Known _known;
    private readonly Sentences _sentences;
    private readonly ulong _seed;

    public SeededSentences(KnowledgePack pack, ulong seed)
    {
        _known = new Known(pack);
        _sentences = new Sentences(pack.Lexicon);
        _seed = seed;
    }

    /// <summary>One true sentence for every item that can be told in one.</summary>
    public IReadOnlyList<SeededSentence> True() =>
        [
            .. _known
                .Pack.Items.Where(IsTellable)
                .Select(i => (Item: i, Text: _sentences.Write(Told.Of(i, StyleOf(i, "true")))))
                .Where(x => x.Text is not null)
                .Select(x => new SeededSentence(x.Text!, x.Text!, x.Item, DamageKind.None)),
        ];

    /// <summary>Damaged sentences of one kind: one of each item, and more in other words where too few items can be damaged so.</summary>
    public IReadOnlyList<SeededSentence> Damaged(DamageKind kind)
    {
        var random = Randomness.For(_seed, DamageKinds.NameOf(kind));
        var items = random.Shuffled(_known.Pack.Items.Where(IsTellable));
        var sentences = new List<SeededSentence>();
        for (var round = 1; round <= 3 && sentences.Count < PerDamage; round++)
        {
            foreach (var item in items)
                sentences.AddRange(
                    Damaged(kind, item, round, random).Where(s => sentences.TrueForAll(o => o.Text != s.Text))
                );
        }
        return [.. sentences.Take(PerDamage)];
    }

    private IEnumerable<SeededSentence> Damaged(DamageKind kind, EvidenceItem item, int round, Randomness random)
    {
        var told = Told.Of(item, StyleOf(item, $"{DamageKinds.NameOf(kind)} {round}"));
        if (_sentences.Write(told) is not { } original)
            return [];
        return Damages(kind, told, random)
            .Select(d => (Damage: d, Text: _sentences.Write(d.Told)))
            .Where(x => x.Text is not null && (x.Text != original || IsOfReference(kind)))
            .Select(x => new SeededSentence(x.Text!, original, item, kind, x.Damage.Detail, x.Damage.Against))
            .Take(kind == DamageKind.Subtype ? 3 : 1)
            .ToList();
    }

    private static bool IsOfReference(DamageKind kind) => kind is DamageKind.Citation or DamageKind.InventedDoi;

    private IEnumerable<Damaged> Damages(DamageKind kind, Told told, Randomness random)
    {
        var content = new ContentDamages(_known);
        var overstated = new OverstatementDamages(_known);
        return kind switch
        {
            DamageKind.Direction => content.Direction(told, random),
            DamageKind.Feature => content.Feature(told, random),
            DamageKind.Therapy => content.Therapy(told, random),
            DamageKind.Number => NumberDamage.Of(told, random),
            DamageKind.Subtype => new SubtypeDamage(_known).Of(told),
            DamageKind.Design => overstated.Design(told, random),
            DamageKind.Conflict => overstated.Conflict(told),
            DamageKind.Citation => [new Damaged(told, "reference of another paper")],
            _ => [new Damaged(told, "reference to no paper")],
        };
    }

    private Style StyleOf(EvidenceItem item, string purpose) => new(Randomness.For(_seed, $"{purpose} {item.Id}"));

    /// <summary>Findings that one sentence can tell in full: confirmed, of a direction, with a plain name and paper that can be cited.</summary>
    private static bool IsTellable(EvidenceItem item) =>
        item.IsConfirmed
        && !item.Paper.Retracted
        && item.Effect != Effect.Mixed
        && item.State != FeatureState.Continuous
        && (item.Variant is null || item.Relation == Relation.Mechanism || item.Level == Level.DnaVariant)
        && item.Design
            is not (Design.Review or Design.Guideline or Design.InSilico or Design.Screen or Design.CaseReport)
        && ContentDamages.IsPlain(item.Feature.Name)
        && References.CanCite(item.Paper);
}
