using Refractor.Audit;
using Refractor.Audit.Reporting;

namespace Refractor.Cli.Pages;

/// <summary>The statements of one audited file with what was understood, why, and the evidence.</summary>
internal static class AuditedFileBlocks
{
    private const int EvidenceShown = 3;

    public static IEnumerable<Block> Of(AuditedFile file, bool all)
    {
        yield return new Heading($"Statements of {AuditPage.NameOf(file.Path)}");
        AuditedStatement? before = null;
        foreach (var statement in file.Statements.Where(s => all || s.Verdict != AuditVerdict.NotCheckable))
        {
            var isSame = before?.Source.Start == statement.Source.Start;
            yield return Of(file, statement, isSame ? SameSentence(statement) : statement.Source.Plain, all);
            before = statement;
        }
        var hidden = file.Statements.Count(s => s.Verdict == AuditVerdict.NotCheckable);
        if (!all && hidden > 0)
            yield return new Remark(
                $"{Parts.Count(hidden, "heading, opinion or introduction", "headings, opinions and introductions")} not shown; --all shows them."
            );
    }

    /// <summary>An enumeration holds several findings; its sentence is printed with the first.</summary>
    private static string SameSentence(AuditedStatement statement)
    {
        var features = string.Join(", ", statement.Understood.Features.Select(f => f.Name));
        return features.Length > 0 ? $"The same sentence, on {features}" : "The same sentence";
    }

    private static Statement Of(AuditedFile file, AuditedStatement statement, string text, bool all)
    {
        var source = statement.Source;
        return new Statement(
            VerdictText.Sign(statement.Verdict),
            AuditPage.ToneOf(statement.Verdict),
            text,
            $"{VerdictText.Label(statement.Verdict)}, {source.Line}:{source.Column}",
            AuditPage.ToneOf(statement.Verdict),
            [.. statement.Reasons, .. Understood(statement), .. Cited(file, statement), .. Evidence(statement, all)]
        );
    }

    private static IEnumerable<string> Understood(AuditedStatement statement)
    {
        if (UnderstoodText.Of(statement.Understood) is { Length: > 0 } text)
            yield return $"Understood: {text}.";
    }

    private static IEnumerable<string> Cited(AuditedFile file, AuditedStatement statement)
    {
        var cited = statement.Source.Citations.Select(c => CitedPaper.Of(file, c)).Distinct().ToList();
        if (cited.Count > 0)
            yield return $"Cites: {string.Join("; ", cited)}.";
    }

    private static IEnumerable<string> Evidence(AuditedStatement statement, bool all)
    {
        var shown = all ? statement.Evidence : statement.Evidence.Take(EvidenceShown);
        foreach (var item in shown)
            yield return EvidenceText.Line(item);
        if (!all && statement.Evidence.Count > EvidenceShown)
            yield return $"{Parts.Count(statement.Evidence.Count - EvidenceShown, "more evidence item")}; --all shows them.";
    }
}
