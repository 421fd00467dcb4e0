using System.Globalization;

namespace Refractor.Audit.Texts;

/// <summary>Finds the entry of a reference list that a citation names.</summary>
internal sealed class ReferenceIndex
{
    private readonly Dictionary<string, ListedReference> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ListedReference> _byDoi = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ListedReference> _byPmid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListedReference> _byAuthor = new(StringComparer.Ordinal);

    /// <summary>Takes in the entries; of two with the same number, the first counts.</summary>
    public ReferenceIndex(IReadOnlyList<ListedReference> references)
    {
        HasEntries = references.Count > 0;
        foreach (var reference in references)
        {
            _byKey.TryAdd(reference.Key, reference);
            if (reference.Doi is not null)
                _byDoi.TryAdd(reference.Doi, reference);
            if (reference.Pmid is not null)
                _byPmid.TryAdd(reference.Pmid, reference);
            if (reference is { FirstAuthor: { } author, Year: { } year })
                _byAuthor.TryAdd(AuthorKey(author, year.ToString(CultureInfo.InvariantCulture)), reference);
        }
    }

    /// <summary>Whether the text has a reference list.</summary>
    public bool HasEntries { get; }

    /// <summary>The entry with a number or a name such as "Bidard 2022b".</summary>
    public ListedReference? WithKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The entry with a DOI.</summary>
    public ListedReference? WithDoi(string doi) => _byDoi.GetValueOrDefault(doi);

    /// <summary>The entry with a PubMed identifier.</summary>
    public ListedReference? WithPmid(string pmid) => _byPmid.GetValueOrDefault(pmid);

    /// <summary>The first entry with an author and a year, which may end in a letter: "2022b".</summary>
    public ListedReference? WithAuthor(string author, string year)
    {
        if (_byKey.GetValueOrDefault($"{author} {year}") is { } exact)
            return exact;
        return _byAuthor.GetValueOrDefault(AuthorKey(author, year.TrimEnd("abcdefghijklmnopqrstuvwxyz".ToCharArray())));
    }

    /// <summary>The name without accents, hyphens and case, with the year.</summary>
    private static string AuthorKey(string author, string year)
    {
        var plain = author
            .Where(char.IsLetter)
            .SelectMany(c =>
                char.IsAscii(c) ? c.ToString() : c.ToString().Normalize(System.Text.NormalizationForm.FormD)
            )
            .Where(char.IsLetter);
        return string.Concat(plain).ToUpperInvariant() + year;
    }
}
