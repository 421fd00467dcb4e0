using Refractor.Knowledge;

namespace Refractor.Associations;

/// <summary>
/// Which property of the feature varies. Findings about different properties are not set against each other: a mutation of TP53
/// is not the opposite of low p53 protein.
/// </summary>
public enum Aspect
{
    /// <summary>Amount or activity: RNA, protein, score, cells, pathway, subtype present or absent.</summary>
    Amount,

    /// <summary>DNA sequence: mutated or pathogenic against wild type.</summary>
    Sequence,

    /// <summary>Amplification against no amplification.</summary>
    Amplification,

    /// <summary>Deletion against no deletion.</summary>
    Deletion,

    /// <summary>Methylation against none.</summary>
    Methylation,

    /// <summary>Reversion of a pathogenic variant.</summary>
    Reversion,
}

/// <summary>What a set of findings is about: response under therapy, outcome whatever the therapy, or change under therapy.</summary>
public enum EvidenceRole
{
    /// <summary>Response or outcome under the therapy, in patients or models.</summary>
    Response,

    /// <summary>Outcome whatever the therapy: prognostic.</summary>
    Outcome,

    /// <summary>Difference before and after treatment, or between resistant and parental tumours.</summary>
    Change,
}

/// <summary>Direction of a finding once its state is turned to the gain side (high, mutated, amplified, increased).</summary>
public enum Direction
{
    /// <summary>More of the feature goes with resistance or worse outcome.</summary>
    Resistance,

    /// <summary>More of the feature goes with sensitivity or better outcome.</summary>
    Sensitivity,

    /// <summary>No association.</summary>
    None,

    /// <summary>No direction stated, or both.</summary>
    Unstated,
}

/// <summary>Reads aspect, role and direction off an evidence item.</summary>
public static class Aspects
{
    /// <summary>The property that the item's state and level speak of.</summary>
    public static Aspect Of(EvidenceItem item) =>
        item.State switch
        {
            FeatureState.Reversion => Aspect.Reversion,
            FeatureState.High
            or FeatureState.Positive
            or FeatureState.Low
            or FeatureState.Negative when item.Feature.ProteinMarksMutation && item.Level == Level.ProteinExpression =>
                Aspect.Sequence,
            FeatureState.Amplified => Aspect.Amplification,
            FeatureState.Deleted => Aspect.Deletion,
            FeatureState.Methylated => Aspect.Methylation,
            FeatureState.Mutated or FeatureState.WildType or FeatureState.PathogenicVariant => Aspect.Sequence,
            _ => item.Level switch
            {
                Level.DnaVariant or Level.GermlineVariant or Level.Fusion => Aspect.Sequence,
                Level.CopyNumber => Aspect.Amplification,
                Level.Methylation => Aspect.Methylation,
                _ => Aspect.Amount,
            },
        };

    /// <summary>Whether two items are findings on one feature, aspect and role: of one association under one therapy.</summary>
    public static bool AreOnOneSubject(EvidenceItem a, EvidenceItem b) =>
        a.Feature == b.Feature && Of(a) == Of(b) && RoleOf(a) == RoleOf(b);

    /// <summary>The role of the item's relation.</summary>
    public static EvidenceRole RoleOf(EvidenceItem item) => RoleOf(item.Relation);

    /// <summary>The role of a relation.</summary>
    internal static EvidenceRole RoleOf(Relation relation) =>
        relation switch
        {
            Relation.Prognostic => EvidenceRole.Outcome,
            Relation.TreatmentChange => EvidenceRole.Change,
            _ => EvidenceRole.Response,
        };

    /// <summary>Whether the state is one of absence: low, negative, absent, decreased, wild type.</summary>
    /// <remarks>
    /// Loss of function counts as absence for amount (protein or activity lost), and as presence of a variant for sequence.
    /// </remarks>
    public static bool IsLoss(EvidenceItem item) =>
        item.State switch
        {
            FeatureState.Low
            or FeatureState.Negative
            or FeatureState.Absent
            or FeatureState.Decreased
            or FeatureState.WildType => true,
            FeatureState.LossOfFunction => Of(item) == Aspect.Amount,
            _ => false,
        };

    /// <summary>Direction on the gain side: low with sensitivity reads as resistance with more of it.</summary>
    public static Direction DirectionOf(EvidenceItem item) =>
        (item.Effect, IsLoss(item)) switch
        {
            (Effect.NoEffect, _) => Direction.None,
            (Effect.Mixed, _) => Direction.Unstated,
            (Effect.Resistance, false) or (Effect.Sensitivity, true) => Direction.Resistance,
            _ => Direction.Sensitivity,
        };

    /// <summary>The opposite direction; nulls and unstated directions have none and stay as they are.</summary>
    public static Direction Opposite(Direction direction) =>
        direction switch
        {
            Direction.Resistance => Direction.Sensitivity,
            Direction.Sensitivity => Direction.Resistance,
            _ => direction,
        };
}
