using Refractor.Associations;
using Refractor.Benchmarks.Audit.Wording;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit.Damages;

/// <summary>Damages that claim more than the finding shows.</summary>
internal sealed class OverstatementDamages(Known known)
{
    /// <summary>Models as patients, association as cause, treated patients only as predictive; the one that fits the design.</summary>
    public IEnumerable<Damaged> Design(Told told, Randomness random)
    {
        var item = told.Item;
        if (told.IsChange || told.Effect is not (Effect.Resistance or Effect.Sensitivity))
            yield break;
        var bare = told with { Figures = Figures.None };
        var alike = known
            .On(item.Feature, item.Therapies)
            .Where(i => Aspects.DirectionOf(i) == Aspects.DirectionOf(item))
            .ToList();
        if (!item.IsClinical)
        {
            if (!alike.Any(i => i.IsClinical))
                yield return new Damaged(bare with { Telling = Telling.AsPatients }, "models told as patients");
            yield break;
        }
        if (item.Relation != Relation.Predictive)
            yield break;
        var asCause = new Damaged(bare with { Telling = Telling.AsCause }, "association told as cause");
        var asPredictive = new Damaged(
            bare with
            {
                Telling = Telling.AsPredictive,
            },
            "treated patients only told as predictive"
        );
        var canCause = !alike.Any(i => i.Relation == Relation.Mechanism || !i.IsClinical);
        var canPredict =
            item.PredictiveDesign == PredictiveDesign.TreatedOnly
            && !alike.Any(i =>
                i.PredictiveDesign is PredictiveDesign.InteractionTested or PredictiveDesign.RandomisedBothArms
            );
        if (canCause && (!canPredict || random.Below(2) == 0))
            yield return asCause;
        else if (canPredict)
            yield return asPredictive;
    }

    /// <summary>An association with findings on both sides told as settled.</summary>
    public IEnumerable<Damaged> Conflict(Told told)
    {
        var item = told.Item;
        if (item.Relation != Relation.Predictive || !item.IsClinical || told.Effect == Effect.NoEffect)
            yield break;
        var peers = known.Peers(item);
        if (Associations.Conflict.Of(peers).State is not (ConflictState.Contested or ConflictState.ContextDependent))
            yield break;
        yield return new Damaged(
            told with
            {
                Telling = Telling.AsSettled,
                Figures = Figures.None,
                Subtype = null,
            },
            "told as settled",
            [
                .. peers.Where(p =>
                    p.IsConfirmed && Aspects.DirectionOf(p) != Aspects.DirectionOf(item) && p.Effect != Effect.Mixed
                ),
            ]
        );
    }
}
