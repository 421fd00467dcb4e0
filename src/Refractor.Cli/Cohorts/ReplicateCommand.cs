using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Cohorts;
using Refractor.Cohorts.Replicating;
using Refractor.Cohorts.Storing;
using Refractor.Knowledge;

namespace Refractor.Cli.Cohorts;

/// <summary><c>refractor replicate --cohort metabric</c>: every published finding against every cohort that can test it.</summary>
internal sealed class ReplicateCommand : ReportCommand
{
    private readonly Option<string[]> _cohort = new("--cohort")
    {
        Description = "Name of a cohort; may be given several times. All cohorts when left out.",
        HelpName = "name",
    };
    private readonly Option<string?> _feature = new("--feature")
    {
        Description = "Findings on this feature only.",
        HelpName = "feature",
    };
    private readonly Option<string?> _therapy = new("--therapy")
    {
        Description = "Findings on this therapy, or those within it, only.",
        HelpName = "therapy",
    };
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Folder for replication.tsv, replication.json and replication.html with everything.",
        HelpName = "folder",
    };
    private readonly Option<string?> _cohorts = Shelf.Option();

    public ReplicateCommand(Session session)
        : base(
            "replicate",
            "Hold every published finding against every cohort that can test it.",
            session,
            "refractor replicate --cohort metabric",
            "refractor replicate --therapy chemotherapy --out replication"
        )
    {
        Add(_cohort);
        Add(_feature);
        Add(_therapy);
        Add(_out);
        Add(_cohorts);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var shelf = Shelf.Of(parse, _cohorts);
        var cohorts = Open(shelf, parse.GetValue(_cohort) ?? []);
        var items = Items(parse);
        using var interrupt = new Interrupt();
        var replicator = new Replicator(Session.Pack);
        var all = PooledReplication.Of([.. cohorts.Select(c => replicator.Run(items, c, interrupt.Token))]);
        var report = new Report(
            () => ReplicationPage.Of(cohorts, all, Session.Pack.Lexicon),
            () => ReplicationJson.Of(all, cohorts, Session.Pack.Lexicon)
        );
        if (parse.GetValue(_out) is { } folder)
            ReportFolder.Write(folder, "replication", report, [("replication.tsv", ReplicationTables.Of(all))]);
        return report;
    }

    private static List<Cohort> Open(CohortShelf shelf, string[] names)
    {
        var cohorts = (names.Length > 0 ? names : [.. shelf.Names]).Select(n => Shelf.Open(shelf, n)).ToList();
        return cohorts.Count > 0
            ? cohorts
            : throw new WrongUsageException(
                $"There is no cohort in {Plain.Echo(shelf.Folder)}; 'refractor cohort import' makes one, and --cohort gbsg or rotterdam takes one that comes with the program."
            );
    }

    private List<EvidenceItem> Items(ParseResult parse)
    {
        IEnumerable<EvidenceItem> items = Session.Pack.Items;
        if (parse.GetValue(_feature) is { } name)
        {
            var feature = Named.FeatureOf(name, Session);
            items = items.Where(i => i.Feature == feature);
        }
        if (parse.GetValue(_therapy) is { } therapy)
        {
            var scope = Named.TherapyOf(therapy, Session.Names);
            items = items.Where(i => i.Therapies.Any(t => Session.Pack.Lexicon.IsWithin(t, scope)));
        }
        return [.. items];
    }
}
