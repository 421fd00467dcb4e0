using System.Text;
using System.Text.RegularExpressions;
using Refractor.Audit.Texts;

namespace Refractor.Audit.References;

/// <summary>DOI, PMID and PMCID as they are compared, and their syntax.</summary>
internal static partial class ReferenceIdentifiers
{
    private static readonly string[] Resolvers =
    [
        "https://",
        "http://",
        "dx.doi.org/",
        "www.doi.org/",
        "doi.org/",
        "doi:",
        "doi ",
    ];
    private static readonly string[] Views = ["/full", "/abstract", "/pdf", "/epdf", "/fulltext", "/meta"];

    /// <summary>Registrants of preprint servers: bioRxiv and medRxiv, Research Square, Preprints.org, SSRN, arXiv.</summary>
    private static readonly string[] PreprintPrefixes =
    [
        "10.1101/",
        "10.64898/",
        "10.21203/",
        "10.20944/",
        "10.2139/",
        "10.48550/",
    ];

    /// <summary>
    /// A DOI in lower case without resolver, view of a page, closing punctuation and version of a preprint. Null for null and for what holds no
    /// characters.
    /// </summary>
    public static string? Doi(string? written)
    {
        if (written is null)
            return null;
        var doi = Plain(Unescaped(written.Trim()));
        foreach (var resolver in Resolvers)
            doi = doi.StartsWith(resolver, StringComparison.Ordinal) ? doi[resolver.Length..].TrimStart() : doi;
        doi = WithoutEnd(doi);
        foreach (var view in Views)
            doi = doi.EndsWith(view, StringComparison.Ordinal) ? doi[..^view.Length] : doi;
        if (doi.StartsWith("10.1101/", StringComparison.Ordinal))
            doi = PreprintVersion().Replace(doi, "");
        return doi.Length == 0 ? null : doi;
    }

    /// <summary>Whether a normalised DOI has the form of one: "10.", a registrant of four to nine digits, "/" and a suffix.</summary>
    public static bool IsDoi(string doi) => DoiForm().IsMatch(doi) && !CutOff().IsMatch(doi);

    /// <summary>Whether the DOI was given by a server for preprints.</summary>
    public static bool IsPreprint(string doi) => PreprintPrefixes.Any(p => doi.StartsWith(p, StringComparison.Ordinal));

    /// <summary>The digits of a PMID as written; null for null and when there are none.</summary>
    public static string? Pmid(string? written)
    {
        if (written is null)
            return null;
        var match = PmidDigits().Match(written);
        return match.Success
            ? match.Groups[1].Value.TrimStart('0') is { Length: > 0 } digits
                ? digits
                : "0"
            : null;
    }

    /// <summary>Whether a PMID as written is one: one to eight digits, not zero, with or without "PMID:" in front.</summary>
    public static bool IsPmid(string written) => PmidForm().IsMatch(written);

    /// <summary>The first PMCID in a text as "PMC" and digits; null when there is none.</summary>
    public static string? Pmcid(string text) =>
        PmcidForm().Match(text) is { Success: true } match ? "PMC" + match.Groups[1].Value : null;

    /// <summary>The PMID that a text names after "PMID" or as an address of PubMed; null when there is none.</summary>
    public static string? PmidIn(string text) =>
        PmidInText().Match(text) is { Success: true } match ? Pmid(match.Groups[1].Value) : null;

    /// <summary>The DOI of an entry in its normal form, from its field or its text; null when it has none of the form of a DOI.</summary>
    public static string? DoiOf(ListedReference entry) =>
        Doi(entry.Doi) is { } doi && IsDoi(doi) ? doi : DoisIn(entry.Text).LastOrDefault(IsDoi);

    /// <summary>The PMID of an entry, from its field or its text; null when it has none of the form of a PMID.</summary>
    public static string? PmidOf(ListedReference entry) =>
        entry.Pmid is { } pmid && IsPmid(pmid) ? Pmid(pmid) : PmidIn(entry.Text);

    /// <summary>
    /// What a text may hold as its DOI, longest first: line breaks of PDF files put spaces after a hyphen, stop or slash of a DOI.
    /// </summary>
    public static IEnumerable<string> DoisIn(string text)
    {
        var begin = DoiBegin().Match(text);
        if (!begin.Success)
            return [];
        var start = begin.Index;
        var read = new StringBuilder();
        var ends = new List<string>();
        for (var i = start; i < text.Length && read.Length < 100; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
                read.Append(text[i]);
            else if (text[i - 1] is '-' or '‐' or '–' or '.' or '/' or '_' or ' ')
                ends.Add(read.ToString());
            else
                break;
        }
        ends.Add(read.ToString());
        ends.Reverse();
        return ends.Select(Doi).OfType<string>().Distinct();
    }

    private static string Plain(string doi)
    {
        var plain = new StringBuilder(doi.Length);
        foreach (var c in doi)
        {
            if (c is '‐' or '‑' or '–' or '—' or '−')
                plain.Append('-');
            else if (c is not ('\u00ad' or '\u200b' or '\u2060' or '\ufeff'))
                plain.Append(char.ToLowerInvariant(c));
        }
        return plain.ToString();
    }

    private static string Unescaped(string doi) =>
        doi.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(doi) : doi;

    private static string WithoutEnd(string doi)
    {
        while (doi.Length > 0 && IsEnd(doi))
            doi = doi[..^1];
        return doi;
    }

    private static bool IsEnd(string doi) =>
        doi[^1] switch
        {
            '.' or ',' or ';' or ':' or '"' or '\'' or '*' or '>' or '’' or '”' or '?' or '!' or '|' => true,
            ')' => doi.Count(c => c == ')') > doi.Count(c => c == '('),
            ']' => doi.Count(c => c == ']') > doi.Count(c => c == '['),
            var c => char.IsWhiteSpace(c),
        };

    [GeneratedRegex(@"^10\.\d{4,9}(\.\d+)*/[^\s\p{Cc}]+$")]
    private static partial Regex DoiForm();

    [GeneratedRegex(@"10\.[0-9]{4,9}")]
    private static partial Regex DoiBegin();

    [GeneratedRegex(@"[-/_(]$")]
    private static partial Regex CutOff();

    [GeneratedRegex(@"v\d{1,2}(\.full(-text|\.pdf)?)?$")]
    private static partial Regex PreprintVersion();

    [GeneratedRegex(@"([0-9]+)")]
    private static partial Regex PmidDigits();

    [GeneratedRegex(@"^\s*(pmid\s*:?\s*)?[1-9][0-9]{0,7}\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PmidForm();

    [GeneratedRegex(
        @"(?:\bPMID\s*:?\s*|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)([0-9]{1,9})\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PmidInText();

    [GeneratedRegex(@"\bPMC\s?([0-9]{3,9})\b", RegexOptions.IgnoreCase)]
    private static partial Regex PmcidForm();
}
