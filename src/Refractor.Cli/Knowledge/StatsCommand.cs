using System.CommandLine;
using Refractor.Answers;
using Refractor.Cli.Pages;
using Refractor.Knowledge;
using Refractor.Overviews;

namespace Refractor.Cli.Knowledge;

/// <summary><c>refractor knowledge stats</c>: what the knowledge holds, in numbers.</summary>
internal sealed class StatsCommand : ReportCommand
{
    public StatsCommand(Session session)
        : base(
            "stats",
            "Count papers, items, features and therapies.",
            session,
            "refractor knowledge stats",
            "refractor knowledge stats --json"
        )
    {
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var stats = KnowledgeStats.Of(Session.Pack);
        return new Report(() => PageOf(stats), () => OverviewJson.Of(stats));
    }

    private Page PageOf(KnowledgeStats stats)
    {
        var years = stats.Years is { } y ? $"{y.First} to {y.Last}" : "not known";
        var blocks = new List<Block>
        {
            new Title($"Knowledge {stats.Version}"),
            new Fields([
                ("papers", Parts.Number(stats.Papers)),
                ("years", years),
                ("evidence items", Parts.Number(stats.Items)),
                ("not confirmed", Parts.Number(stats.NotConfirmed)),
                ("of retracted papers", Parts.Number(stats.Retracted)),
                ("features", Parts.Number(stats.Features)),
                ("therapies", Parts.Number(stats.Therapies)),
                ("digest", stats.Digest),
            ]),
        };
        foreach (var (property, counts) in stats.By)
        {
            blocks.Add(new Heading($"Items by {property}"));
            blocks.Add(new Fields([.. counts.Select(c => (c.Name.Replace('_', ' '), Parts.Number(c.Count)))]));
        }
        blocks.Add(Parts.Footer(KnowledgeStamp.Of(Session.Pack), Session.Version));
        return new Page(blocks);
    }
}
