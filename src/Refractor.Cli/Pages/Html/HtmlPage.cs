using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Refractor.Html;

namespace Refractor.Cli.Pages.Html;

/// <summary>Sets a page as one web page that holds all it needs.</summary>
internal sealed partial class HtmlPage
{
    private const int HeadingsForContents = 4;
    private static readonly Lazy<string> Style = new(() => WebPage.Resource(typeof(HtmlPage), "report.css"));

    private readonly StringBuilder _html = new();
    private readonly HashSet<int> _sources;
    private Block? _before;
    private int _headings;
    private int _figures;

    private HtmlPage(Page page) => _sources = [.. page.Blocks.OfType<Source>().Select(s => s.Number)];

    /// <summary>The page.</summary>
    public static string Of(Page page) => new HtmlPage(page).Set(page);

    private string Set(Page page)
    {
        var title = page.Blocks.OfType<Title>().FirstOrDefault()?.Text ?? "Refractor";
        var footers = page.Blocks.OfType<Footer>().ToList();
        var draws = page.Blocks.OfType<Drawing>().Any(d => d.Figures.Count > 0);
        _html.Append(WebPage.Head(title, Style.Value, "Skip to the content", runsScripts: draws));
        _html.Append(
            CultureInfo.InvariantCulture,
            $"<header class=\"top\">\n<p class=\"brand\">Refractor</p>\n<h1>{Escape(title)}</h1>\n{Contents(page)}</header>\n<main id=\"content\">\n"
        );
        foreach (var block in page.Blocks.Where(b => b is not (Title or Footer)))
            Add(block);
        Close(null);
        _html.Append("</main>\n<footer>\n");
        foreach (var footer in footers)
            _html.Append("<p>").Append(Escape(footer.Text)).Append("</p>\n");
        _html.Append("<p><strong>For research use only.</strong></p>\n</footer>\n");
        return _html.Append(draws ? FigureRuntime.Scripts() : "").Append("</body>\n</html>\n").ToString();
    }

    private static string Contents(Page page)
    {
        var headings = page.Blocks.OfType<Heading>().ToList();
        if (headings.Count < HeadingsForContents)
            return "";
        var links = headings.Select((h, i) => $"<a href=\"#part{i + 1}\">{Escape(h.Text)}</a>");
        return $"<nav aria-label=\"Contents\">{string.Join("\n", links)}</nav>\n";
    }

    private void Add(Block block)
    {
        Close(block);
        if (block is Source && _before is not Source)
            _html.Append("<ol class=\"sources\">\n");
        _html.Append(
            block switch
            {
                Heading heading => $"<h2 id=\"part{++_headings}\">{Escape(heading.Text)}</h2>\n",
                Subheading sub => $"<h3>{Escape(sub.Text)}{Small(sub.Note)}</h3>\n",
                Remark remark => $"<p class=\"remark {Class(remark.Tone)}\">{Cited(remark.Text)}</p>\n",
                Statement statement => Of(statement),
                Table table => HtmlTable.Of(table),
                Fields fields => Of(fields),
                Source source => Of(source),
                Line line => $"<p class=\"line {Class(line.Tone)}\">{Escape(line.Text)}</p>\n",
                Drawing drawing => string.Concat(drawing.Figures.Select(f => HtmlFigure.Of(f, Name(f)))),
                Derivation derivation => HtmlRecipes.Of(derivation.Recipes),
                FoldStart fold => $"<details class=\"fold\"><summary>{Escape(fold.Text)}</summary>\n",
                FoldEnd => "</details>\n",
                _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No such block."),
            }
        );
        _before = block;
    }

    private void Close(Block? next)
    {
        if (_before is Source && next is not Source)
            _html.Append("</ol>\n");
    }

    private string Name(Plots.Figure figure) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"figure-{++_figures}-{NotInNames().Replace(figure.Title.ToLowerInvariant(), "-").Trim('-')}"
        );

    private string Of(Statement statement)
    {
        var tag =
            statement.Tag.Length > 0
                ? $"<div class=\"tag {Class(statement.TagTone)}\">{Escape(statement.Tag)}</div>"
                : "";
        var after =
            statement.After.Length > 0
                ? $" <span class=\"after {Class(statement.AfterTone)}\">{Escape(statement.After)}</span>"
                : "";
        var details = statement.Details is { Count: > 0 } lines
            ? $"<ul>{string.Concat(lines.Select(d => $"<li>{Cited(d)}</li>"))}</ul>"
            : "";
        var bare = tag.Length == 0 ? " bare" : "";
        return $"<div class=\"statement{bare}\">{tag}<div><p>{Cited(statement.Text)}{after}</p>{details}</div></div>\n";
    }

    private static string Of(Fields fields) =>
        $"<dl class=\"fields\">\n{string.Concat(fields.Entries.Select(e => $"<dt>{Escape(e.Name)}</dt><dd>{Escape(e.Value)}</dd>\n"))}</dl>\n";

    private static string Of(Source source)
    {
        var identifiers = source.Address is { } address
            ? $"<a href=\"{Escape(address)}\" rel=\"noreferrer\">{Escape(source.Identifiers)}</a>"
            : Escape(source.Identifiers);
        var note = source.Note.Length > 0 ? $" <span class=\"notice\">{Escape(source.Note)}</span>" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<li id=\"source{source.Number}\"><span class=\"key\">{source.Number}</span><span>{Escape(source.Text)} {identifiers}{note}</span></li>\n"
        );
    }

    private static string Small(string note) => note.Length > 0 ? $"<small>{Escape(note)}</small>" : "";

    /// <summary>The text with the numbers of its references as links to them.</summary>
    private string Cited(string text)
    {
        var html = Escape(text);
        return _sources.Count == 0
            ? html
            : Citation()
                .Replace(
                    html,
                    m =>
                        Number()
                            .Replace(
                                m.Value,
                                n =>
                                    _sources.Contains(int.Parse(n.Value, CultureInfo.InvariantCulture))
                                        ? $"<a class=\"cite\" href=\"#source{n.Value}\">{n.Value}</a>"
                                        : n.Value
                            )
                );
    }

    private static string Class(Tone tone) => tone == Tone.Body ? "" : tone.ToString().ToLowerInvariant();

    private static string Escape(string text) => WebPage.Escape(Plain.OneLine(text));

    [GeneratedRegex(@"\[\d{1,4}(?:[,–-] ?\d{1,4})*\]")]
    private static partial Regex Citation();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInNames();
}
