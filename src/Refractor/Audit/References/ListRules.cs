using System.Globalization;
using Refractor.Audit.Texts;

namespace Refractor.Audit.References;

/// <summary>What is wrong with a reference list as a whole: entries that repeat another one, and the numbering.</summary>
internal static class ListRules
{
    // Shorter titles, such as "Breast cancer", are those of many papers.
    private const int TellingTitle = 25;

    public static IEnumerable<ReferenceProblem> Check(ReadText text) => Repeated(text).Concat(Numbering(text));

    private static IEnumerable<ReferenceProblem> Repeated(ReadText text)
    {
        var first = new Dictionary<(string Kind, string Key), ListedReference>();
        foreach (var entry in text.References)
        {
            var keys = Keys(entry).ToList();
            var known = keys.Where(first.ContainsKey).Take(1).ToList();
            foreach (var key in keys)
                first.TryAdd(key, entry);
            foreach (var key in known)
                yield return ReferenceProblem.Of(
                    text.Path,
                    entry,
                    "entry-repeated",
                    ReferenceSeverity.Warning,
                    $"the {key.Kind} of entry {first[key].Key}",
                    "each paper once",
                    "Keep one of the entries and renumber the citations."
                );
        }
    }

    private static IEnumerable<(string Kind, string Key)> Keys(ListedReference entry)
    {
        if (ReferenceIdentifiers.Doi(entry.Doi) is { } doi && ReferenceIdentifiers.IsDoi(doi))
            yield return ("DOI", doi);
        if (ReferenceIdentifiers.Pmid(entry.Pmid) is { } pmid)
            yield return ("PMID", pmid);
        if (ReferenceWords.Key(entry.Title ?? "") is { Length: >= TellingTitle } title)
            yield return ("title", title);
    }

    private static IEnumerable<ReferenceProblem> Numbering(ReadText text)
    {
        var numbers = text.References.Select(r => Number(r.Key)).ToList();
        if (numbers.Any(n => n is null))
            yield break;
        var before = 0;
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = numbers[i]!.Value;
            if (Misnumbered(text, text.References[i], before, number) is { } problem)
                yield return problem;
            before = number;
        }
    }

    /// <summary>A list that keeps the numbers of a longer one has gaps and is in order; what is cited and missing is told by its citation.</summary>
    private static ReferenceProblem? Misnumbered(ReadText text, ListedReference entry, int before, int number)
    {
        if (number == before + 1L)
            return null;
        var isGap = number > before;
        return ReferenceProblem.Of(
            text.Path,
            entry,
            isGap ? "numbering-gap" : "numbering",
            isGap ? ReferenceSeverity.Note : ReferenceSeverity.Warning,
            before == 0 ? $"{number} as the first number" : $"{number} after {before}",
            $"{before + 1L}",
            isGap ? "Look for a lost entry." : "Renumber the list and its citations."
        );
    }

    private static int? Number(string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
