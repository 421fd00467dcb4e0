using System.Globalization;
using System.Text;
using Refractor.Knowledge;

namespace Refractor.Answers.Writing;

/// <summary>Marks the place of a citation until the order of the references is known.</summary>
internal static class CitationMark
{
    private const char Open = '\u0002';
    private const char Close = '\u0003';

    /// <summary>A mark for the papers of some findings.</summary>
    public static string For(IEnumerable<EvidenceItem> items) =>
        $"{Open}{string.Join(',', items.Select(i => i.Paper.Index).Distinct().Select(i => i.ToString(CultureInfo.InvariantCulture)))}{Close}";

    /// <summary>Replaces the marks by numbers, such as "[3, 7]".</summary>
    /// <param name="text">Text with marks.</param>
    /// <param name="numberOf">Number of the paper with that index; called in order of appearance.</param>
    public static string Resolve(string text, Func<int, int> numberOf)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; )
        {
            if (text[at] != Open)
            {
                result.Append(text[at++]);
                continue;
            }
            var end = text.IndexOf(Close, at);
            var numbers = text[(at + 1)..end]
                .Split(',')
                .Select(n => numberOf(int.Parse(n, CultureInfo.InvariantCulture)))
                .Order();
            result.Append('[').AppendJoin(", ", numbers).Append(']');
            at = end + 1;
        }
        return result.ToString();
    }
}
