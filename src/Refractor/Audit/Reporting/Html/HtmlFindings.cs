using System.Globalization;
using System.Text;
using Refractor.Html;

namespace Refractor.Audit.Reporting.Html;

/// <summary>The lists over all files: the gravest findings, and statements that cannot both hold.</summary>
internal static class HtmlFindings
{
    private const int Shown = 10;
    private const int PapersNamed = 3;

    /// <summary>The gravest findings; nothing when there are none.</summary>
    public static string Of(AuditReport report, IReadOnlyList<MarkedFile> files)
    {
        var findings = AuditFinding.Of(report);
        if (findings.Count == 0)
            return "";
        var html = new StringBuilder("<section id=\"findings\" aria-labelledby=\"findings-title\">\n");
        html.Append("<h2 id=\"findings-title\">Look at these first</h2>\n<ol class=\"findings\">\n");
        foreach (var finding in findings.Take(Shown))
            html.Append(Of(finding, files));
        html.Append("</ol>\n");
        if (findings.Count > Shown)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"hint\">{findings.Count - Shown} more are marked in the text.</p>\n"
            );
        return html.Append("</section>\n").ToString();
    }

    /// <summary>Statements that cannot both hold; nothing when there are none.</summary>
    public static string Disagreements(AuditReport report, IReadOnlyList<MarkedFile> files)
    {
        if (report.Disagreements.Count == 0)
            return "";
        var html = new StringBuilder("<section id=\"disagreements\" aria-labelledby=\"disagreements-title\">\n");
        html.Append("<h2 id=\"disagreements-title\">Statements that cannot both hold</h2>\n<ul class=\"pairs\">\n");
        foreach (var pair in report.Disagreements)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><p class=\"reason\">{WebPage.Escape(pair.Reason)}</p>\n");
            html.Append(Side(pair.A, pair.FileA, files)).Append(Side(pair.B, pair.FileB, files)).Append("</li>\n");
        }
        return html.Append("</ul>\n</section>\n").ToString();
    }

    private static string Of(AuditFinding finding, IReadOnlyList<MarkedFile> files)
    {
        var verdict = finding.Statement.Verdict;
        var papers = string.Join(
            "; ",
            finding.Papers.Take(PapersNamed).Select(p => HtmlText.Link(p) + HtmlText.Identifiers(p))
        );
        return $"""
            <li class="{HtmlText.ClassOf(verdict)}">
            <p class="verdict">{HtmlText.Sign(verdict)} {HtmlText.Label(verdict)}</p>
            <blockquote>{Quote(finding.Statement, finding.File.Path, files)}</blockquote>
            <p class="reason">{WebPage.Escape(finding.Reason)}</p>
            {(papers.Length > 0 ? $"<p class=\"papers\">{papers}</p>\n" : "")}</li>

            """.ReplaceLineEndings("\n");
    }

    private static string Side(AuditedStatement statement, string path, IReadOnlyList<MarkedFile> files) =>
        $"<blockquote>{Quote(statement, path, files)}</blockquote>\n";

    /// <summary>The sentence, linked to its place in the text, with file and line.</summary>
    private static string Quote(AuditedStatement statement, string path, IReadOnlyList<MarkedFile> files)
    {
        var source = statement.Source;
        var place = files.Count == 1 ? $"line {source.Line}" : AuditFinding.PlaceOf(path, source.Line, source.Column);
        var sentence = WebPage.Escape(statement.Source.Plain);
        var number = files
            .FirstOrDefault(f => f.File.Path == path)
            ?.Spans.FirstOrDefault(s => s.Start == statement.Source.Start)
            ?.Number;
        var linked = number is > 0 ? $"<a href=\"#s{number}\">{sentence}</a>" : sentence;
        return $"{linked} <span class=\"place\">{WebPage.Escape(place)}</span>";
    }
}
