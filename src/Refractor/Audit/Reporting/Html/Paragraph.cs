using System.Text.RegularExpressions;

namespace Refractor.Audit.Reporting.Html;

/// <summary>A paragraph of the text: its stretches and what stands in front of it.</summary>
/// <param name="Level">Level of a heading, from 1; 0 for everything else.</param>
/// <param name="Marker">"•" or a number for an entry of a list; empty for everything else.</param>
/// <param name="Spans">Its stretches, at least one.</param>
/// <param name="Before">Words in front of it that belong to no statement and no reference; usually empty.</param>
internal sealed partial record Paragraph(int Level, string Marker, IReadOnlyList<MarkedSpan> Spans, string Before)
{
    /// <summary>The paragraphs of a file.</summary>
    public static IReadOnlyList<Paragraph> Of(MarkedFile file)
    {
        var paragraphs = new List<Paragraph>();
        var end = 0;
        for (var i = 0; i < file.Spans.Count; )
        {
            var first = file.Spans[i];
            var spans = file.Spans.Skip(i).TakeWhile(s => s.Paragraph == first.Paragraph).ToList();
            paragraphs.Add(Of(file, spans, end));
            end = Math.Max(end, spans.Max(s => s.End));
            i += spans.Count;
        }
        return paragraphs;
    }

    private static Paragraph Of(MarkedFile file, List<MarkedSpan> spans, int from)
    {
        var original = file.File.Text.Original;
        var start = Math.Max(from, spans[0].Start);
        var lead = original[from..start] + original[start..Math.Min(original.Length, start + 8)];
        var level = spans[0].IsHeading ? Heading().Match(lead, Math.Max(0, start - from - 8)).Groups[1].Length : 0;
        var item = Item().Match(original[from..start]);
        var marker =
            !item.Success ? ""
            : char.IsDigit(item.Groups[1].Value[0]) ? item.Groups[1].Value
            : "•";
        return new Paragraph(level, marker, spans, Unaccounted(file, from, start));
    }

    /// <summary>Words between two places outside of the reference list, such as an entry of a table of contents.</summary>
    private static string Unaccounted(MarkedFile file, int from, int to)
    {
        var rest = file.File.Text.Original[from..to].ToCharArray();
        foreach (var reference in file.File.References.Select(r => r.Reference))
        {
            for (var i = Math.Max(from, reference.Start); i < Math.Min(to, reference.Start + reference.Length); i++)
                rest[i - from] = ' ';
        }
        var text = Marks().Replace(new string(rest), " ").Trim(' ', '-', '•');
        return Words().IsMatch(text) ? text : "";
    }

    [GeneratedRegex(@"(#{1,6})\s")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?:^|\n)[ \t>]*([-*+•–]|\d{1,3}[.)])[ \t]+(?:\*\*|__|\*|_)?\z")]
    private static partial Regex Item();

    [GeneratedRegex(@"[\s*_#|>`]+")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\p{L}{3}")]
    private static partial Regex Words();
}
