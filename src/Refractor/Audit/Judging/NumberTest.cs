using Refractor.Audit.Understanding;
using Refractor.Knowledge;

namespace Refractor.Audit.Judging;

/// <summary>Compares the numbers of a statement with those of the deciding item and of its neighbours in the same paper.</summary>
internal static class NumberTest
{
    private const double SameComparison = 1.6;

    public static IEnumerable<Finding> Find(Compared compared)
    {
        var stated = compared.Reading.Numbers.Where(IsCompared).ToList();
        if (stated.Count == 0)
            yield break;
        var isSameStudy = IsSameStudy(compared, stated);
        foreach (var number in stated)
        {
            if (Holds(compared, number))
                continue;
            yield return Unheld(compared, number, isSameStudy);
        }
    }

    private static bool IsCompared(StatedNumber number) =>
        number.Kind is not (NumberKind.Studies or NumberKind.Other) || number.IsDistinctive;

    private static bool Holds(Compared compared, StatedNumber number)
    {
        if (HoldsBound(compared.Chosen.Profile, number))
            return true;
        return compared.Fits.Any(f =>
            f.Item.Paper == compared.Item.Paper
            && f.Score >= compared.Chosen.Score - SameComparison
            && HoldsBound(f.Profile, number)
        );
    }

    /// <summary>"p &lt; 0.05" holds for p = 0.012.</summary>
    private static bool HoldsBound(ItemProfile profile, StatedNumber number)
    {
        if (profile.Holds(number))
            return true;
        return number is { Kind: NumberKind.P, Relation: '<' }
            && profile.OfKind(NumberKind.P) is { } p
            && p.Value <= number.Value;
    }

    /// <summary>A number can only be wrong against the study that the statement reports: the cited one, or one that it tells by trial or figures.</summary>
    private static bool IsSameStudy(Compared compared, List<StatedNumber> stated)
    {
        if (compared.IsCited)
            return true;
        if (compared.Reading.Source.Citations.Count > 0)
            return stated.Any(n => n.IsDistinctive && compared.Chosen.Profile.Holds(n));
        var held = stated.FindAll(compared.Chosen.Profile.Holds);
        return compared.Reading.Trials.Count > 0 || held.Count > 1 || held.Exists(n => n.IsDistinctive);
    }

    private static Finding Unheld(Compared compared, StatedNumber number, bool isSameStudy)
    {
        var paper = PaperText.Short(compared.Item.Paper);
        if (!isSameStudy)
            return new Finding(
                AuditVerdict.PartlySupported,
                $"the figure {number.Text} is not in the knowledge, which holds other studies of this"
            );
        var elsewhere = compared.Fits.FirstOrDefault(f =>
            f.Item.Paper == compared.Item.Paper && number.IsDistinctive && f.Profile.Holds(number)
        );
        var known = compared.Chosen.Profile.OfKind(number.Kind);
        if (elsewhere is not null)
            return new Finding(
                known is null ? AuditVerdict.PartlySupported : AuditVerdict.Contradicted,
                $"{number.Text} is in {paper}, but for another comparison ({Comparison(elsewhere.Item)})"
            );
        if (known is { } value)
            return new Finding(
                AuditVerdict.Contradicted,
                $"{paper} gives {Printed(compared.Item, value)}, not {number.Text}"
            );
        return new Finding(AuditVerdict.PartlySupported, $"the figure {number.Text} was not seen in {paper}");
    }

    private static string Printed(EvidenceItem item, StatedNumber value) => item.Result.Printed ?? value.Text;

    private static string Comparison(EvidenceItem item) =>
        string.Join(
            ", ",
            new[]
            {
                item.Feature.Name,
                item.Subtype is { Name: not "any" } s ? s.Label : null,
                string.Join(" + ", item.Therapies.Select(t => t.Label)),
                item.Endpoint == "other" ? null : item.Endpoint,
            }.Where(t => !string.IsNullOrEmpty(t))
        );
}
