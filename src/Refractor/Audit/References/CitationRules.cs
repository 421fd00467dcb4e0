using System.Globalization;
using Refractor.Audit.Texts;

namespace Refractor.Audit.References;

/// <summary>Whether citations and reference list fit each other.</summary>
internal static class CitationRules
{
    public static IEnumerable<ReferenceProblem> Check(ReadText text)
    {
        var citations = text
            .Statements.SelectMany(s => s.Citations)
            .OrderBy(c => c.Start)
            .DistinctBy(c => (c.Start, c.Mark))
            .ToList();
        return NotListed(text, citations).Concat(BadDois(text, citations)).Concat(NeverCited(text, citations));
    }

    private static IEnumerable<ReferenceProblem> NotListed(ReadText text, List<Citation> citations) =>
        citations
            .Where(c => c is { Reference: null, Doi: null, Pmid: null })
            .GroupBy(c => c.Mark)
            .Select(marks => NotListed(text, marks.First(), marks.Count()));

    private static ReferenceProblem NotListed(ReadText text, Citation citation, int times)
    {
        var often = times == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", {times} times");
        return Of(
            text,
            citation,
            "cited-not-listed",
            $"citation {citation.Mark}{often}",
            text.References.Count == 0 ? "a reference list with its entry" : "an entry of the reference list",
            "Add the entry, or remove the citation."
        );
    }

    private static IEnumerable<ReferenceProblem> BadDois(ReadText text, List<Citation> citations)
    {
        foreach (var citation in citations)
        {
            if (citation is { Reference: null, Doi: { } doi } && EntryRules.DoiFault(doi) is { } fault)
                yield return Of(
                    text,
                    citation,
                    "doi-syntax",
                    $"'{doi}', {fault}",
                    EntryRules.ExpectedDoi,
                    EntryRules.CopyDoi
                );
        }
    }

    private static IEnumerable<ReferenceProblem> NeverCited(ReadText text, List<Citation> citations)
    {
        var cited = citations.Select(c => c.Reference).OfType<ListedReference>().ToHashSet();
        if (cited.Count > 0)
            return text
                .References.Where(e => !cited.Contains(e))
                .Select(e => NeverCited(text, e, $"no citation of entry {e.Key}"));
        return text.References.Take(1).Select(e => NeverCited(text, e, "no citation of any entry of the list"));
    }

    private static ReferenceProblem NeverCited(ReadText text, ListedReference entry, string found) =>
        ReferenceProblem.Of(
            text.Path,
            entry,
            "listed-not-cited",
            ReferenceSeverity.Warning,
            found,
            "a citation in the text",
            "Cite the entry where it is used, or remove it."
        );

    private static ReferenceProblem Of(
        ReadText text,
        Citation citation,
        string rule,
        string found,
        string expected,
        string advice
    )
    {
        var (line, column) = Place(text.Original, citation.Start);
        return new ReferenceProblem(
            rule,
            ReferenceSeverity.Error,
            text.Path,
            line,
            column,
            citation.Mark,
            found,
            expected,
            advice
        )
        {
            Start = citation.Start,
            Length = citation.Length,
        };
    }

    private static (int Line, int Column) Place(string original, int start)
    {
        var before = original.AsSpan(0, Math.Clamp(start, 0, original.Length));
        var line = before.Count('\n') + 1;
        return (line, before.Length - before.LastIndexOf('\n'));
    }
}
