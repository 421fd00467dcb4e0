using System.Globalization;
using System.Text;
using Refractor.Html;

namespace Refractor.Audit.Reporting.Html;

/// <summary>The head of the page: title, counts as bars that are switches too, and the way to the parts.</summary>
internal static class HtmlSummary
{
    /// <summary>The header element.</summary>
    public static string Of(AuditReport report, IReadOnlyList<MarkedFile> files, string title)
    {
        var html = new StringBuilder("<header class=\"top\">\n");
        html.Append("<p class=\"brand\">Refractor audit report</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{WebPage.Escape(title)}</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"lead\">{Lead(report)}</p>\n");
        html.Append(Bars(report)).Append(Ways(report, files)).Append("</header>\n");
        return html.ToString();
    }

    /// <summary>A number with thousands separated.</summary>
    public static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Lead(AuditReport report)
    {
        var all = report.Files.Sum(f => f.Statements.Count);
        var looked = all - report.Count(AuditVerdict.NotCheckable);
        var findings = AuditVerdicts.All.Where(VerdictText.IsFinding).Sum(report.Count);
        var supported = report.Count(AuditVerdict.Supported);
        return $"Of {Number(looked)} statements that can be checked, {Number(supported)} {(supported == 1 ? "is" : "are")} supported by the evidence cited and {Number(findings)} {(findings == 1 ? "needs" : "need")} a second look.";
    }

    private static string Bars(AuditReport report)
    {
        var shown = AuditVerdicts.All.Where(v => report.Count(v) > 0).ToList();
        if (shown.Count == 0)
            return "<p>No statement was found.</p>\n";
        var most = shown.Max(report.Count);
        var html = new StringBuilder("<fieldset class=\"bars\">\n<legend>Statements by verdict</legend>\n");
        foreach (var verdict in shown)
            html.Append(Bar(verdict, report.Count(verdict), most));
        html.Append("<p class=\"hint\">Clear a box to hide the marks and notes of a verdict.</p>\n</fieldset>\n");
        return html.ToString();
    }

    private static string Bar(AuditVerdict verdict, int count, int most)
    {
        var name = AuditVerdicts.NameOf(verdict);
        var width = (100.0 * count / most).ToString("0.#", CultureInfo.InvariantCulture);
        return $"""
            <label class="bar {HtmlText.ClassOf(verdict)}" title="{WebPage.Escape(VerdictText.Meaning(verdict))}">
            {(
                verdict == AuditVerdict.NotCheckable
                    ? "<span></span>"
                    : $"<input type=\"checkbox\" id=\"show-{name}\" checked>"
            )}
            {HtmlText.Sign(verdict)}<span class="label">{HtmlText.Label(verdict)}</span>
            <span class="track" aria-hidden="true"><span class="fill" style="width:{width}%"></span></span>
            <span class="count">{Number(count)}</span>
            </label>

            """.ReplaceLineEndings(
            "\n"
        );
    }

    private static string Ways(AuditReport report, IReadOnlyList<MarkedFile> files)
    {
        var ways = new List<(string Target, string Name)>();
        if (AuditFinding.Of(report).Count > 0)
            ways.Add(("findings", "Look at these first"));
        ways.AddRange(files.Select(f => (HtmlFile.IdOf(f), files.Count == 1 ? "The text" : f.Name)));
        if (report.Disagreements.Count > 0)
            ways.Add(("disagreements", "Disagreements"));
        ways.AddRange(
            files
                .Where(f => f.File.References.Count > 0)
                .Select(f => (HtmlReferences.IdOf(f), files.Count == 1 ? "References" : $"References of {f.Name}"))
        );
        var links = ways.Select(w => $"<a href=\"#{w.Target}\">{WebPage.Escape(w.Name)}</a>");
        return $"<nav aria-label=\"Parts of the report\">{string.Join("\n", links)}</nav>\n";
    }
}
