using System.CommandLine;
using Refractor.Cohorts.Describing;

namespace Refractor.Cli.Cohorts;

/// <summary><c>refractor cohort export metabric --table patients</c>: the stored data as plain text for other programs.</summary>
internal sealed class ExportCommand : Command, IHasExamples
{
    private readonly Session _session;
    private readonly Argument<string> _name = Shelf.Name();
    private readonly Option<string> _table = new("--table")
    {
        Description = "patients, samples, mutations, or the name of a layer such as expression.",
        DefaultValueFactory = _ => "patients",
        HelpName = "table",
    };
    private readonly Option<string?> _out = new("--out")
    {
        Description = "File to write; standard output when left out.",
        HelpName = "file",
    };
    private readonly Option<string?> _cohorts = Shelf.Option();

    public ExportCommand(Session session)
        : base("export", "Write a table of a cohort as tab-separated text.")
    {
        _session = session;
        Add(_name);
        Add(_table);
        Add(_out);
        Add(_cohorts);
        SetAction(Export);
    }

    public IReadOnlyList<string> Examples =>
        [
            "refractor cohort export metabric > patients.tsv",
            "refractor cohort export metabric --table expression --out expression.tsv",
        ];

    private int Export(ParseResult parse)
    {
        var (shelf, name) = (Shelf.Of(parse, _cohorts), parse.GetRequiredValue(_name));
        var path = Shelf.IsDemo(shelf, name) ? null : Shelf.PathOf(shelf, name);
        var table = parse.GetRequiredValue(_table);
        var cohort = Shelf.Open(shelf, name);
        if (!CohortTables.Of(cohort, path).Contains(table))
            throw new WrongUsageException(
                $"No table '{Plain.Echo(table)}' in this cohort; there are {string.Join(", ", CohortTables.Of(cohort, path))}."
            );
        if (parse.GetValue(_out) is not { } target)
        {
            CohortTables.Write(cohort, path, table, _session.Out);
            return (int)ExitCode.Done;
        }
        Files.CheckTarget("--out", target);
        using var file = new StreamWriter(target) { NewLine = "\n" };
        CohortTables.Write(cohort, path, table, file);
        return (int)ExitCode.Done;
    }
}
