using System.Text.RegularExpressions;

namespace Refractor.Audit.Texts;

/// <summary>Citations by author and year: "Burger et al., 2003", "Bidard et al., 2022b", "Burger and Foekens, 2003".</summary>
internal sealed partial class AuthorMarks(ReferenceIndex references)
{
    private const string Name =
        @"(?:(?:van|de|der|den|von|la|le|di|du|dos|da|del|ten|ter|Van|De|Von|La|Le|Di|Del) )*(?:d['’])?\p{Lu}[\p{L}'’‐-]*(?: \p{Lu}[\p{L}'’‐-]*)?";

    private const string Others = @"(?:,? et al\.?| and colleagues|(?:, " + Name + @")*,? (?:and|&) " + Name + ")";
    private const int LongestLookBack = 90;

    private static readonly string[] Openers =
    [
        "In",
        "The",
        "By",
        "As",
        "While",
        "And",
        "But",
        "However",
        "Although",
        "When",
        "Both",
        "With",
        "From",
        "Also",
    ];

    /// <summary>The citations of a stretch that holds nothing else; null for any other stretch.</summary>
    public IReadOnlyList<Citation>? Read(string text, TextSpan inner)
    {
        var citations = new List<Citation>();
        foreach (var part in Split(text, inner))
        {
            if (ReadPart(text, part) is not { } read)
                return null;
            citations.AddRange(read);
        }
        return citations;
    }

    /// <summary>A mark for each part of a stretch, cut at ";", that cites something; the separator before it belongs to it.</summary>
    public IEnumerable<TextMark> Parts(string text, TextSpan inner)
    {
        foreach (var part in Split(text, inner))
        {
            if (ReadPart(text, part) is { } read)
                yield return new(part, read);
        }
    }

    /// <summary>The citation of a year in brackets after the authors' names in the sentence; null when no names stand there.</summary>
    public Citation? Narrative(string text, int at, TextSpan inner)
    {
        if (inner.Length is < 4 or > 5 || !Year().IsMatch(text.AsSpan(inner.Start, inner.Length)))
            return null;
        var from = Math.Max(0, at - LongestLookBack);
        var before = Flat(text, new(from, at)).TrimEnd();
        var match = NamesAtEnd().Match(before);
        if (!match.Success)
            return null;
        var names = match.Groups["names"].Value;
        foreach (var opener in Openers)
            names = names.StartsWith(opener + " ", StringComparison.Ordinal) ? names[(opener.Length + 1)..] : names;
        var year = text[inner.Start..inner.End];
        var found = Find(FirstName(names), year);
        if (found is null && !HasOthers(names))
            return null;
        var start = Math.Max(from, text.LastIndexOf(names.Split(' ')[0], at, at - from, StringComparison.Ordinal));
        return new($"{names}, {year}", start, inner.End + 1 - start, found, null);
    }

    private List<Citation>? ReadPart(string text, TextSpan part)
    {
        if (part.Length is < 4 or > 120)
            return null;
        var match = Part().Match(Flat(text, part));
        if (!match.Success)
            return null;
        var names = match.Groups["names"].Value;
        var citations = new List<Citation>();
        foreach (var year in Years(match.Groups["years"].Value))
        {
            var found = Find(FirstName(names), year);
            if (
                found is null
                && !HasOthers(names)
                && !(references.HasEntries && names.Any(char.IsLower) && !IsMonth(names))
            )
                return null;
            citations.Add(new($"{names}, {year}", part.Start, part.Length, found, null));
        }
        return citations;
    }

    private ListedReference? Find(string name, string year)
    {
        var found = references.WithAuthor(name, year);
        for (var at = name.IndexOf(' '); found is null && at > 0; at = name.IndexOf(' ', at + 1))
            found = references.WithAuthor(name[(at + 1)..], year) ?? references.WithAuthor(name[..at], year);
        return found;
    }

    private static IEnumerable<string> Years(string years)
    {
        var last = "";
        foreach (var piece in years.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            last = piece.Length >= 4 ? piece : last[..4] + piece;
            yield return last;
        }
    }

    private static string FirstName(string names)
    {
        var end = names.IndexOfAny([',', '&']);
        var first = end < 0 ? names : names[..end];
        foreach (var join in new[] { " et al", " and " })
            first = first.IndexOf(join, StringComparison.Ordinal) is >= 0 and var at ? first[..at] : first;
        return first.Trim();
    }

    private static bool HasOthers(string names) =>
        names.Contains(" et al", StringComparison.Ordinal)
        || names.Contains(" and ", StringComparison.Ordinal)
        || names.Contains('&');

    private static bool IsMonth(string name) => Month().IsMatch(name);

    private static IEnumerable<TextSpan> Split(string text, TextSpan inner)
    {
        var start = inner.Start;
        for (var at = inner.Start; at <= inner.End; at++)
        {
            if (at < inner.End && text[at] != ';')
                continue;
            yield return new TextSpan(start, at).Trim(text);
            start = at + 1;
        }
    }

    /// <summary>The words of a stretch without emphasis, with one space between them.</summary>
    private static string Flat(string text, TextSpan span)
    {
        var flat = new System.Text.StringBuilder(span.Length);
        for (var i = span.Start; i < span.End; i++)
        {
            if (TextSigns.IsInvisible(text[i]) || text[i] is '*' or '_' or '\\')
                continue;
            if (!TextSigns.IsBlank(text[i]))
                flat.Append(text[i]);
            else if (flat.Length > 0 && flat[^1] != ' ')
                flat.Append(' ');
        }
        return flat.ToString();
    }

    [GeneratedRegex(
        "^(?:(?:see|see also|e\\.g\\.,?|i\\.e\\.,?|cf\\.|reviewed in|reviewed by|as in|for example,?) )?(?<names>"
            + Name
            + "(?:"
            + Others
            + ")?),? \\(?(?<years>(?:19|20)[0-9]{2}[a-z]?(?:, ?(?:(?:19|20)[0-9]{2}[a-z]?|[a-z]))*)\\)?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Part();

    [GeneratedRegex(
        @"(?:^|[^\p{L}\p{N}])(?<names>" + Name + "(?:" + Others + ")?),?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex NamesAtEnd();

    [GeneratedRegex("^(?:19|20)[0-9]{2}[a-z]?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex(
        "^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Month();
}
