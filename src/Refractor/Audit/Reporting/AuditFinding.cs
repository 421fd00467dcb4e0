using Refractor.Audit.Texts;
using Refractor.Knowledge;

namespace Refractor.Audit.Reporting;

/// <summary>A statement that needs a look, with its file.</summary>
/// <param name="File">The file.</param>
/// <param name="Statement">The statement.</param>
public sealed record AuditFinding(AuditedFile File, AuditedStatement Statement)
{
    /// <summary>"answer.md:12:5".</summary>
    public string Place => PlaceOf(File.Path, Statement.Source.Line, Statement.Source.Column);

    /// <summary>The first reason; what the verdict means when none is given.</summary>
    public string Reason => Statement.Reasons.Count > 0 ? Statement.Reasons[0] : VerdictText.Meaning(Statement.Verdict);

    /// <summary>The papers of the evidence, each once, in the order of the evidence.</summary>
    public IReadOnlyList<Paper> Papers => [.. Statement.Evidence.Select(i => i.Paper).Distinct()];

    /// <summary>All findings, the gravest verdict first, then in text order.</summary>
    public static IReadOnlyList<AuditFinding> Of(AuditReport report) =>
        [
            .. report
                .Files.SelectMany(f => f.Statements.Select(s => new AuditFinding(f, s)))
                .Where(f => VerdictText.IsFinding(f.Statement.Verdict))
                .OrderBy(f => f.Statement.Verdict),
        ];

    /// <summary>A place as editors and terminals read it.</summary>
    public static string PlaceOf(string path, int line, int column) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(path == "-" ? "standard input" : path)}:{line}:{column}"
        );

    /// <summary>What stands for a citation in reports: the key of its reference, its DOI, or the mark itself.</summary>
    public static string KeyOf(Citation citation) => citation.Reference?.Key ?? citation.Doi ?? citation.Mark;
}
