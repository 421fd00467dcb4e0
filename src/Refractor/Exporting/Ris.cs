using Refractor.Knowledge;

namespace Refractor.Exporting;

/// <summary>
/// The papers as RIS records, one tag per line, identified by paper key; AN holds the PMID, C2 the PMCID.
/// </summary>
/// <remarks>Lines end with LF; the readers in use take it as well as CR LF.</remarks>
internal static class Ris
{
    public static void Write(IReadOnlyList<Paper> papers, TextWriter target)
    {
        foreach (var paper in papers)
            WritePaper(paper, target);
    }

    private static void WritePaper(Paper paper, TextWriter target)
    {
        var place = PaperPlace.Of(paper);
        Tag(target, "TY", TypeOf(paper));
        Tag(target, "ID", paper.Key);
        Tag(target, "AU", AuthorName.Parse(paper.FirstAuthor)?.FamilyFirst);
        Tag(target, "TI", paper.Title);
        Tag(target, "JO", paper.Journal);
        Tag(target, "PY", FieldText.Of(paper.Year));
        Tag(target, "VL", place.Volume);
        Tag(target, "IS", place.Issue);
        Tag(target, "SP", place.FirstPage);
        Tag(target, "EP", place.LastPage);
        Tag(target, "DO", paper.Doi);
        Tag(target, "AN", paper.Pmid);
        Tag(target, "C2", paper.Pmcid);
        Tag(target, "UR", paper.Doi is { } doi ? DoiAddress.Of(doi) : null);
        Tag(target, "N1", paper.Retracted ? "Retracted" : null);
        target.Write("ER  - \n\n");
    }

    private static void Tag(TextWriter target, string tag, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            target.Write($"{tag}  - {FieldText.OneLine(value)}\n");
    }

    private static string TypeOf(Paper paper) =>
        paper.Kind switch
        {
            PaperKind.MeetingAbstract => "ABST",
            PaperKind.Preprint => "UNPB",
            PaperKind.Guideline when paper.Journal is null => "RPRT",
            PaperKind.Label or PaperKind.Registry => "GEN",
            _ => "JOUR",
        };
}
