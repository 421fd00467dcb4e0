using System.CommandLine;
using Refractor.Answers;
using Refractor.Cli.Pages;
using Refractor.Overviews;

namespace Refractor.Cli;

/// <summary><c>refractor cross tamoxifen radiotherapy</c>: what ties resistance to one to resistance to the other.</summary>
internal sealed class CrossCommand : ReportCommand
{
    private readonly Argument<string[]> _therapies = new("therapies")
    {
        Description = "Two therapies or more.",
        HelpName = "therapy",
        Arity = new ArgumentArity(2, 10),
    };
    private readonly Option<string?> _subtype;

    public CrossCommand(Session session)
        : base(
            "cross",
            "What ties resistance to one therapy to resistance to another.",
            session,
            "refractor cross chemotherapy radiotherapy",
            "refractor cross tamoxifen fulvestrant palbociclib",
            "refractor cross taxane platinum --subtype TNBC --json"
        )
    {
        _therapies.CompletionSources.Add(c => Named.Therapies(c, session));
        _subtype = Named.Subtype(session);
        Add(_therapies);
        Add(_subtype);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var names = Session.Names;
        var therapies = parse.GetRequiredValue(_therapies).Select(t => Named.TherapyOf(t, names)).Distinct().ToList();
        if (therapies.Count < 2)
            throw new WrongUsageException($"Two different therapies are needed; these are both {therapies[0].Label}.");
        var filter = Named.Filter(names, parse.GetValue(_subtype));
        var cross = CrossResistance.Of(Session.Pack, therapies, i => filter.Fits(i, Session.Pack.Lexicon));
        return new Report(
            () => CrossPage.Of(cross, filter.Describe(), Session),
            () => CrossJson.Of(cross, KnowledgeStamp.Of(Session.Pack)),
            cross.IsEmpty ? ExitCode.NotAnswered : ExitCode.Done
        );
    }
}
