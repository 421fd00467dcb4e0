using System.Text;
using System.Text.RegularExpressions;
using Refractor.Audit.Texts;
using Refractor.Html;

namespace Refractor.Audit.Reporting.Html;

/// <summary>
/// Sets stretches of one paragraph: emphasis of Markdown becomes emphasis, citations become links, everything else is
/// escaped. Emphasis may begin in one stretch and end in another.
/// </summary>
internal sealed partial class InlineText(MarkedFile file)
{
    private readonly string _text = file.File.Text.Original;
    private readonly StringBuilder _html = new();
    private bool _isStrong;
    private bool _isEmphasis;

    /// <summary>The characters from a place up to another as HTML that is closed in itself.</summary>
    public string Set(int start, int end, IReadOnlyList<Citation> citations)
    {
        _html.Clear();
        _html.Append(_isStrong ? "<strong>" : "").Append(_isEmphasis ? "<em>" : "");
        var plain = new StringBuilder();
        for (var i = start; i < end; )
        {
            var citation = citations.FirstOrDefault(c => c.Start == i && c.Length > 0 && c.Start + c.Length <= end);
            var length = citation is not null ? citation.Length : MarkupAt(i, start, end);
            if (length == 0)
            {
                plain.Append(char.IsWhiteSpace(_text[i]) ? ' ' : _text[i]);
                i++;
                continue;
            }
            Flush(plain);
            if (citation is not null)
                _html.Append(Link(citation));
            else
                Toggle(i, length);
            i += length;
        }
        Flush(plain);
        return _html.Append(_isEmphasis ? "</em>" : "").Append(_isStrong ? "</strong>" : "").ToString();
    }

    private void Flush(StringBuilder plain)
    {
        _html.Append(WebPage.Escape(plain.ToString()));
        plain.Clear();
    }

    /// <summary>Length of the mark at a place; 0 when the character stands for itself.</summary>
    private int MarkupAt(int at, int start, int end) =>
        _text[at] switch
        {
            '#' when at == start => LeadingMarks().Match(_text, at, end - at).Length,
            '*' => at + 1 < end && _text[at + 1] == '*' ? 2
            : IsWordEdge(at) ? 1
            : 0,
            '_' when IsWordEdge(at) => at + 1 < end && _text[at + 1] == '_' ? 2 : 1,
            '`' => 1,
            '\\' when at + 1 < end && char.IsPunctuation(_text[at + 1]) => 1,
            _ => 0,
        };

    private void Toggle(int at, int length)
    {
        if (_text[at] is not ('*' or '_'))
            return;
        if (_isEmphasis && length == 2)
            return;
        if (length == 2)
            _html.Append((_isStrong = !_isStrong) ? "<strong>" : "</strong>");
        else
            _html.Append((_isEmphasis = !_isEmphasis) ? "<em>" : "</em>");
    }

    /// <summary>Emphasis stands at the edge of a word: "p*q" and "a_b" are no emphasis.</summary>
    private bool IsWordEdge(int at)
    {
        var before = at == 0 || !char.IsLetterOrDigit(_text[at - 1]);
        var after = at + 1 >= _text.Length || !char.IsLetterOrDigit(_text[at + 1]);
        return before != after;
    }

    private string Link(Citation citation)
    {
        var mark = WebPage.Escape(_text.Substring(citation.Start, citation.Length));
        var index = IndexOf(citation);
        if (index < 0)
            return $"<span class=\"cite\">{mark}</span>";
        return $"<a class=\"cite\" href=\"#{file.ReferenceId(index)}\">{mark}</a>";
    }

    private int IndexOf(Citation citation)
    {
        for (var i = 0; i < file.File.References.Count; i++)
        {
            if (file.File.References[i].Reference == citation.Reference)
                return i;
        }
        return -1;
    }

    [GeneratedRegex(@"\G#{1,6}\s+")]
    private static partial Regex LeadingMarks();
}
