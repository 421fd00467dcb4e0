using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Overviews;

namespace Refractor.Cli;

/// <summary><c>refractor therapy docetaxel</c>: what is known under one therapy.</summary>
internal sealed class TherapyCommand : ReportCommand
{
    private readonly Argument<string> _therapy = new("therapy")
    {
        Description = "Agent, class or modality; brand names too, such as Taxotere.",
        HelpName = "therapy",
    };
    private readonly Option<string?> _subtype;
    private readonly Option<string?> _setting;
    private readonly Option<bool> _all = new("--all") { Description = "Print every association of each section." };

    public TherapyCommand(Session session)
        : base(
            "therapy",
            "What goes with resistance or sensitivity to one therapy, ranked.",
            session,
            "refractor therapy docetaxel",
            "refractor therapy \"endocrine therapy\" --setting metastatic",
            "refractor therapy carboplatin --subtype TNBC --all"
        )
    {
        _therapy.CompletionSources.Add(c => Named.Therapies(c, session));
        _subtype = Named.Subtype(session);
        _setting = Named.Setting(session);
        Add(_therapy);
        Add(_subtype);
        Add(_setting);
        Add(_all);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var names = Session.Names;
        var therapy = Named.TherapyOf(parse.GetRequiredValue(_therapy), names);
        var filter = Named.Filter(names, parse.GetValue(_subtype), parse.GetValue(_setting));
        var view = TherapyView.Of(Session.Pack, therapy, filter);
        var all = parse.GetValue(_all);
        return new Report(
            () => TherapyPage.Of(view, Session.Version, all),
            () => OverviewJson.Of(view),
            view.IsEmpty ? ExitCode.NotAnswered : ExitCode.Done
        );
    }
}
