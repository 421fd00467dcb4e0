using Refractor.Audit.Texts;

namespace Refractor.Audit.References;

/// <summary>What is wrong with an entry of a reference list by itself.</summary>
internal static class EntryRules
{
    public const string ExpectedDoi = "a DOI such as 10.1000/xyz123";
    public const string CopyDoi = "Copy the DOI from the page of the paper.";

    public static IEnumerable<ReferenceProblem> Check(string path, ListedReference entry)
    {
        if (entry.Doi is { } doi && DoiFault(doi) is { } fault)
            yield return ReferenceProblem.Of(
                path,
                entry,
                "doi-syntax",
                ReferenceSeverity.Error,
                $"'{doi}', {fault}",
                ExpectedDoi,
                CopyDoi
            );
        if (entry.Pmid is { } pmid && !ReferenceIdentifiers.IsPmid(pmid))
            yield return ReferenceProblem.Of(
                path,
                entry,
                "pmid-syntax",
                ReferenceSeverity.Error,
                $"'{pmid}'",
                "a PMID of one to eight digits",
                "Look the paper up in PubMed."
            );
        if (!IsIdentified(entry))
            yield return ReferenceProblem.Of(
                path,
                entry,
                "entry-unidentified",
                ReferenceSeverity.Warning,
                "neither DOI, PMID, PMCID nor title",
                "at least one of them",
                "Add the DOI."
            );
    }

    /// <summary>Why a DOI as written is none; null when it is one.</summary>
    public static string? DoiFault(string written)
    {
        var doi = ReferenceIdentifiers.Doi(written);
        return doi switch
        {
            null => "which holds no characters",
            _ when ReferenceIdentifiers.IsDoi(doi) => null,
            _ when !doi.StartsWith("10.", StringComparison.Ordinal) => "which does not begin with 10.",
            _ when doi.Any(char.IsWhiteSpace) => "which holds a space",
            _ when !doi.Contains('/', StringComparison.Ordinal) => "which has no slash",
            _ when doi[^1] is '-' or '/' or '_' or '(' => "which is cut off",
            _ => "which has no registrant of four to nine digits",
        };
    }

    private static bool IsIdentified(ListedReference entry) =>
        entry.Doi is not null
        || entry.Pmid is not null
        || entry.Title is { Length: > 0 }
        || ReferenceIdentifiers.Pmcid(entry.Text) is not null
        || ReferenceIdentifiers.PmidIn(entry.Text) is not null
        || ReferenceIdentifiers.DoisIn(entry.Text).Any(ReferenceIdentifiers.IsDoi);
}
