using Refractor.Audit.Texts;
using Refractor.Knowledge;

namespace Refractor.Audit.References;

/// <summary>
/// Checks the reference list and the citations of a text, without a network: form of identifiers, repeated and missing entries, numbering, and what
/// the knowledge says about the papers. May be used from several threads.
/// </summary>
/// <param name="matcher">Recognises the papers of the knowledge.</param>
public sealed class ReferenceCheck(ReferenceMatcher matcher)
{
    /// <summary>The problems in the order of the text; empty when there are none.</summary>
    /// <param name="text">The text with its reference list; a text without one has only the problems of its citations.</param>
    public IReadOnlyList<ReferenceProblem> Check(ReadText text) =>
        ReferenceProblem.InOrder(
            text.References.SelectMany(e => EntryRules.Check(text.Path, e).Concat(AgainstKnowledge(text.Path, e)))
                .Concat(ListRules.Check(text))
                .Concat(CitationRules.Check(text))
        );

    private IEnumerable<ReferenceProblem> AgainstKnowledge(string path, ListedReference entry)
    {
        var resolved = matcher.Resolve(entry);
        if (resolved.Doubt is { } doubt)
            yield return Doubtful(path, resolved, doubt);
        if (resolved.Paper is { Retracted: true } paper)
            yield return ReferenceProblem.Of(
                path,
                entry,
                "retracted",
                ReferenceSeverity.Error,
                $"the retracted paper {PaperText.Short(paper)}",
                "a paper that stands",
                "Remove the citation, and check whether its statement has another source."
            );
    }

    private static ReferenceProblem Doubtful(string path, ResolvedReference resolved, string doubt)
    {
        var (rule, severity, expected) = resolved switch
        {
            { Paper: null } => ("doi-wrong", ReferenceSeverity.Error, "the DOI of the paper that is meant"),
            { How: "DOI" } => ("doi-other-title", ReferenceSeverity.Error, "a DOI and a title of one paper"),
            { How: "PMID" or "PMCID" } => (
                "pmid-other-title",
                ReferenceSeverity.Error,
                "an identifier and a title of one paper"
            ),
            _ => ("reference-doubtful", ReferenceSeverity.Warning, "an entry that leads to one paper"),
        };
        return ReferenceProblem.Of(
            path,
            resolved.Reference,
            rule,
            severity,
            doubt.TrimEnd('.'),
            expected,
            "Open the paper by its DOI and correct the entry."
        );
    }
}
