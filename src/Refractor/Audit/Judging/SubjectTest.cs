using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Judging;

/// <summary>Finds where the deciding item is on another feature or therapy than the statement, or its paper does not name what the statement names beside it.</summary>
internal sealed class SubjectTest(EvidenceProfiles profiles)
{
    public IEnumerable<Finding> Find(Compared compared)
    {
        if (IsOtherFeature(compared))
            yield return OtherFeature(compared);
        if (Unnamed(compared) is { } unnamed)
            yield return unnamed;
        if (compared.Chosen.Therapy < 0)
            yield return OtherTherapy(compared);
    }

    /// <summary>A gene beside the subject, such as a target, of which the paper that is cited says nothing.</summary>
    private Finding? Unnamed(Compared compared)
    {
        if (!compared.IsCited || !compared.Chosen.IsSame)
            return null;
        var paper = profiles
            .Pack.Index.RowsOfPaper(compared.Item.Paper.Index)
            .ToArray()
            .Select(r => profiles[r])
            .ToList();
        var beside = compared.Reading.Named.FirstOrDefault(n =>
            n.Feature.Type == FeatureType.Gene && n.Start >= 0 && !paper.Exists(p => p.Tells(n.Feature))
        );
        return beside is null
            ? null
            : new Finding(
                AuditVerdict.PartlySupported,
                $"what is held of {PaperText.Short(compared.Item.Paper)} does not name {beside.Feature.Name}"
            );
    }

    private static bool IsOtherFeature(Compared compared) =>
        compared.Reading.Named.Count > 0
        && !compared.Chosen.IsSame
        && !compared.Reading.Named.Any(n => compared.Chosen.Profile.Tells(n.Feature));

    private static Finding OtherFeature(Compared compared) =>
        compared.Chosen.Subject == 0
            ? new(
                AuditVerdict.Contradicted,
                $"{PaperText.Short(compared.Item.Paper)} found this for {compared.Item.Feature.Name}, not for {compared.Reading.Named[0].Feature.Name}"
            )
            : new(AuditVerdict.PartlySupported, $"the nearest evidence is on {compared.Item.Feature.Name}");

    private static Finding OtherTherapy(Compared compared) =>
        new(
            compared.Chosen.Numbers > 0 ? AuditVerdict.Contradicted : AuditVerdict.PartlySupported,
            $"shown for {string.Join(" + ", compared.Item.Therapies.Select(t => t.Label))}, not for {compared.Reading.Therapies[0].Label}"
        );
}
