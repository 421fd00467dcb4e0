using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Cohorts.Scanning;

namespace Refractor.Cli.Cohorts;

/// <summary><c>refractor mutations --cohort metabric --endpoint OS</c>: altered against not altered, gene by gene.</summary>
internal sealed class MutationsCommand : ReportCommand
{
    private readonly Option<string> _cohort = PopulationOptions.Cohort();
    private readonly Option<string> _endpoint = PopulationOptions.Endpoint();
    private readonly Option<string?> _therapy = PopulationOptions.Therapy();
    private readonly Option<string?> _subtype;
    private readonly Option<int> _fewest = new("--fewest")
    {
        Description = "Genes altered in fewer patients are not tested.",
        DefaultValueFactory = _ => MutationScan.FewestAltered,
        HelpName = "n",
    };
    private readonly Option<int> _top = Named.Top(20);
    private readonly Option<string?> _out = new("--out")
    {
        Description = "File for all genes, tab-separated.",
        HelpName = "file",
    };
    private readonly Option<string?> _cohorts = Shelf.Option();

    public MutationsCommand(Session session)
        : base(
            "mutations",
            "Compare altered with not altered tumours, gene by gene, among sequenced patients.",
            session,
            "refractor mutations --cohort metabric --endpoint RFS --therapy endocrine",
            "refractor mutations --cohort transneo --endpoint pCR --out genes.tsv"
        )
    {
        _subtype = Named.Subtype(session);
        Add(_cohort);
        Add(_endpoint);
        Add(_therapy);
        Add(_subtype);
        Add(_fewest);
        Add(_top);
        Add(_out);
        Add(_cohorts);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var cohort = Shelf.Open(Shelf.Of(parse, _cohorts), parse.GetRequiredValue(_cohort));
        var request = PopulationOptions.Read(
            cohort,
            parse.GetRequiredValue(_endpoint),
            parse.GetValue(_therapy),
            parse.GetValue(_subtype),
            Session
        );
        var scan = MutationScan.Run(cohort, request, parse.GetValue(_fewest));
        if (parse.GetValue(_out) is { } file)
        {
            Files.CheckTarget("--out", file);
            File.WriteAllText(file, MutationTables.Of(scan));
        }
        var top = parse.GetValue(_top);
        return new Report(() => MutationsPage.Of(cohort, scan, top), () => ScanJson.Of(cohort, scan));
    }
}
