using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Cohorts;
using Refractor.Cohorts.Pairing;
using Refractor.Cohorts.Scanning;

namespace Refractor.Cli.Cohorts;

/// <summary>
/// <c>refractor mutations --cohort metabric --endpoint OS</c>: altered against not altered, gene by gene; with <c>--paired</c>, what
/// is gained, lost and shared within patients.
/// </summary>
internal sealed class MutationsCommand : ReportCommand
{
    private readonly Option<string> _cohort = PopulationOptions.Cohort();
    private readonly Option<bool> _paired = PopulationOptions.Paired();
    private readonly Option<string?> _later = PopulationOptions.Later();
    private readonly Option<string?> _endpoint = PopulationOptions.OptionalEndpoint();
    private readonly Option<string?> _therapy = PopulationOptions.Therapy();
    private readonly Option<string?> _subtype;
    private readonly Option<int> _fewest = new("--fewest")
    {
        Description = "Genes altered in fewer patients, or pairs, are not tested.",
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
            "Compare altered with not altered tumours, or samples before and after, gene by gene, among sequenced patients.",
            session,
            "refractor mutations --cohort metabric --endpoint RFS --therapy endocrine",
            "refractor mutations --cohort transneo --endpoint pCR --out genes.tsv",
            "refractor mutations --cohort mine --paired --later relapse"
        )
    {
        _subtype = Named.Subtype(session);
        Add(_cohort);
        Add(_paired);
        Add(_later);
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
        return parse.GetValue(_paired) ? OfPairs(parse, cohort) : OfOutcome(parse, cohort);
    }

    private Report OfOutcome(ParseResult parse, Cohort cohort)
    {
        if (parse.GetValue(_later) is not null)
            throw new WrongUsageException("--later belongs to --paired.");
        var request = PopulationOptions.Read(
            cohort,
            parse.GetValue(_endpoint)
                ?? throw new WrongUsageException(
                    "Name the endpoint with --endpoint; for samples before and after, give --paired."
                ),
            parse.GetValue(_therapy),
            parse.GetValue(_subtype),
            Session
        );
        var scan = MutationScan.Run(cohort, request, parse.GetValue(_fewest));
        Write(parse, () => MutationTables.Of(scan));
        var top = parse.GetValue(_top);
        return new Report(() => MutationsPage.Of(cohort, scan, top), () => ScanJson.Of(cohort, scan));
    }

    private Report OfPairs(ParseResult parse, Cohort cohort)
    {
        if (parse.GetValue(_endpoint) is not null)
            throw new WrongUsageException("--paired compares samples of the same patients and takes no --endpoint.");
        var pairs = PopulationOptions.Pairs(
            cohort,
            parse.GetValue(_therapy),
            parse.GetValue(_subtype),
            parse.GetValue(_later),
            Session
        );
        var mutations = MutationPairs.Run(cohort, pairs, parse.GetValue(_fewest));
        Write(parse, () => MutationPairTables.Genes(mutations));
        var top = parse.GetValue(_top);
        return new Report(() => MutationPairsPage.Of(cohort, mutations, top), () => ChangeJson.Of(cohort, mutations));
    }

    private void Write(ParseResult parse, Func<string> table)
    {
        if (parse.GetValue(_out) is not { } file)
            return;
        Files.CheckTarget("--out", file);
        File.WriteAllText(file, table());
    }
}
