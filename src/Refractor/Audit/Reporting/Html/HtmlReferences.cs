using System.Globalization;
using System.Text;
using Refractor.Html;

namespace Refractor.Audit.Reporting.Html;

/// <summary>The reference list of a file and the papers that its entries lead to.</summary>
internal static class HtmlReferences
{
    /// <summary>Address of the list on the page.</summary>
    public static string IdOf(MarkedFile file) =>
        string.Create(CultureInfo.InvariantCulture, $"references{file.Index + 1}");

    /// <summary>The section; nothing when the file lists no references.</summary>
    public static string Of(MarkedFile file, bool isNamed)
    {
        if (file.File.References.Count == 0)
            return "";
        var (id, html) = (IdOf(file), new StringBuilder());
        var title = isNamed ? $"References of {file.Name}" : "References";
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{id}-title\">{WebPage.Escape(title)}</h2>\n");
        html.Append("<ul class=\"references\">\n");
        for (var i = 0; i < file.File.References.Count; i++)
            html.Append(Of(file.File.References[i], file.ReferenceId(i)));
        return html.Append("</ul>\n</section>\n").ToString();
    }

    private static string Of(ResolvedReference resolved, string id)
    {
        var (state, sign) = StateOf(resolved);
        var doubt = resolved.Doubt is { } d ? $"<p class=\"doubt\">{WebPage.Escape(d)}</p>\n" : "";
        return $"""
            <li id="{id}" class="{state}">
            <span class="key">{WebPage.Escape(resolved.Reference.Key)}</span>
            <div><p>{WebPage.Escape(resolved.Reference.Text)}</p>
            <p class="leads"><span class="sign" aria-hidden="true">{sign}</span> {LeadsTo(resolved)}</p>
            {doubt}</div>
            </li>

            """.ReplaceLineEndings("\n");
    }

    private static (string Class, string Sign) StateOf(ResolvedReference resolved) =>
        resolved switch
        {
            { Paper: null } => ("unknown", "?"),
            { Doubt: not null } or { Paper.Retracted: true } => ("doubtful", "✗"),
            _ => ("sound", "✓"),
        };

    private static string LeadsTo(ResolvedReference resolved) =>
        resolved.Paper is { } paper
            ? $"Leads to {HtmlText.Link(paper)}{HtmlText.Identifiers(paper)}, recognised by {WebPage.Escape(resolved.How)}"
            : WebPage.Escape(resolved.How);
}
