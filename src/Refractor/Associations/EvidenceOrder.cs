using Refractor.Knowledge;

namespace Refractor.Associations;

/// <summary>
/// The total order of evidence: by grade, within a grade what was read in the paper itself first, then n, then year, then id, so that
/// the same question gives the same bytes.
/// </summary>
public sealed class EvidenceOrder : IComparer<EvidenceItem>
{
    private const int BitsOfN = 31;
    private const int BitsOfYear = 28;
    private const int LatestYear = (1 << BitsOfYear) - 1;

    /// <summary>The one instance.</summary>
    public static EvidenceOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(EvidenceItem? x, EvidenceItem? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byKey = KeyOf(x).CompareTo(KeyOf(y));
        return byKey != 0 ? byKey : string.CompareOrdinal(x.Id, y.Id);
    }

    /// <summary>All of the order but the id in one number: smaller is stronger.</summary>
    internal static ulong KeyOf(EvidenceItem item)
    {
        var key = (ulong)(EvidenceGrade.A - Grading.Of(item));
        key = (key << 1) | (item.IsConfirmed ? 0UL : 1);
        key = (key << BitsOfN) | (uint)(int.MaxValue - Math.Max(item.N ?? 0, 0));
        return (key << BitsOfYear) | (uint)(LatestYear - Math.Clamp(item.Paper.Year ?? 0, 0, LatestYear));
    }
}
