using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Cohorts;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Overviews;

namespace Refractor.Cli.Cohorts;

/// <summary><c>refractor test ESR1 --cohort metabric</c>: one feature of a cohort in full, with the published evidence beside it.</summary>
internal sealed class TestCommand : ReportCommand
{
    private static readonly string[] UsualEndpoints = ["pCR", "OS", "RFS", "DFS"];

    private readonly Argument<string> _feature = new("feature")
    {
        Description = "Gene, score or clinical variable that the cohort measured; any alias of a gene.",
    };
    private readonly Option<string> _cohort = PopulationOptions.Cohort();
    private readonly Option<string?> _therapy = new("--therapy")
    {
        Description =
            "Patients given this therapy only; whether the feature changes its benefit is tested where others were not given it.",
        HelpName = "therapy",
    };
    private readonly Option<string?> _endpoint = new("--endpoint")
    {
        Description = "Endpoint, such as pCR, OS or RFS.",
        HelpName = "endpoint",
    };
    private readonly Option<string?> _subtype;
    private readonly Option<string?> _adjust = PopulationOptions.Adjust();
    private readonly Option<double?> _cutOff = new("--cutoff")
    {
        Description = "A published cut-off; values above are high.",
        HelpName = "value",
    };
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Folder for the report, and for a table and R code that give the numbers again.",
        HelpName = "folder",
    };
    private readonly Option<string?> _evidence = EvidenceFile.Option();
    private readonly Option<string?> _cohorts = Shelf.Option();

    public TestCommand(Session session)
        : base(
            "test",
            "Test one feature of a cohort in full, with the published evidence beside it.",
            session,
            "refractor test GATA3 --cohort metabric --endpoint RFS --therapy chemotherapy",
            "refractor test TP53 --cohort transneo --endpoint pCR --adjust er,her2"
        )
    {
        _subtype = Named.Subtype(session);
        Add(_feature);
        Add(_cohort);
        Add(_therapy);
        Add(_endpoint);
        Add(_subtype);
        Add(_adjust);
        Add(_cutOff);
        Add(_out);
        Add(_evidence);
        Add(_cohorts);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var cohort = Shelf.Open(Shelf.Of(parse, _cohorts), parse.GetRequiredValue(_cohort));
        var name = parse.GetRequiredValue(_feature);
        var request = Request(parse, cohort);
        var features = new FeatureFinder(Session.Pack.Lexicon).Find(cohort, name);
        if (features.Count == 0)
            throw new WrongUsageException(
                $"The cohort {cohort.Name} did not measure '{Plain.Echo(name)}'; 'refractor cohort describe {cohort.Name} --all' says what it holds."
            );
        var tests = features.Select(f => FeatureTest.Run(cohort, f, request, Session.Pack.Lexicon)).ToList();
        if (parse.GetValue(_evidence) is { } path)
            EvidenceFile.Write(path, cohort, tests, name, Session);
        var published = Published(name, parse.GetValue(_therapy));
        var report = new Report(
            () => FeatureTestPage.Of(cohort, tests, published, Session.Version),
            () => FeatureTestJson.Of(cohort, tests)
        );
        if (parse.GetValue(_out) is { } folder)
            ReportFolder.Write(folder, "test", report, FeatureTestFiles.Of(cohort, tests));
        return report;
    }

    private MarkerView? Published(string feature, string? therapy)
    {
        if (Session.Names.Feature(feature) is not { } known)
            return null;
        var view = MarkerView.Of(Session.Pack, known);
        return therapy is not null && Session.Names.Therapy(therapy) is { } asked
            ? view.With(Session.Pack.Lexicon, asked)
            : view;
    }

    private FeatureTestRequest Request(ParseResult parse, Cohort cohort)
    {
        var endpoint =
            parse.GetValue(_endpoint)
            ?? UsualEndpoints.FirstOrDefault(e => cohort.FindOutcome(e) is not null)
            ?? throw new WrongUsageException(
                $"The cohort {cohort.Name} has no endpoint that is usual; name one with --endpoint: {string.Join(", ", cohort.Outcomes.Select(o => o.Endpoint))}."
            );
        var population = PopulationOptions.Read(
            cohort,
            endpoint,
            parse.GetValue(_therapy),
            parse.GetValue(_subtype),
            Session
        );
        return new FeatureTestRequest(population)
        {
            Adjust = PopulationOptions.Variables(parse.GetValue(_adjust)),
            CutOff = parse.GetValue(_cutOff),
        };
    }
}
