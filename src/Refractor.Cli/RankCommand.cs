using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Overviews;

namespace Refractor.Cli;

/// <summary><c>refractor rank</c>: markers by strength of evidence, with its components.</summary>
internal sealed class RankCommand : ReportCommand
{
    private const int DefaultTop = 25;
    private readonly Option<string?> _therapy;
    private readonly Option<string?> _subtype;
    private readonly Option<string?> _setting;
    private readonly Option<string?> _level;
    private readonly Option<int> _top = Named.Top(DefaultTop);

    public RankCommand(Session session)
        : base(
            "rank",
            "Markers of response in order of the strength of their evidence.",
            session,
            "refractor rank --top 10",
            "refractor rank --therapy trastuzumab --setting neoadjuvant",
            "refractor rank --subtype TNBC --level protein_expression"
        )
    {
        _therapy = Named.Option("--therapy", "Therapy; with those below it.", c => Named.Therapies(c, session));
        _subtype = Named.Subtype(session);
        _setting = Named.Setting(session);
        _level = Named.Level(session);
        Add(_therapy);
        Add(_subtype);
        Add(_setting);
        Add(_level);
        Add(_top);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var names = Session.Names;
        var therapy = parse.GetValue(_therapy) is { } name ? Named.TherapyOf(name, names) : null;
        var filter = Named.Filter(names, parse.GetValue(_subtype), parse.GetValue(_setting), parse.GetValue(_level));
        var ranking = Ranking.Of(Session.Pack, therapy, filter, parse.GetValue(_top));
        return new Report(
            () => RankPage.Of(ranking, Session.Version),
            () => OverviewJson.Of(ranking),
            ranking.Entries.Count == 0 ? ExitCode.NotAnswered : ExitCode.Done
        );
    }
}
