using System.Globalization;
using System.Text;
using Refractor.Html;
using Refractor.Plots;

namespace Refractor.Cli.Pages.Html;

/// <summary>Sets a figure with its caption, its numbers and what saves them.</summary>
internal static class HtmlFigure
{
    /// <summary>Longer tables are cut on the page; what saves them has every row.</summary>
    private const int RowsShown = 200;

    /// <param name="figure">The figure.</param>
    /// <param name="id">Its name on the page, and of the files that are saved.</param>
    public static string Of(Figure figure, string id)
    {
        var html = new StringBuilder();
        html.Append(
            $"""
            <figure class="figure" id="{id}">
            <div class="plot" role="img" aria-label="{WebPage.Escape(figure.Title)}"></div>
            <figcaption>{WebPage.Escape(figure.Caption)}</figcaption>
            <div class="tools"><button type="button" data-save="svg">Save as SVG</button><button type="button" data-save="png">Save as PNG</button><button type="button" data-save="json">Save the specification</button></div>
            <details class="numbers"><summary>The numbers of this figure</summary>

            """.ReplaceLineEndings("\n")
        );
        foreach (var table in figure.Tables)
            html.Append(Of(table, figure.Tables.Count > 1));
        html.Append("</details>\n<script type=\"application/json\">")
            .Append(figure.Specification.Replace("<", "\\u003c", StringComparison.Ordinal))
            .Append("</script>\n</figure>\n");
        return html.ToString();
    }

    private static string Of(FigureTable table, bool named)
    {
        var html = new StringBuilder();
        var shown = Math.Min(RowsShown, table.Rows.Count);
        var cut =
            shown < table.Rows.Count
                ? $" (the first {Parts.Number(shown)} of {Parts.Number(table.Rows.Count)} rows; saving gives all)"
                : "";
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p>{(named ? WebPage.Escape(table.Name.Replace('_', ' ')) : "Table")}{cut} <button type=\"button\" data-table=\"{table.Name}\">Save as TSV</button></p>\n"
        );
        var numbers = Enumerable.Range(0, table.Columns.Count).Select(table.IsNumber).ToList();
        html.Append("<div class=\"table\"><table><thead><tr>");
        for (var c = 0; c < table.Columns.Count; c++)
            html.Append(HtmlTable.Cell("th", WebPage.Escape(table.Columns[c].Label), numbers[c]));
        html.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows.Take(shown))
        {
            html.Append("<tr>");
            for (var c = 0; c < row.Count; c++)
                html.Append(HtmlTable.Cell("td", WebPage.Escape(FigureTable.Text(row[c])), numbers[c]));
            html.Append("</tr>\n");
        }
        return html.Append("</tbody></table></div>\n").ToString();
    }
}
