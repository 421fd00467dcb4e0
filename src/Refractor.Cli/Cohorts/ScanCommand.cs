using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Cohorts;
using Refractor.Cohorts.Scanning;

namespace Refractor.Cli.Cohorts;

/// <summary><c>refractor scan --cohort metabric --endpoint OS</c>: all features of a cohort against one endpoint.</summary>
internal sealed class ScanCommand : ReportCommand
{
    private readonly Option<string> _cohort = PopulationOptions.Cohort();
    private readonly Option<string> _endpoint = PopulationOptions.Endpoint();
    private readonly Option<string?> _therapy = PopulationOptions.Therapy();
    private readonly Option<string?> _subtype;
    private readonly Option<string?> _adjust = PopulationOptions.Adjust();
    private readonly Option<string> _layer = PopulationOptions.Layer();
    private readonly Option<string?> _sets = new("--sets")
    {
        Description = "GMT file of gene sets; the groups of the vocabulary when left out.",
        HelpName = "file",
    };
    private readonly Option<int> _top = Named.Top(20);
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Folder for scan.html, features.tsv, sets.tsv and scan.json with everything.",
        HelpName = "folder",
    };
    private readonly Option<string?> _cohorts = Shelf.Option();

    public ScanCommand(Session session)
        : base(
            "scan",
            "Test all features of a cohort against one endpoint, and sets of them for enrichment.",
            session,
            "refractor scan --cohort metabric --endpoint RFS --therapy chemotherapy",
            "refractor scan --cohort mine --endpoint pCR --adjust er,her2 --sets h.all.gmt --out scan"
        )
    {
        _subtype = Named.Subtype(session);
        Add(_cohort);
        Add(_endpoint);
        Add(_therapy);
        Add(_subtype);
        Add(_adjust);
        Add(_layer);
        Add(_sets);
        Add(_top);
        Add(_out);
        Add(_cohorts);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var cohort = Shelf.Open(Shelf.Of(parse, _cohorts), parse.GetRequiredValue(_cohort));
        var request = Request(parse, cohort);
        using var interrupt = new Interrupt();
        using var steps = new Steps(Session);
        var scan = CohortScanner.Run(cohort, request, steps, interrupt.Token);
        var top = parse.GetValue(_top);
        var report = new Report(() => ScanPage.Of(cohort, scan, top), () => ScanJson.Of(scan));
        if (parse.GetValue(_out) is { } folder)
            ReportFolder.Write(
                folder,
                "scan",
                report,
                [("features.tsv", ScanTables.Features(scan)), ("sets.tsv", ScanTables.Sets(scan))],
                interrupt.Token
            );
        return report;
    }

    private ScanRequest Request(ParseResult parse, Cohort cohort) =>
        new(
            PopulationOptions.Read(
                cohort,
                parse.GetRequiredValue(_endpoint),
                parse.GetValue(_therapy),
                parse.GetValue(_subtype),
                Session
            )
        )
        {
            Layer = parse.GetRequiredValue(_layer),
            Adjust = PopulationOptions.Variables(parse.GetValue(_adjust)),
            Sets = parse.GetValue(_sets) is { } file ? GeneSet.Read(file) : GeneSet.Of(Session.Pack.Lexicon),
        };
}
