using System.Globalization;
using System.Text;
using Refractor.Answers.Writing;
using Refractor.Html;
using Refractor.Knowledge;

namespace Refractor.Audit.Reporting.Html;

/// <summary>The note beside a statement: verdict, reason, what was understood, and the evidence with its figures.</summary>
internal static class HtmlNote
{
    private const int EvidenceShown = 4;

    /// <summary>The note of a stretch of text; open from the start where something needs a second look.</summary>
    public static string Of(MarkedFile file, MarkedSpan span)
    {
        var html = new StringBuilder();
        var open = VerdictText.IsFinding(span.Verdict) ? " open" : "";
        html.Append(
            CultureInfo.InvariantCulture,
            $"<details id=\"n{span.Number}\" class=\"note {HtmlText.ClassOf(span.Verdict)}\"{open}>\n"
        );
        html.Append(
            CultureInfo.InvariantCulture,
            $"<summary>{HtmlText.Sign(span.Verdict)}<span class=\"number\">{span.Number}</span> <span class=\"label\">{HtmlText.Label(span.Verdict)}</span> {PapersOf(span)}</summary>\n"
        );
        html.Append(
            CultureInfo.InvariantCulture,
            $"<a class=\"back\" href=\"#s{span.Number}\" aria-label=\"Back to statement {span.Number}\">↩</a>\n"
        );
        foreach (var statement in span.Statements)
            html.Append(Of(file, statement, span.Statements.Count > 1));
        return html.Append("</details>\n").ToString();
    }

    private static string PapersOf(MarkedSpan span)
    {
        var papers = span.Statements.SelectMany(s => s.Evidence).Select(i => i.Paper).Distinct().ToList();
        if (papers.Count == 0)
            return "";
        var more = papers.Count > 1 ? $" +{HtmlSummary.Number(papers.Count - 1)}" : "";
        return $"<span class=\"source\">{WebPage.Escape(PaperText.Short(papers[0]))}{more}</span>";
    }

    private static string Of(MarkedFile file, AuditedStatement statement, bool isOneOfSeveral)
    {
        var html = new StringBuilder();
        if (isOneOfSeveral)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"verdict {HtmlText.ClassOf(statement.Verdict)}\">{HtmlText.Sign(statement.Verdict)} {Subject(statement)}{VerdictText.Label(statement.Verdict)}</p>\n"
            );
        foreach (var reason in statement.Reasons)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"reason\">{WebPage.Escape(reason)}</p>\n");
        html.Append(Evidence(statement.Evidence));
        html.Append(Facts(file, statement));
        return html.ToString();
    }

    private static string Subject(AuditedStatement statement)
    {
        var features = string.Join(", ", statement.Understood.Features.Select(f => f.Name));
        return features.Length > 0 ? WebPage.Escape(features) + ": " : "";
    }

    private static string Evidence(IReadOnlyList<EvidenceItem> items)
    {
        if (items.Count == 0)
            return "";
        var html = new StringBuilder(List(items, 0, Math.Min(EvidenceShown, items.Count)));
        if (items.Count > EvidenceShown)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<details class=\"more\"><summary>{items.Count - EvidenceShown} more</summary>\n{List(items, EvidenceShown, items.Count)}</details>\n"
            );
        return html.ToString();
    }

    private static string List(IReadOnlyList<EvidenceItem> items, int from, int to)
    {
        var html = new StringBuilder("<ul class=\"evidence\" aria-label=\"Evidence\">\n");
        for (var i = from; i < to; i++)
            html.Append(Of(items[i], i > from && items[i].Paper == items[i - 1].Paper));
        return html.Append("</ul>\n").ToString();
    }

    private static string Of(EvidenceItem item, bool isOfSamePaper)
    {
        var grade =
            $"<span class=\"grade\" title=\"grade of the evidence\">{WebPage.Escape(EvidenceText.Grade(item))}</span>";
        var identifiers = isOfSamePaper ? "" : HtmlText.Identifiers(item.Paper);
        return $"<li>{HtmlText.Link(item.Paper)} {grade}{identifiers}<br>{WebPage.Escape(EvidenceText.Finding(item))}. <span class=\"figures\">{WebPage.Escape(Prose.Capitalised(EvidenceText.Figures(item)))}.</span></li>\n";
    }

    private static string Facts(MarkedFile file, AuditedStatement statement)
    {
        var understood = UnderstoodText.Of(statement.Understood);
        var cited = statement.Source.Citations.Select(c => CitedPaper.Of(file.File, c)).Distinct().ToList();
        if (understood.Length == 0 && cited.Count == 0)
            return "";
        var html = new StringBuilder("<dl>\n");
        if (understood.Length > 0)
            html.Append(CultureInfo.InvariantCulture, $"<dt>Understood</dt><dd>{WebPage.Escape(understood)}</dd>\n");
        if (cited.Count > 0)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<dt>Cites</dt><dd>{WebPage.Escape(string.Join("; ", cited))}</dd>\n"
            );
        return html.Append("</dl>\n").ToString();
    }
}
