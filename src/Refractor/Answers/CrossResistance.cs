using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers;

/// <summary>One feature with its evidence for each therapy of a cross-resistance question.</summary>
/// <param name="Feature">Name of the feature, group or pathway.</param>
/// <param name="PerTherapy">Evidence and verdict for each therapy that has some.</param>
public sealed record CrossFeature(string Feature, IReadOnlyList<CrossEvidence> PerTherapy);

/// <summary>The evidence on one feature under one therapy.</summary>
/// <param name="Therapy">The therapy.</param>
/// <param name="Verdict">State of conflict.</param>
/// <param name="Items">The findings, strongest first.</param>
public sealed record CrossEvidence(Therapy Therapy, ConflictVerdict Verdict, IReadOnlyList<EvidenceItem> Items);

/// <summary>What ties resistance to one therapy to resistance to another, the three kinds kept apart.</summary>
/// <param name="Therapies">The therapies, at least two.</param>
/// <param name="Measured">Resistance to one measured in models or patients resistant to the other, in one study.</param>
/// <param name="SharedFeature">The same feature with separate evidence of the same direction for each therapy.</param>
/// <param name="SharedMechanism">Only a group or pathway in common: other members for each therapy.</param>
/// <param name="Inverse">The same feature with resistance to one therapy and sensitivity to, or no association with, another.</param>
public sealed record CrossResistance(
    IReadOnlyList<Therapy> Therapies,
    IReadOnlyList<EvidenceItem> Measured,
    IReadOnlyList<CrossFeature> SharedFeature,
    IReadOnlyList<CrossFeature> SharedMechanism,
    IReadOnlyList<CrossFeature> Inverse
)
{
    /// <summary>Compares the evidence of a pack for some therapies.</summary>
    /// <param name="pack">The knowledge.</param>
    /// <param name="therapies">At least two therapies.</param>
    /// <param name="fits">Restricts the findings, for example to a subtype; null for none.</param>
    /// <exception cref="ArgumentException">Fewer than two therapies are given.</exception>
    public static CrossResistance Of(
        KnowledgePack pack,
        IReadOnlyList<Therapy> therapies,
        Func<EvidenceItem, bool>? fits = null
    )
    {
        if (therapies.Count < 2)
            throw new ArgumentException("Cross-resistance needs at least two therapies.", nameof(therapies));
        return new CrossResistanceFinder(pack, therapies, fits ?? (_ => true)).Find();
    }

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => Measured.Count + SharedFeature.Count + SharedMechanism.Count + Inverse.Count == 0;
}
