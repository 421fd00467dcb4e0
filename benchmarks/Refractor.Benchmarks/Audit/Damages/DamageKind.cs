using Refractor.Audit;

namespace Refractor.Benchmarks.Audit.Damages;

/// <summary>What was done to a sentence.</summary>
public enum DamageKind
{
    /// <summary>Nothing: the sentence is true.</summary>
    None,

    /// <summary>Resistance told as sensitivity, or the reverse.</summary>
    Direction,

    /// <summary>Another feature of the same type, on which the cited paper says nothing.</summary>
    Feature,

    /// <summary>A therapy of another class, for which nothing says so.</summary>
    Therapy,

    /// <summary>One figure changed by much.</summary>
    Number,

    /// <summary>Told of all patients or of a subtype in which the finding differs.</summary>
    Subtype,

    /// <summary>Another reference of the list, which says nothing on it.</summary>
    Citation,

    /// <summary>A well-formed reference to no paper.</summary>
    InventedDoi,

    /// <summary>Models told as patients, association as cause, treated patients only as predictive.</summary>
    Design,

    /// <summary>One side of a conflict told as settled.</summary>
    Conflict,
}

/// <summary>Names of the damages and the verdicts that catch them.</summary>
public static class DamageKinds
{
    private static readonly AuditVerdict[] Faults =
    [
        AuditVerdict.Contradicted,
        AuditVerdict.Retracted,
        AuditVerdict.Overclaim,
        AuditVerdict.CitationNotFound,
        AuditVerdict.WrongCitation,
        AuditVerdict.PartlySupported,
    ];

    /// <summary>All damages, without <see cref="DamageKind.None"/>.</summary>
    public static IReadOnlyList<DamageKind> All { get; } = [.. Enum.GetValues<DamageKind>().Skip(1)];

    /// <summary>The name as files write it.</summary>
    public static string NameOf(DamageKind kind) =>
        kind == DamageKind.InventedDoi ? "invented_doi" : kind.ToString().ToLowerInvariant();

    /// <summary>Verdicts that catch the damage; for an untouched sentence, those that recognise it.</summary>
    public static IReadOnlyList<AuditVerdict> Accepted(DamageKind kind) =>
        kind switch
        {
            DamageKind.None => [AuditVerdict.Supported, AuditVerdict.PartlySupported],
            DamageKind.Citation => [AuditVerdict.WrongCitation],
            DamageKind.InventedDoi => [AuditVerdict.CitationNotFound, AuditVerdict.WrongCitation],
            DamageKind.Feature or DamageKind.Therapy => [.. Faults, AuditVerdict.NotInKnowledge],
            _ => Faults,
        };

    /// <summary>Whether the verdict on an untouched sentence is a false alarm.</summary>
    public static bool IsAlarm(AuditVerdict verdict) =>
        verdict
            is AuditVerdict.Contradicted
                or AuditVerdict.Overclaim
                or AuditVerdict.WrongCitation
                or AuditVerdict.CitationNotFound
                or AuditVerdict.Retracted;
}
