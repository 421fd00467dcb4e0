using System.Text;
using System.Text.RegularExpressions;

namespace Refractor.Audit.Texts;

/// <summary>What an entry of a reference list says of its paper. Null where it cannot be told.</summary>
/// <param name="Text">The entry as plain words.</param>
/// <param name="Doi">DOI.</param>
/// <param name="Pmid">PubMed identifier.</param>
/// <param name="Title">Title.</param>
/// <param name="Author">Family name of the first author.</param>
/// <param name="Year">Year, with its letter in a list without numbers.</param>
internal sealed partial record EntryFacts(
    string Text,
    string? Doi,
    string? Pmid,
    string? Title,
    string? Author,
    string? Year
)
{
    private const int FewestTitleWords = 4;
    private const int FewestLoneTitleWords = 6;
    private const int LongestRead = 4000;

    /// <summary>Reads an entry.</summary>
    public static EntryFacts Of(string text, TextSpan place)
    {
        var words = Plain(text, place);
        var read = words.Length > LongestRead ? words[..LongestRead] : words;
        var doi = DoiFinder.FirstDoi(read, 0, read.Length);
        var pmid = DoiFinder.FirstPmid(read, 0, read.Length);
        var print = WithoutIdentifiers(read);
        var segments = EntrySegments.Of(print);
        var authors = segments.FindIndex(s => EntryAuthors.FirstName(s) is not null);
        return new(
            words,
            doi?.Id,
            pmid?.Id,
            TitleOf(segments, authors),
            authors >= 0 ? EntryAuthors.FirstName(segments[authors]) : null,
            YearOf(print)
        );
    }

    private static string Plain(string text, TextSpan place)
    {
        var words = new StringBuilder(place.Length);
        var isSpace = false;
        for (var i = place.Start; i < place.End; i++)
        {
            var c = text[i];
            if (TextSigns.IsInvisible(c) || c is '*' or '`' || c == '_' && IsEdge(text, i))
                continue;
            if (TextSigns.IsBlank(c))
            {
                isSpace = true;
                continue;
            }
            if (isSpace && words.Length > 0 && !SplitWords.JoinsAt(words, text, i))
                words.Append(' ');
            isSpace = false;
            words.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
        }
        return words.ToString();
    }

    private static bool IsEdge(string text, int at) =>
        at == 0 || at + 1 >= text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]);

    private static string WithoutIdentifiers(string words)
    {
        var cut = words.Length;
        foreach (var start in new[] { "doi:", "doi.org", "http", "PMID", "PubMed", "PMCID", "10.1" })
        {
            var at = words.IndexOf(start, StringComparison.OrdinalIgnoreCase);
            cut = at > 10 ? Math.Min(cut, at) : cut;
        }
        return words[..cut]
            .Replace("[", "", StringComparison.Ordinal)
            .Replace("](", ". ", StringComparison.Ordinal)
            .Replace("]", "", StringComparison.Ordinal);
    }

    /// <summary>The sentence after the authors, or all before them. A lone short one is the name of a journal.</summary>
    private static string? TitleOf(List<string> segments, int authors)
    {
        var named = segments.FindAll(s => s.Any(char.IsLetter));
        if (authors > 0)
            return AsTitle(string.Join(". ", segments.Take(authors)), 1);
        var after = authors < 0 ? named : [.. segments.Skip(1).Where(s => s.Any(char.IsLetter))];
        if (after.Count == 0)
            return null;
        return AsTitle(after[0], after.Count == 1 || authors < 0 ? FewestLoneTitleWords : FewestTitleWords - 1);
    }

    private static string? AsTitle(string words, int fewest)
    {
        var title = words.Trim(' ', '.', ',', '"', '“', '”', '\'').Replace("?. ", "? ", StringComparison.Ordinal);
        return title.Count(c => c == ' ') + 1 >= fewest && title.Any(char.IsLetter) ? title : null;
    }

    /// <summary>A year in brackets, else one before a volume, else the last one.</summary>
    private static string? YearOf(string print)
    {
        string? last = null;
        string? beforeVolume = null;
        for (var i = 0; i + 4 <= print.Length; i++)
        {
            if (!EntryMarker.IsYear(print, i, print.Length) || i > 0 && print[i - 1] is '-' or '–' or '/')
                continue;
            var stop = i + 4 < print.Length && char.IsAsciiLetterLower(print[i + 4]) ? i + 5 : i + 4;
            var year = print[i..stop];
            if (i > 0 && print[i - 1] == '(')
                return year;
            if (
                stop < print.Length && print[stop] == ';'
                || Month().IsMatch(print.AsSpan(stop, Math.Min(5, print.Length - stop)))
            )
                beforeVolume ??= year;
            last = year;
        }
        return beforeVolume ?? last;
    }

    [GeneratedRegex(
        "^ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Month();
}
