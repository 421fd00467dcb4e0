using System.Text;
using Refractor.Html;

namespace Refractor.Cli.Pages.Html;

/// <summary>Sets a table.</summary>
internal static class HtmlTable
{
    public static string Of(Table table)
    {
        var html = new StringBuilder("<div class=\"table\"><table>\n<thead><tr>");
        foreach (var column in table.Columns)
            html.Append(Cell("th", WebPage.Escape(column.Name), column.IsNumber));
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var c = 0; c < row.Count; c++)
                html.Append(Cell("td", WebPage.Escape(row[c]), table.Columns[c].IsNumber));
            html.Append("</tr>\n");
        }
        return html.Append("</tbody>\n</table></div>\n").ToString();
    }

    /// <param name="tag">th or td.</param>
    /// <param name="html">Content, escaped.</param>
    /// <param name="isNumber">Whether it stands to the right.</param>
    public static string Cell(string tag, string html, bool isNumber) =>
        isNumber ? $"<{tag} class=\"number\">{html}</{tag}>" : $"<{tag}>{html}</{tag}>";
}
