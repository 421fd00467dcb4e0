using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Benchmarks.Audit.Wording;

/// <summary>How a finding is told, apart from what it says.</summary>
public enum Telling
{
    /// <summary>As its design allows.</summary>
    Plain,

    /// <summary>As if it had been seen in patients.</summary>
    AsPatients,

    /// <summary>As if the feature caused it.</summary>
    AsCause,

    /// <summary>As if the feature chose between this therapy and another.</summary>
    AsPredictive,

    /// <summary>As if nothing spoke against it.</summary>
    AsSettled,
}

/// <summary>What a sentence tells of an evidence item. A damage changes one of these and leaves the rest.</summary>
public sealed record Told
{
    public required EvidenceItem Item { get; init; }

    public required Feature Feature { get; init; }

    public required FeatureState State { get; init; }

    public required Effect Effect { get; init; }

    public required IReadOnlyList<Therapy> Therapies { get; init; }

    /// <summary>Subtype as told; null when none is named.</summary>
    public Subtype? Subtype { get; init; }

    public required Figures Figures { get; init; }

    public Telling Telling { get; init; }

    /// <summary>Choices of words; the same in a damaged sentence and its original.</summary>
    public required Style Style { get; init; }

    public bool IsModel => !Item.IsClinical;

    public bool IsChange =>
        Item.Relation == Relation.TreatmentChange && Item.Endpoint is "expression_change" or "mutation_frequency";

    public bool IsExperiment => Item.Relation == Relation.Mechanism;

    /// <summary>The truth of an item, in the words of a style.</summary>
    public static Told Of(EvidenceItem item, Style style) =>
        new()
        {
            Item = item,
            Feature = item.Feature,
            State = item.State,
            Effect = item.Effect,
            Therapies = item.Therapies,
            Subtype = item.Subtype is { Name: not "any" } s && item.Feature.Type != FeatureType.Subtype ? s : null,
            Figures = Figures.Of(item),
            Style = style,
        };

    /// <summary>Whether the state is one of less, by the reading of <see cref="Aspects"/>.</summary>
    public bool IsLess =>
        State
            is FeatureState.Low
                or FeatureState.Negative
                or FeatureState.Absent
                or FeatureState.Decreased
                or FeatureState.LossOfFunction
                or FeatureState.Deleted
                or FeatureState.WildType;
}
