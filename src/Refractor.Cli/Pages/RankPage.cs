using Refractor.Associations;
using Refractor.Overviews;

namespace Refractor.Cli.Pages;

/// <summary>Lays a ranking out for reading, each component in a column.</summary>
internal static class RankPage
{
    private static readonly IReadOnlyList<Column> Columns =
    [
        new("", IsNumber: true),
        new("finding"),
        new("therapy"),
        new("effect"),
        new("grade"),
        new("sources"),
        new("design"),
        new("validation"),
    ];

    public static Page Of(Ranking ranking, string version)
    {
        var restriction = string.Join(
            ", ",
            new[] { ranking.Therapy?.Label, ranking.Filter.Describe() }.Where(p => !string.IsNullOrEmpty(p))
        );
        var title = "Markers of response by strength of evidence";
        var blocks = new List<Block> { new Title(restriction.Length > 0 ? $"{title} ({restriction})" : title) };
        blocks.Add(
            new Remark(
                "In order of grade, whether the sources agree, the best design to tell predictive from prognostic, the number of independent sources, and validation. The components are not added up to a score."
            )
        );
        if (ranking.Entries.Count > 0)
            blocks.Add(new Table(Columns, [.. ranking.Entries.Select((e, i) => Row(e, i + 1))]));
        blocks.Add(new Remark(Counts(ranking)));
        if (ranking.Entries.Count > 0)
            blocks.Add(Parts.Grades);
        blocks.Add(Parts.Footer(ranking.Knowledge, version));
        return new Page(blocks);
    }

    private static string Counts(Ranking ranking)
    {
        if (ranking.Ranked == 0)
            return $"No association can be ranked; {Parts.Count(ranking.NullOnly, "association")} with null results only.";
        return $"{Parts.Number(ranking.Entries.Count)} of {Parts.Count(ranking.Ranked, "association")} shown. Left out: {Parts.Number(ranking.NullOnly)} with null results only, prognostic findings, and changes under treatment.";
    }

    private static IReadOnlyList<string> Row(RankedAssociation entry, int rank) =>
        [
            $"{rank}.",
            entry.Subject,
            entry.Therapy,
            entry.IsDivided ? "differs" : UtilityTextOf(entry),
            Grading.Letter(entry.Utility.Grade),
            UtilityText.Sources(entry),
            UtilityText.Design(entry.Utility),
            UtilityText.Validation(entry.Utility),
        ];

    private static string UtilityTextOf(RankedAssociation entry) =>
        Refractor.Knowledge.Terms.Effects.NameOf(entry.Lead.Effect).Replace('_', ' ');
}
