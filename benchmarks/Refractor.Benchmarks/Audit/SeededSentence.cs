using Refractor.Benchmarks.Audit.Damages;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit;

/// <summary>A sentence with what is known of it.</summary>
/// <param name="Text">The sentence without full stop and citation.</param>
/// <param name="Original">The same before the damage; equal for untouched sentences and those whose reference alone is damaged.</param>
/// <param name="Item">The evidence item that it was written from.</param>
/// <param name="Damage">What was done to it.</param>
/// <param name="Detail">What exactly, in words; empty for untouched sentences.</param>
/// <param name="Against">Items that show the damage to be one; empty when the item itself does.</param>
public sealed record SeededSentence(
    string Text,
    string Original,
    EvidenceItem Item,
    DamageKind Damage,
    string Detail = "",
    IReadOnlyList<EvidenceItem>? Against = null
)
{
    /// <summary>The papers that are cited for it.</summary>
    public Paper Paper => Item.Paper;
}
