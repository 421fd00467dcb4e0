using System.CommandLine;
using Refractor.Cli.Cohorts;
using Refractor.Cli.Pages;
using Refractor.Overviews;
using Refractor.Weighing;

namespace Refractor.Cli;

/// <summary><c>refractor marker TP53</c>: everything known of one feature, by therapy.</summary>
internal sealed class MarkerCommand : ReportCommand
{
    private readonly Argument<string> _feature;
    private readonly Option<bool> _explain = new("--explain")
    {
        Description = "Print the rules behind grades and states of conflict.",
    };

    private readonly BesideOptions _beside = new();

    public MarkerCommand(Session session)
        : base(
            "marker",
            "Everything known of one feature, by therapy.",
            session,
            "refractor marker TP53",
            "refractor marker P-gp --explain",
            "refractor marker miR-21 --json"
        )
    {
        _feature = Named.Feature(session);
        Add(_feature);
        Add(_explain);
        _beside.AddTo(this);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var feature = Named.FeatureOf(parse.GetRequiredValue(_feature), Session);
        var view = MarkerView.Of(Session.Pack, feature);
        var explain = parse.GetValue(_explain);
        var inCohorts = _beside.Read(parse, Session, [.. view.Associations.Select(a => a.Association.Items)]);
        return new Report(
            () => MarkerPage.Of(view, inCohorts, Session, explain),
            () => OverviewJson.Of(view, inCohorts is null ? null : json => CohortEvidenceJson.Write(json, inCohorts)),
            view.IsEmpty ? ExitCode.NotAnswered : ExitCode.Done
        );
    }
}
