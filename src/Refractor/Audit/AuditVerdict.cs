namespace Refractor.Audit;

/// <summary>What an audit says of a statement, from the gravest to the lightest finding.</summary>
public enum AuditVerdict
{
    /// <summary>The evidence says otherwise.</summary>
    Contradicted,

    /// <summary>The cited paper was retracted.</summary>
    Retracted,

    /// <summary>More is claimed than the evidence shows: cells told as patients, association as cause, one subtype as all, one side of a conflict.</summary>
    Overclaim,

    /// <summary>The reference leads to no known paper, and the evidence is held from another one.</summary>
    CitationNotFound,

    /// <summary>The evidence exists, in another paper than the one cited.</summary>
    WrongCitation,

    /// <summary>Part of it is supported; the reason says what is missing.</summary>
    PartlySupported,

    /// <summary>The evidence agrees, but no reference is given.</summary>
    Uncited,

    /// <summary>The knowledge holds nothing on it. This never means that it is false.</summary>
    NotInKnowledge,

    /// <summary>A heading, an opinion, an introduction or an offer.</summary>
    NotCheckable,

    /// <summary>The cited evidence says it.</summary>
    Supported,
}

/// <summary>The names of the verdicts.</summary>
public static class AuditVerdicts
{
    private static readonly string[] Names =
    [
        "contradicted",
        "retracted",
        "overclaim",
        "citation_not_found",
        "wrong_citation",
        "partly_supported",
        "uncited",
        "not_in_knowledge",
        "not_checkable",
        "supported",
    ];

    /// <summary>All verdicts, the gravest first.</summary>
    public static IReadOnlyList<AuditVerdict> All { get; } = Enum.GetValues<AuditVerdict>();

    /// <summary>The name of a verdict as JSON and options write it.</summary>
    public static string NameOf(AuditVerdict verdict) => Names[(int)verdict];

    /// <summary>The verdict of a name; false when there is none.</summary>
    public static bool TryParse(string name, out AuditVerdict verdict)
    {
        var index = Array.IndexOf(Names, name);
        verdict = (AuditVerdict)Math.Max(0, index);
        return index >= 0;
    }
}
