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
    private readonly Option<string?> _by = new("--by")
    {
        Description = "Scan within each of the subtypes that the cohort tells apart, and compare them.",
        HelpName = "subtype",
    };
    private readonly Option<string?> _adjust = PopulationOptions.Adjust();
    private readonly Option<string?> _layer = PopulationOptions.Layer();
    private readonly Option<string?> _sets = new("--sets")
    {
        Description = "GMT file of gene sets; the groups of the vocabulary when left out.",
        HelpName = "file",
    };
    private readonly Option<int> _top = Named.Top(20);
    private readonly Option<string?> _out = new("--out")
    {
        Description =
            "Folder for scan.html, scan.json, and tables of all features, sets and samples from which R gives the same numbers.",
        HelpName = "folder",
    };
    private readonly Option<string?> _cohorts = Shelf.Option();

    public ScanCommand(Session session)
        : base(
            "scan",
            "Test all features of a cohort against one endpoint, and sets of them for enrichment.",
            session,
            "refractor scan --cohort rotterdam --endpoint RFS --therapy chemotherapy",
            "refractor scan --cohort metabric --endpoint RFS --by subtype",
            "refractor scan --cohort mine --endpoint pCR --adjust er,her2 --sets h.all.gmt --out scan"
        )
    {
        _subtype = Named.Subtype(session);
        Add(_cohort);
        Add(_endpoint);
        Add(_therapy);
        Add(_subtype);
        Add(_by.AcceptOnlyFromAmong("subtype"));
        Add(_adjust);
        Add(_layer);
        Add(_sets);
        Add(_top);
        Add(_out);
        Add(_cohorts);
        AddForms();
        Validators.Add(result =>
        {
            if (result.GetValue(_by) is not null && result.GetValue(_subtype) is not null)
                result.AddError("--by subtype scans every subtype; give it or --subtype.");
        });
    }

    protected override Report Make(ParseResult parse)
    {
        var cohort = Shelf.Open(Shelf.Of(parse, _cohorts), parse.GetRequiredValue(_cohort));
        var request = Request(parse, cohort);
        using var interrupt = new Interrupt();
        using var steps = new Steps(Session);
        var top = parse.GetValue(_top);
        var (report, files) = parse.GetValue(_by) is null
            ? OfAll(cohort, CohortScanner.Run(cohort, request, steps, interrupt.Token), top)
            : BySubtype(cohort, SubtypeScan.Run(cohort, request, steps, interrupt.Token), top);
        if (parse.GetValue(_out) is { } folder)
            ReportFolder.Write(folder, "scan", report, files, interrupt.Token);
        return report;
    }

    private static (Report, (string, string)[]) OfAll(Cohort cohort, CohortScan scan, int top) =>
        (
            new Report(() => ScanPage.Of(cohort, scan, top), () => ScanJson.Of(cohort, scan)),
            [
                ("features.tsv", ScanTables.Features(scan)),
                ("sets.tsv", ScanTables.Sets(scan)),
                ("samples.tsv", ScanTables.Samples(cohort, scan)),
                ("sets.gmt", ScanTables.Gmt(scan)),
            ]
        );

    private static (Report, (string, string)[]) BySubtype(Cohort cohort, SubtypeScan scan, int top) =>
        (
            new Report(() => SubtypeScanPage.Of(cohort, scan, top), () => ScanJson.Of(cohort, scan)),
            [
                ("features.tsv", SubtypeScanTables.Features(scan)),
                ("sets.tsv", SubtypeScanTables.Sets(scan)),
                ("samples.tsv", SubtypeScanTables.Samples(cohort, scan)),
                ("differences.tsv", SubtypeScanTables.Differences(scan)),
            ]
        );

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
            Layer = parse.GetValue(_layer) ?? cohort.DefaultLayer,
            Adjust = PopulationOptions.Variables(parse.GetValue(_adjust)),
            Sets = parse.GetValue(_sets) is { } file ? GeneSet.Read(file) : GeneSet.Of(Session.Pack.Lexicon),
        };
}
