namespace Refractor.Audit.Reporting;

/// <summary>The words and signs by which reports show verdicts.</summary>
public static class VerdictText
{
    /// <summary>The name as a reader sees it: "wrong citation".</summary>
    public static string Label(AuditVerdict verdict) => AuditVerdicts.NameOf(verdict).Replace('_', ' ');

    /// <summary>A sign that tells the verdicts apart without colour.</summary>
    public static string Sign(AuditVerdict verdict) =>
        verdict switch
        {
            AuditVerdict.Contradicted => "✗",
            AuditVerdict.Retracted => "⊘",
            AuditVerdict.Overclaim => "▲",
            AuditVerdict.CitationNotFound => "?",
            AuditVerdict.WrongCitation => "⇄",
            AuditVerdict.PartlySupported => "◐",
            AuditVerdict.Uncited => "○",
            AuditVerdict.NotInKnowledge => "–",
            AuditVerdict.NotCheckable => "·",
            _ => "✓",
        };

    /// <summary>What the verdict says, in one or two sentences.</summary>
    public static string Meaning(AuditVerdict verdict) =>
        verdict switch
        {
            AuditVerdict.Contradicted => "The evidence says otherwise.",
            AuditVerdict.Retracted => "The cited paper was retracted.",
            AuditVerdict.Overclaim =>
                "More is claimed than the evidence shows: cells told as patients, association as cause, one subtype as all, one side of a conflict.",
            AuditVerdict.CitationNotFound =>
                "The reference leads to no known paper, and the evidence is held from another one.",
            AuditVerdict.WrongCitation => "The evidence exists, in another paper than the one cited.",
            AuditVerdict.PartlySupported => "Part of it is supported; the reason says what is missing.",
            AuditVerdict.Uncited => "The evidence agrees, but no reference is given.",
            AuditVerdict.NotInKnowledge => "The knowledge holds nothing on it. This never means that it is false.",
            AuditVerdict.NotCheckable => "A heading, an opinion, an introduction or an offer.",
            _ => "The cited evidence says it.",
        };

    /// <summary>What an author can do about it; empty where nothing is to be done.</summary>
    public static string Advice(AuditVerdict verdict) =>
        verdict switch
        {
            AuditVerdict.Contradicted =>
                "Read the papers named and correct the statement, or cite the paper that shows it.",
            AuditVerdict.Retracted => "Remove the reference, and the statement when nothing else supports it.",
            AuditVerdict.Overclaim =>
                "Say what was studied: the model, the subtype, the design, and findings for the other side.",
            AuditVerdict.CitationNotFound => "Look the reference up by its title; remove it when no such paper exists.",
            AuditVerdict.WrongCitation => "Cite the paper that reports the finding.",
            AuditVerdict.PartlySupported => "Correct or cite the part that the reason names.",
            AuditVerdict.Uncited => "Cite one of the papers named.",
            AuditVerdict.NotInKnowledge => "Check the statement by hand.",
            _ => "",
        };

    /// <summary>Whether the verdict stands among the findings to look at first: something is wrong or missing.</summary>
    public static bool IsFinding(AuditVerdict verdict) => verdict <= AuditVerdict.PartlySupported;
}
