using System.Text;
using Refractor.Knowledge;

namespace Refractor.Exporting;

/// <summary>The papers as BibTeX entries, identified by paper key; letters outside ASCII stay UTF-8.</summary>
/// <remarks>
/// The doi field is verbatim, as biblatex and the packages for links read it. Braces in a text are spelt as commands,
/// because BibTeX counts braces even after a backslash.
/// </remarks>
internal static class BibTeX
{
    public static void Write(IReadOnlyList<Paper> papers, TextWriter target)
    {
        for (var i = 0; i < papers.Count; i++)
        {
            if (i > 0)
                target.Write('\n');
            WritePaper(papers[i], target);
        }
    }

    private static void WritePaper(Paper paper, TextWriter target)
    {
        var inJournal = IsInJournal(paper);
        var place = PaperPlace.Of(paper);
        target.Write($"@{(inJournal ? "article" : "misc")}{{{paper.Key}");
        Field(target, "author", AuthorOf(paper));
        Field(target, "title", paper.Title is { } title ? $"{{{Escape(title)}}}" : null);
        Field(target, inJournal ? "journal" : "howpublished", Escape(paper.Journal));
        Field(target, "year", FieldText.Of(paper.Year));
        Field(target, "volume", Escape(place.Volume));
        Field(target, "number", Escape(place.Issue));
        Field(
            target,
            "pages",
            place.LastPage is null ? Escape(place.FirstPage) : Escape($"{place.FirstPage}--{place.LastPage}")
        );
        Field(target, "doi", Balanced(paper.Doi));
        Field(target, "note", NoteOf(paper));
        target.Write("\n}\n");
    }

    private static void Field(TextWriter target, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            target.Write($",\n  {name} = {{{value}}}");
    }

    private static bool IsInJournal(Paper paper) =>
        paper.Kind switch
        {
            PaperKind.Preprint or PaperKind.Label or PaperKind.Registry => false,
            PaperKind.Guideline or PaperKind.MeetingAbstract => paper.Journal is not null,
            _ => true,
        };

    private static string? AuthorOf(Paper paper) =>
        AuthorName.Parse(paper.FirstAuthor) switch
        {
            null => null,
            { Given: null } organisation => $"{{{Escape(organisation.Family)}}} and others",
            { } person => $"{Escape(person.FamilyFirst)} and others",
        };

    private static string? NoteOf(Paper paper)
    {
        var parts = new List<string>();
        if (paper.Retracted)
            parts.Add("Retracted");
        if (paper.Pmid is { } pmid)
            parts.Add($"PMID: {pmid}");
        if (paper.Pmcid is { } pmcid)
            parts.Add($"PMCID: {pmcid}");
        return Escape(FieldText.Joined(parts, "; "));
    }

    /// <summary>
    /// A DOI as it is, except that braces are percent-encoded: a single one would swallow the rest of the file.
    /// </summary>
    private static string? Balanced(string? doi) =>
        doi?.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal);

    private static string? Escape(string? text)
    {
        if (text is null)
            return null;
        var escaped = new StringBuilder(text.Length);
        foreach (var c in FieldText.OneLine(text))
        {
            _ = c switch
            {
                '&' or '%' or '$' or '#' or '_' => escaped.Append('\\').Append(c),
                '{' => escaped.Append(@"\textbraceleft{}"),
                '}' => escaped.Append(@"\textbraceright{}"),
                '\\' => escaped.Append(@"\textbackslash{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '<' => escaped.Append(@"\textless{}"),
                '>' => escaped.Append(@"\textgreater{}"),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }
}
