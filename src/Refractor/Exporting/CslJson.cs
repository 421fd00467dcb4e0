using Refractor.Knowledge;

namespace Refractor.Exporting;

/// <summary>The papers as an array of CSL JSON 1.0.2 items, identified by paper key.</summary>
/// <remarks>
/// Only the first author is known, so only that one stands here: CSL has no way to say that there are others.
/// </remarks>
internal static class CslJson
{
    public static void Write(IReadOnlyList<Paper> papers, TextWriter target)
    {
        using var json = new JsonText(target);
        json.Writer.WriteStartArray();
        foreach (var paper in papers)
        {
            WritePaper(json, paper);
            json.FlushIfLarge();
        }
        json.Writer.WriteEndArray();
        json.End();
    }

    private static void WritePaper(JsonText json, Paper paper)
    {
        var place = PaperPlace.Of(paper);
        json.Writer.WriteStartObject();
        json.Text("id", paper.Key);
        json.Text("type", TypeOf(paper));
        json.Text("title", paper.Title);
        if (AuthorName.Parse(paper.FirstAuthor) is { } author)
            WriteAuthor(json, author);
        json.Text("container-title", paper.Journal);
        if (paper.Year is { } year)
            WriteYear(json, year);
        json.Text("volume", place.Volume);
        json.Text("issue", place.Issue);
        json.Text("page", paper.Pages);
        json.Text("DOI", paper.Doi);
        json.Text("PMID", paper.Pmid);
        json.Text("PMCID", paper.Pmcid);
        json.Text("note", paper.Retracted ? "Retracted" : null);
        json.Writer.WriteEndObject();
    }

    private static void WriteAuthor(JsonText json, AuthorName author)
    {
        json.Writer.WriteStartArray("author");
        json.Writer.WriteStartObject();
        json.Text(author.Given is null ? "literal" : "family", author.Family);
        json.Text("given", author.Given);
        json.Writer.WriteEndObject();
        json.Writer.WriteEndArray();
    }

    private static void WriteYear(JsonText json, int year)
    {
        json.Writer.WriteStartObject("issued");
        json.Writer.WriteStartArray("date-parts");
        json.Writer.WriteStartArray();
        json.Writer.WriteNumberValue(year);
        json.Writer.WriteEndArray();
        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
    }

    /// <summary>
    /// Type of the CSL 1.0.2 specification; "article" stands there for preprints, "review" for book reviews only.
    /// </summary>
    private static string TypeOf(Paper paper) =>
        paper.Kind switch
        {
            PaperKind.MeetingAbstract => "paper-conference",
            PaperKind.Preprint => "article",
            PaperKind.Guideline when paper.Journal is null => "report",
            PaperKind.Label or PaperKind.Registry => "document",
            _ => "article-journal",
        };
}
