using Refractor.Answers.Writing;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Audit.Reporting;

/// <summary>An evidence item as reports print it beside a statement.</summary>
public static class EvidenceText
{
    /// <summary>"High ABCB1 mRNA was associated with resistance to docetaxel".</summary>
    public static string Finding(EvidenceItem item)
    {
        var subject = SubjectPhrase.Of(item);
        var finding = $"{subject} {EffectPhrase.Of(item, subject)}";
        return Prose.Capitalised(
            item.IsConfirmed ? finding : $"not confirmed, seen only through another text: {finding}"
        );
    }

    /// <summary>"retrospective cohort: pCR: 17 % vs 68 %, p = 0.005, n = 59".</summary>
    public static string Figures(EvidenceItem item) => $"{ContextPhrase.Study(item)}: {FiguresPhrase.Of(item)}";

    /// <summary>The letter of its grade.</summary>
    public static string Grade(EvidenceItem item) => Grading.Letter(Grading.Of(item));

    /// <summary>"Burger 2003, doi:10.…", with "retracted" where it is so.</summary>
    public static string Source(Paper paper)
    {
        var identifiers = paper.Doi is null ? PaperText.Identifiers(paper) : "doi:" + paper.Doi;
        var name = PaperText.Short(paper);
        var source = identifiers.Length > 0 && identifiers != name ? $"{name}, {identifiers}" : name;
        return paper.Retracted ? source + ", retracted" : source;
    }

    /// <summary>Source, finding and figures on one line.</summary>
    public static string Line(EvidenceItem item) =>
        $"{Source(item.Paper)} [{item.Id}, {Grade(item)}]: {Finding(item)} ({Figures(item)}).";
}
