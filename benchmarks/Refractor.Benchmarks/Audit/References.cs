using System.Globalization;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit;

/// <summary>Entries of a reference list in several styles.</summary>
internal static class References
{
    /// <summary>Number of styles.</summary>
    public const int Styles = 4;

    private static readonly (string Prefix, string Journal)[] Journals =
    [
        ("10.1038/s41523-0", "npj Breast Cancer"),
        ("10.1186/s13058-0", "Breast Cancer Research"),
        ("10.1007/s10549-0", "Breast Cancer Research and Treatment"),
    ];

    public static bool CanCite(Paper paper) =>
        paper.Doi is not null
        || paper.Pmid is not null
        || (paper is { Title: not null, Journal: not null, Year: not null });

    /// <summary>The entry of a paper without its number.</summary>
    public static string Of(Paper paper, int style)
    {
        var author = paper.FirstAuthor is { } a
            ? $"{a}{(a.Contains(' ', StringComparison.Ordinal) ? ", et al" : " et al")}"
            : null;
        return style switch
        {
            0 => Join(author, paper.Title, Place(paper), DoiOr(paper, "doi:")),
            1 => Join(
                author is null ? null : $"{author} ({Year(paper) ?? "n.d."})",
                paper.Title,
                author is null ? Place(paper) : paper.Journal,
                DoiOr(paper, "https://doi.org/")
            ),
            2 => Join(author, paper.Title, Place(paper), PmidOr(paper)),
            _ => paper is { Title: not null, FirstAuthor: not null, Journal: not null, Year: not null }
                ? Join(author, paper.Title, Place(paper))
                : Join(author, paper.Title, Place(paper), DoiOr(paper, "doi:")),
        };
    }

    /// <summary>
    /// A well-formed entry of a paper that does not exist: article numbers above 99,000 are not given by these journals. No author is named.
    /// </summary>
    public static string Invented(SeededSentence sentence, Randomness random)
    {
        var (prefix, journal) = random.Pick(Journals);
        var year = 2018 + random.Below(7);
        var feature = sentence.Item.Feature.Name;
        var title = random.Pick([
            $"Clinical relevance of {feature} for treatment outcome in a multicentre breast cancer cohort",
            $"{feature} and therapy response in breast cancer: results of a translational study",
            $"A long-term analysis of {feature} and therapeutic resistance in mammary carcinoma",
        ]);
        var doi = string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}{year - 2000}-99{random.Below(900) + 100}-{random.Below(9) + 1}"
        );
        return Join(char.ToUpperInvariant(title[0]) + title[1..], $"{journal} {year}", $"doi:{doi}");
    }

    private static string? Year(Paper paper) => paper.Year?.ToString(CultureInfo.InvariantCulture);

    private static string Place(Paper paper) => $"{paper.Journal} {Year(paper)}".Trim();

    private static string? DoiOr(Paper paper, string prefix) =>
        paper.Doi is { } doi ? prefix + doi
        : paper.Pmid is { } pmid ? $"PMID: {pmid}"
        : null;

    private static string? PmidOr(Paper paper) => paper.Pmid is { } pmid ? $"PMID: {pmid}" : DoiOr(paper, "doi:");

    private static string Join(params string?[] parts) =>
        string.Join(". ", parts.Where(p => !string.IsNullOrEmpty(p)).Select(p => p!.TrimEnd('.'))) + ".";
}
