using Refractor.Audit.References;

namespace Refractor.Audit.Reporting;

/// <summary>A rule for references.</summary>
/// <param name="Id">Its name, such as "doi-other-title".</param>
/// <param name="Severity">Severity of its problems.</param>
/// <param name="Meaning">What a problem of it says, in one sentence.</param>
/// <param name="Help">What to do, in one sentence.</param>
public sealed record ReferenceRule(string Id, ReferenceSeverity Severity, string Meaning, string Help);

/// <summary>All rules for references, as reports describe them.</summary>
public static class ReferenceRules
{
    private const string Correct = "Open the paper by its identifier; correct the entry or remove the citation.";

    /// <summary>The rules, those without the network first, the gravest first.</summary>
    public static IReadOnlyList<ReferenceRule> All { get; } =
    [
        Error("retracted", "The cited paper was retracted.", "Remove the citation; look for another source."),
        Error("doi-wrong", "The DOI is not that of the paper that the entry describes.", Correct),
        Error("doi-other-title", "The DOI leads to a paper with another title.", Correct),
        Error("pmid-other-title", "The PMID or PMCID leads to a paper with another title.", Correct),
        Error("doi-syntax", "The DOI has not the form of one.", "Copy the DOI from the page of the paper."),
        Error("pmid-syntax", "The PMID has not the form of one.", "Look the paper up in PubMed."),
        Error("cited-not-listed", "A citation has no entry.", "Add the entry, or remove the citation."),
        Warning("reference-doubtful", "The parts of the entry do not fit one paper.", Correct),
        Warning("entry-unidentified", "The entry has neither an identifier nor a title.", "Add the DOI."),
        Warning("entry-repeated", "Two entries are the same paper.", "Keep one of the entries."),
        Warning("numbering", "The numbers of the list do not ascend.", "Renumber the list and its citations."),
        Warning("listed-not-cited", "No citation leads to the entry.", "Cite the entry, or remove it."),
        Note("numbering-gap", "A number is missing in the list.", "Look for a lost entry."),
        Error("online-retracted", "An index marks the paper as retracted.", "Remove the citation."),
        Error("online-retraction-notice", "The entry is the notice of a retraction.", "Remove the citation."),
        Error("online-doi-unknown", "The DOI is not registered.", Correct),
        Error("online-pmid-unknown", "No paper has the PMID.", Correct),
        Error("online-title-differs", "The identifier is that of another title.", Correct),
        Error("online-identifiers-differ", "DOI and PMID are those of two papers.", Correct),
        Warning("online-entry-differs", "An index has another first author or year.", Correct),
        Warning("online-not-found", "No paper with the title was found.", "Look the paper up by hand."),
        Warning("online-unreachable", "An index gave no answer.", "Check the connection and try again."),
    ];

    private static Dictionary<string, ReferenceRule> ById { get; } = All.ToDictionary(r => r.Id);

    /// <summary>The rule of a problem.</summary>
    public static ReferenceRule Of(ReferenceProblem problem) => ById[problem.Rule];

    private static ReferenceRule Error(string id, string meaning, string help) =>
        new(id, ReferenceSeverity.Error, meaning, help);

    private static ReferenceRule Warning(string id, string meaning, string help) =>
        new(id, ReferenceSeverity.Warning, meaning, help);

    private static ReferenceRule Note(string id, string meaning, string help) =>
        new(id, ReferenceSeverity.Note, meaning, help);
}
