using Refractor.Audit.Texts;
using Refractor.Knowledge;

namespace Refractor.Audit.Reporting;

/// <summary>What a citation leads to, in words.</summary>
public static class CitedPaper
{
    /// <summary>"5 (Kim 2013)", or "7 (no paper of the knowledge)".</summary>
    public static string Of(AuditedFile file, Citation citation)
    {
        var paper = PaperOf(file, citation);
        var words =
            paper is not null ? PaperText.Short(paper)
            : citation.Reference is null ? "no reference"
            : "no paper of the knowledge";
        return $"{AuditFinding.KeyOf(citation)} ({words})";
    }

    /// <summary>The paper of the entry that the citation names; null when it leads to none.</summary>
    public static Paper? PaperOf(AuditedFile file, Citation citation) =>
        citation.Reference is { } reference
            ? file.References.FirstOrDefault(r => r.Reference == reference)?.Paper
            : null;
}
