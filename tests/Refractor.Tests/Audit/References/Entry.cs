using Refractor.Audit.Texts;

namespace Refractor.Tests.Audit.References;

/// <summary>Entries of reference lists as a reader of texts hands them over.</summary>
internal static class Entry
{
    public static ListedReference Of(
        string text,
        string? doi = null,
        string? pmid = null,
        string? title = null,
        string? author = null,
        int? year = null,
        string key = "1",
        int line = 1
    ) =>
        new()
        {
            Key = key,
            Start = 0,
            Length = text.Length,
            Line = line,
            Column = 1,
            Text = text,
            Doi = doi,
            Pmid = pmid,
            Title = title,
            FirstAuthor = author,
            Year = year,
        };

    /// <summary>A text with that list, and with one statement that cites the entries given.</summary>
    public static ReadText Text(IReadOnlyList<ListedReference> list, params Citation[] citations)
    {
        var statement = new TextStatement
        {
            Start = 0,
            Length = 5,
            Line = 1,
            Column = 1,
            Text = "Words",
            Plain = "Words",
            Citations = citations,
        };
        return new ReadText("answer.md", "Words", [statement], list);
    }

    /// <summary>A citation of an entry.</summary>
    public static Citation Cited(ListedReference reference) =>
        new(reference.Key, 0, reference.Key.Length, reference, null);
}
