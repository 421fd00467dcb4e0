namespace Refractor.Audit.Texts;

/// <summary>Digital object identifiers and PubMed identifiers in a text.</summary>
internal static class DoiFinder
{
    private const int LongestPrefix = 20;
    private const int LongestSuffix = 200;

    private static readonly string[] Prefixes =
    [
        "https://doi.org/",
        "http://doi.org/",
        "https://dx.doi.org/",
        "http://dx.doi.org/",
        "https://www.doi.org/",
        "www.doi.org/",
        "doi.org/",
        "dx.doi.org/",
        "doi:",
        "doi ",
    ];

    private static readonly string[] PubMed =
    [
        "https://pubmed.ncbi.nlm.nih.gov/",
        "http://pubmed.ncbi.nlm.nih.gov/",
        "pubmed.ncbi.nlm.nih.gov/",
        "https://www.ncbi.nlm.nih.gov/pubmed/",
        "http://www.ncbi.nlm.nih.gov/pubmed/",
        "www.ncbi.nlm.nih.gov/pubmed/",
        "PMID",
        "PubMed ID",
        "PubMed PMID",
    ];

    /// <summary>An identifier with its place, a resolver or a word such as "doi:" in front included.</summary>
    internal readonly record struct Found(TextSpan Place, string Id);

    /// <summary>The DOI that starts at a place, with what stands in front of it; null when none does.</summary>
    public static Found? DoiAt(string text, int at, int end)
    {
        var start = at;
        foreach (var prefix in Prefixes)
        {
            if (!StartsWith(text, at, end, prefix))
                continue;
            start = TextSigns.SkipBlank(text, at + prefix.Length, Math.Min(end, at + prefix.Length + 3));
            break;
        }
        while (start > at && StartsWith(text, start, end, "https://doi.org/"))
            start += "https://doi.org/".Length;
        var stop = EndOf(text, start, end);
        return stop > start ? new Found(new(at, stop), text[start..stop]) : null;
    }

    /// <summary>The PubMed identifier that starts at a place, with what stands in front of it; null when none does.</summary>
    public static Found? PmidAt(string text, int at, int end)
    {
        foreach (var prefix in PubMed)
        {
            if (!StartsWith(text, at, end, prefix))
                continue;
            var start = at + prefix.Length;
            while (
                start < end
                && start < at + prefix.Length + 4
                && (TextSigns.IsBlank(text[start]) || text[start] is ':' or '#')
            )
                start++;
            var stop = TextSigns.SkipDigits(text, start, Math.Min(end, start + 9));
            if (stop - start < 4 || stop < end && char.IsLetterOrDigit(text[stop]))
                continue;
            var close = stop < end && text[stop] == '/' ? stop + 1 : stop;
            return new Found(new(at, close), text[start..stop]);
        }
        return null;
    }

    /// <summary>The first DOI in a stretch; null when there is none.</summary>
    public static Found? FirstDoi(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            at = text.IndexOf("10.", at, end - at, StringComparison.Ordinal);
            if (at < 0)
                return null;
            if (
                (at == start || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] != '.')
                && DoiAt(text, at, end) is { } found
            )
                return found;
        }
        return null;
    }

    /// <summary>The first PubMed identifier in a stretch; null when there is none.</summary>
    public static Found? FirstPmid(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] is 'P' or 'p' or 'h' or 'w' or 'H' or 'W' && PmidAt(text, at, end) is { } found)
                return found;
        }
        return null;
    }

    private static bool StartsWith(string text, int at, int end, string prefix) =>
        at + prefix.Length <= end && text.AsSpan(at, prefix.Length).Equals(prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The end of a bare DOI; its start when there is none. Closing punctuation is no part of it, nor is a bracket without partner.</summary>
    private static int EndOf(string text, int start, int end)
    {
        if (start + 8 > end || text[start] != '1' || text[start + 1] != '0' || text[start + 2] != '.')
            return start;
        var slash = start + 3;
        while (slash < end && slash - start < LongestPrefix && (char.IsAsciiDigit(text[slash]) || text[slash] == '.'))
            slash++;
        if (slash - start < 7 || slash >= end || text[slash] != '/')
            return start;
        var at = slash + 1;
        var depth = 0;
        while (
            at < end
            && at - slash < LongestSuffix
            && IsDoiSign(text[at])
            && !(text[at] is ')' or ']' or '>' && depth == 0)
        )
        {
            depth += text[at] switch
            {
                '(' or '[' or '<' => 1,
                ')' or ']' or '>' => -1,
                _ => 0,
            };
            at++;
        }
        while (
            at > slash + 1
            && text[at - 1] is '.' or ',' or ';' or ':' or '"' or '\'' or '*' or '_' or '/' or '(' or '[' or '<' or '?'
        )
            at--;
        return at > slash + 1 ? at : start;
    }

    private static bool IsDoiSign(char c) =>
        !TextSigns.IsBlank(c) && c is not ('"' or '”' or '“' or '{' or '}' or '|' or '\\' or '`' or '*');
}
