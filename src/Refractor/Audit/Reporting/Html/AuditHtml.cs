using System.Text;

namespace Refractor.Audit.Reporting.Html;

/// <summary>Writes the result of an audit as one web page: no script, nothing loaded from elsewhere.</summary>
public static class AuditHtml
{
    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>The page; everything that comes from the texts is escaped.</summary>
    /// <param name="report">The report.</param>
    /// <param name="version">Version of Refractor.</param>
    public static string Of(AuditReport report, string version)
    {
        var files = MarkedFile.Of(report);
        var html = new StringBuilder();
        html.Append(Head(TitleOf(files)));
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

    private static string Head(string title) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="referrer" content="no-referrer">
            <meta name="color-scheme" content="light dark">
            <title>{HtmlText.Escape(title)}</title>
            <style>
            {Style.Value}</style>
            </head>
            <body>
            <a class="skip" href="#content">Skip to the findings</a>

            """.ReplaceLineEndings("\n");

    private static string Foot(AuditReport report, string version) =>
        $"""
            <footer>
            <p>Knowledge {HtmlText.Escape(report.Knowledge.Version)} (digest {HtmlText.Escape(
                report.Knowledge.Digest
            )}), {HtmlSummary.Number(report.Knowledge.Items)} evidence items. Refractor {HtmlText.Escape(version)}.</p>
            <p><strong>For research use only.</strong> A verdict compares a sentence with the evidence that the knowledge holds. What the knowledge does not hold may still be true.</p>
            </footer>

            """.ReplaceLineEndings(
            "\n"
        );

    private static string ReadStyle()
    {
        using var stream = typeof(AuditHtml).Assembly.GetManifestResourceStream("audit.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
