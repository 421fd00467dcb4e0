using System.Globalization;
using System.Text;
using Refractor.Html;

namespace Refractor.Audit.Reporting.Html;

/// <summary>A text with its statements marked, and the notes on them beside each paragraph.</summary>
internal static class HtmlFile
{
    /// <summary>Address of the text on the page.</summary>
    public static string IdOf(MarkedFile file) => string.Create(CultureInfo.InvariantCulture, $"text{file.Index + 1}");

    /// <summary>The section of a file.</summary>
    public static string Of(MarkedFile file)
    {
        var id = IdOf(file);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<h2 id=\"{id}-title\" class=\"file\">{WebPage.Escape(file.Name)}</h2>\n<article>\n"
        );
        foreach (var paragraph in Paragraph.Of(file))
            html.Append(Of(file, paragraph));
        return html.Append("</article>\n</section>\n").ToString();
    }

    private static string Of(MarkedFile file, Paragraph paragraph)
    {
        var html = new StringBuilder();
        if (paragraph.Before.Length > 0)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<div class=\"row\"><p class=\"unread\">{WebPage.Escape(paragraph.Before)}</p></div>\n"
            );
        html.Append("<div class=\"row\">\n").Append(Prose(file, paragraph));
        var noted = paragraph.Spans.Where(s => s.Number > 0).ToList();
        if (noted.Count > 0)
            html.Append("<aside class=\"notes\" aria-label=\"Notes on this paragraph\">\n");
        foreach (var span in noted)
            html.Append(HtmlNote.Of(file, span));
        return html.Append(noted.Count > 0 ? "</aside>\n" : "").Append("</div>\n").ToString();
    }

    private static string Prose(MarkedFile file, Paragraph paragraph)
    {
        var text = Marked(file, paragraph);
        if (paragraph.Level > 0)
        {
            var level = Math.Min(6, paragraph.Level + 2);
            return string.Create(CultureInfo.InvariantCulture, $"<h{level} class=\"prose\">{text}</h{level}>\n");
        }
        return paragraph.Marker.Length > 0
            ? $"<p class=\"prose item\"><span class=\"marker\">{paragraph.Marker}</span>{text}</p>\n"
            : $"<p class=\"prose\">{text}</p>\n";
    }

    /// <summary>The characters of the paragraph from its first statement to its last, those between statements too.</summary>
    private static string Marked(MarkedFile file, Paragraph paragraph)
    {
        var inline = new InlineText(file);
        var html = new StringBuilder();
        var at = paragraph.Spans[0].Start;
        foreach (var span in paragraph.Spans)
        {
            var citations = span.Statements[0].Source.Citations;
            if (span.Start > at)
                html.Append(inline.Set(at, span.Start, citations));
            var words = inline.Set(Math.Max(at, span.Start), Math.Max(at, span.End), citations);
            html.Append(span.Number > 0 ? Mark(span, words) : words);
            at = Math.Max(at, span.End);
        }
        return html.ToString();
    }

    private static string Mark(MarkedSpan span, string words)
    {
        var label = VerdictText.Label(span.Verdict);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<mark id=\"s{span.Number}\" class=\"{HtmlText.ClassOf(span.Verdict)}\"><span class=\"words\">{words}</span>&#x2060;<a class=\"tag\" href=\"#n{span.Number}\" aria-label=\"{label}, note {span.Number}\">{HtmlText.Sign(span.Verdict)}{span.Number}</a></mark>"
        );
    }
}
