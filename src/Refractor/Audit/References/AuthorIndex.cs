using System.Collections.Frozen;
using Refractor.Audit.Texts;
using Refractor.Knowledge;

namespace Refractor.Audit.References;

/// <summary>Finds papers by first author, year and journal.</summary>
internal sealed class AuthorIndex(IReadOnlyList<Paper> papers)
{
    private static readonly HashSet<string> NoContent = ["et", "al", "and", "colleagues", "doi", "pmid"];

    private readonly FrozenDictionary<(string Author, int Year), Paper[]> _papers = papers
        .Where(p => p.Year is not null)
        .SelectMany(p => AuthorKeys.Of(p.FirstAuthor).Select(a => (Key: (a, p.Year!.Value), Paper: p)))
        .GroupBy(p => p.Key, p => p.Paper)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>The papers of that first author and year, by initials too where the entry has them.</summary>
    public IReadOnlyList<Paper> Find(ListedReference reference)
    {
        if (reference is not { FirstAuthor: { } author, Year: { } year })
            return [];
        return
        [
            .. AuthorKeys
                .Of(author)
                .SelectMany(a => _papers.GetValueOrDefault((a, year)) ?? [])
                .Distinct()
                .Where(p => AuthorKeys.InitialsAgree(reference.Text, author, p.FirstAuthor!))
                .OrderBy(p => p.Index),
        ];
    }

    /// <summary>Whether the entry names the journal of the paper.</summary>
    public static bool NamesJournal(ListedReference reference, Paper paper)
    {
        if (paper.Journal is not { } journal)
            return false;
        var outside = reference.Title is { Length: > 0 } title
            ? reference.Text.Replace(title, " ", StringComparison.OrdinalIgnoreCase)
            : reference.Text;
        return JournalName.IsIn(ReferenceWords.Of(outside), journal);
    }

    /// <summary>Whether the entry has a name, a year and perhaps a DOI, and no word more.</summary>
    public static bool IsBare(ListedReference reference)
    {
        var end = reference.Text.IndexOf("10.", StringComparison.Ordinal);
        var words = ReferenceWords.Of(end < 0 ? reference.Text : reference.Text[..end]);
        var author = ReferenceWords.Of(reference.FirstAuthor ?? "");
        return words.All(w =>
            w.Length < 4 || char.IsAsciiDigit(w[0]) || NoContent.Contains(w) || author.Contains(w) || w is "https"
        );
    }
}
