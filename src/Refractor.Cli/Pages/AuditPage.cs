using Refractor.Audit;
using Refractor.Audit.Reporting;

namespace Refractor.Cli.Pages;

/// <summary>Lays an audit out for reading: the summary first, then each file statement by statement.</summary>
internal static class AuditPage
{
    private const int FindingsFirst = 10;
    private const int PapersNamed = 3;

    public static Page Of(AuditReport report, string version, bool all)
    {
        var blocks = new List<Block> { new Title(TitleOf(report)) };
        blocks.AddRange(Summary(report, all));
        foreach (var file in report.Files)
            blocks.AddRange(AuditedFileBlocks.Of(file, all));
        blocks.AddRange(Disagreements(report));
        foreach (var file in report.Files)
            blocks.AddRange(AuditReferenceBlocks.Of(file.Path, file.References, report.Files.Count > 1));
        blocks.Add(Parts.Footer(report.Knowledge, version));
        return new Page(blocks);
    }

    /// <summary>"3 contradicted, 1 wrong citation, 12 supported".</summary>
    public static string Counts(AuditReport report)
    {
        var counts = AuditVerdicts
            .All.Where(v => report.Count(v) > 0)
            .Select(v => $"{Parts.Number(report.Count(v))} {VerdictText.Label(v)}");
        return string.Join(", ", counts) is { Length: > 0 } text ? text : "no statement";
    }

    /// <summary>How a verdict is meant.</summary>
    public static Tone ToneOf(AuditVerdict verdict) =>
        verdict switch
        {
            <= AuditVerdict.WrongCitation => Tone.Bad,
            AuditVerdict.PartlySupported => Tone.Notice,
            AuditVerdict.Supported => Tone.Good,
            _ => Tone.Quiet,
        };

    /// <summary>Name of a file in a title.</summary>
    public static string NameOf(string path) => path == "-" ? "standard input" : path;

    private static string TitleOf(AuditReport report) =>
        report.Files.Count == 1
            ? $"Audit of {NameOf(report.Files[0].Path)}"
            : $"Audit of {Parts.Count(report.Files.Count, "text")}";

    private static IEnumerable<Block> Summary(AuditReport report, bool all)
    {
        var rows = AuditVerdicts
            .All.Where(v => report.Count(v) > 0)
            .Select(v =>
                (IReadOnlyList<string>)
                    [VerdictText.Sign(v), VerdictText.Label(v), Parts.Number(report.Count(v)), VerdictText.Meaning(v)]
            )
            .ToList();
        if (rows.Count == 0)
            yield return new Remark("No statement was found in the text.", Tone.Notice);
        else
            yield return new Table([new(""), new("verdict"), new("statements", IsNumber: true), new("meaning")], rows);
        foreach (var block in Findings(AuditFinding.Of(report), all))
            yield return block;
    }

    private static IEnumerable<Block> Findings(IReadOnlyList<AuditFinding> findings, bool all)
    {
        if (findings.Count == 0)
            yield break;
        yield return new Heading("Look at these first");
        foreach (var finding in all ? findings : findings.Take(FindingsFirst))
            yield return Of(finding);
        if (!all && findings.Count > FindingsFirst)
            yield return new Remark(
                $"{Parts.Count(findings.Count - FindingsFirst, "more finding")} below, each with its statement."
            );
    }

    private static Statement Of(AuditFinding finding)
    {
        var verdict = finding.Statement.Verdict;
        var papers = string.Join("; ", finding.Papers.Take(PapersNamed).Select(EvidenceText.Source));
        return new Statement(
            VerdictText.Sign(verdict),
            ToneOf(verdict),
            finding.Statement.Source.Plain,
            $"{VerdictText.Label(verdict)}, {finding.Place}",
            ToneOf(verdict),
            papers.Length > 0 ? [finding.Reason, papers] : [finding.Reason]
        );
    }

    private static IEnumerable<Block> Disagreements(AuditReport report)
    {
        if (report.Disagreements.Count == 0)
            yield break;
        yield return new Heading("Statements that cannot both hold");
        foreach (var disagreement in report.Disagreements)
            yield return new Statement(
                "≠",
                Tone.Notice,
                disagreement.Reason,
                Details: [Side(disagreement.FileA, disagreement.A), Side(disagreement.FileB, disagreement.B)]
            );
    }

    private static string Side(string path, AuditedStatement statement) =>
        $"{AuditFinding.PlaceOf(path, statement.Source.Line, statement.Source.Column)} {statement.Source.Plain}";
}
