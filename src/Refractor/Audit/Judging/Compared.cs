using Refractor.Audit.Understanding;
using Refractor.Knowledge;

namespace Refractor.Audit.Judging;

/// <summary>A statement with the items that it is compared with.</summary>
/// <param name="Reading">The statement.</param>
/// <param name="Fits">Items on the same subject, the nearest first.</param>
/// <param name="Chosen">The item that decides.</param>
/// <param name="Agreement">How the statement stands to it.</param>
/// <param name="Cited">Papers that the statement cites, as far as the knowledge holds them.</param>
/// <param name="OtherSide">The nearest item of the other side where the sources differ; null when they do not.</param>
internal sealed record Compared(
    Reading Reading,
    IReadOnlyList<Fit> Fits,
    Fit Chosen,
    Agreement Agreement,
    IReadOnlySet<Paper> Cited,
    EvidenceItem? OtherSide
)
{
    private const double Near = 1.5;

    public EvidenceItem Item => Chosen.Item;

    /// <summary>Whether the deciding item is of a paper that the statement cites.</summary>
    public bool IsCited => Cited.Contains(Item.Paper);

    /// <summary>The deciding item and those near it that do not oppose the statement.</summary>
    public IEnumerable<Fit> Support =>
        Fits.Where(f =>
            f == Chosen
            || (
                f.Score >= Chosen.Score - Near
                && f.Therapy >= 0
                && (f.Item.Feature == Item.Feature || Chosen.Subject < 3)
                && Directions.Compare(Reading, f.Item) == Agreement.Agrees
            )
        );
}
