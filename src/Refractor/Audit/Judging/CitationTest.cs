using Refractor.Knowledge;

namespace Refractor.Audit.Judging;

/// <summary>What the citations of a statement lead to.</summary>
/// <param name="Papers">Papers of the knowledge.</param>
/// <param name="Unresolved">References that lead to none of them.</param>
/// <param name="IsMissing">Whether a mark has no entry in the reference list.</param>
internal sealed record CitedPapers(
    IReadOnlySet<Paper> Papers,
    IReadOnlyList<ResolvedReference> Unresolved,
    bool IsMissing
);

/// <summary>Says whether the cited paper is the one that holds the evidence; asked only of statements whose content holds.</summary>
internal static class CitationTest
{
    public static IEnumerable<Finding> Find(Compared compared, CitedPapers cited)
    {
        var statement = compared.Reading.Source;
        var holder = PaperText.Short(compared.Item.Paper);
        if (statement.Citations.Count == 0)
        {
            yield return new Finding(AuditVerdict.Uncited, $"no reference is given; {holder} holds the evidence");
            yield break;
        }
        if (cited.Papers.FirstOrDefault(p => p.Retracted) is { } retracted)
            yield return new Finding(AuditVerdict.Retracted, Retracted(retracted));
        if (compared.Support.Any(f => cited.Papers.Contains(f.Item.Paper)))
            yield break;
        if (cited.Unresolved.FirstOrDefault(r => r.Doubt is not null || IsImpostor(r, compared)) is { } doubtful)
            yield return new Finding(
                AuditVerdict.CitationNotFound,
                doubtful.Doubt
                    ?? $"reference {doubtful.Reference.Key} leads to no known paper; the evidence is in {holder}"
            );
        else if (cited.IsMissing && cited.Papers.Count == 0)
            yield return new Finding(
                AuditVerdict.CitationNotFound,
                $"the mark names no entry of the reference list; the evidence is in {holder}"
            );
        else if (cited.Unresolved.Count == 0)
            yield return new Finding(
                AuditVerdict.WrongCitation,
                $"the evidence is in {holder}, not in {string.Join(", ", cited.Papers.Select(PaperText.Short))}"
            );
        else
            yield return new Finding(
                AuditVerdict.CitationNotFound,
                $"reference {cited.Unresolved[0].Reference.Key} leads to no paper of the knowledge, which holds the same from {holder}; look it up with --online"
            );
    }

    /// <summary>Why a retracted paper supports nothing.</summary>
    public static string Retracted(Paper paper) => $"{PaperText.Short(paper)} was retracted and supports nothing";

    /// <summary>An entry with the first author of the paper that holds the evidence and with another year or DOI.</summary>
    private static bool IsImpostor(ResolvedReference reference, Compared compared) =>
        reference.Reference.FirstAuthor is { Length: > 1 } author
        && compared.Support.Any(f =>
            string.Equals(PaperText.FamilyName(f.Item.Paper), author, StringComparison.OrdinalIgnoreCase)
        );
}
