using System.Text;
using Refractor.Html;

namespace Refractor.Audit.Reporting.Html;

/// <summary>Writes the result of an audit as one web page: no script, nothing loaded from elsewhere.</summary>
public static class AuditHtml
{
    private static readonly Lazy<string> Style = new(() => WebPage.Resource(typeof(AuditHtml), "audit.css"));

    /// <summary>The page; everything that comes from the texts is escaped.</summary>
    /// <param name="report">The report.</param>
    /// <param name="version">Version of Refractor.</param>
    public static string Of(AuditReport report, string version)
    {
        var files = MarkedFile.Of(report);
        var html = new StringBuilder();
        html.Append(WebPage.Head(TitleOf(files), Style.Value, "Skip to the findings"));
        html.Append(HtmlSummary.Of(report, files, TitleOf(files)));
        html.Append("<main id=\"content\">\n");
        html.Append(HtmlFindings.Of(report, files));
        foreach (var file in files)
            html.Append(HtmlFile.Of(file));
        html.Append(HtmlFindings.Disagreements(report, files));
        foreach (var file in files)
            html.Append(HtmlReferences.Of(file, files.Count > 1));
        html.Append("</main>\n").Append(Foot(report, version)).Append("</body>\n</html>\n");
        return html.ToString();
    }

    private static string TitleOf(IReadOnlyList<MarkedFile> files) =>
        files.Count == 1 ? $"Audit of {files[0].Name}" : $"Audit of {files.Count} texts";

    private static string Foot(AuditReport report, string version) =>
        $"""
            <footer>
            <p>Knowledge {WebPage.Escape(report.Knowledge.Version)} (digest {WebPage.Escape(
                report.Knowledge.Digest
            )}), {HtmlSummary.Number(report.Knowledge.Items)} evidence items. Refractor {WebPage.Escape(version)}.</p>
            <p><strong>For research use only.</strong> A verdict compares a sentence with the evidence that the knowledge holds. What the knowledge does not hold may still be true.</p>
            </footer>

            """.ReplaceLineEndings(
            "\n"
        );
}
