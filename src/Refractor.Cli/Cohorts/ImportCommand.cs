using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Cohorts.Describing;
using Refractor.Cohorts.Importing;
using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Storing;
using Refractor.Knowledge;

namespace Refractor.Cli.Cohorts;

/// <summary><c>refractor cohort import folder --as name</c>: makes a cohort of the files of a folder.</summary>
internal sealed class ImportCommand : ReportCommand
{
    private readonly Argument<string> _folder = new("folder")
    {
        Description = "Folder with the files: a cBioPortal study, or any tables.",
    };
    private readonly Option<string> _name = new("--as")
    {
        Description = "Name of the cohort: letters, digits, hyphen, underscore.",
        HelpName = "name",
        Required = true,
    };
    private readonly Option<string?> _mapping = new("--mapping")
    {
        Description = "YAML file that says what cannot be guessed, or was guessed wrong.",
        HelpName = "file",
    };
    private readonly Option<double> _leastMatched = new("--least-matched")
    {
        Description = "Share of the samples of each file that must belong to a patient, 0 to 1.",
        DefaultValueFactory = _ => new ImportOptions().LeastMatched,
        HelpName = "share",
    };
    private readonly Option<string?> _symbols = new("--symbols")
    {
        Description = "HGNC's complete set (hgnc_complete_set.txt): names of genes become current symbols.",
        HelpName = "file",
    };
    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Read and report everything, store nothing.",
    };
    private readonly Option<string?> _cohorts = Shelf.Option();

    public ImportCommand(Session session)
        : base(
            "import",
            "Make a cohort of the files of a folder; shows what was guessed and what was left out.",
            session,
            "refractor cohort import brca_metabric --as metabric --mapping examples/metabric.yaml",
            "refractor cohort import study --as mine --dry-run"
        )
    {
        Add(_folder);
        Add(_name);
        Add(_mapping);
        Add(_symbols);
        Add(_leastMatched);
        Add(_dryRun);
        Add(_cohorts);
        AddForms();
        Validators.Add(result =>
        {
            if (result.GetValue(_leastMatched) is < 0 or > 1)
                result.AddError("--least-matched is a share from 0 to 1.");
        });
    }

    protected override Report Make(ParseResult parse)
    {
        var name = parse.GetRequiredValue(_name);
        if (!CohortShelf.IsName(name))
            throw new WrongUsageException(
                $"'{Plain.Echo(name)}' cannot be the name of a cohort; use letters, digits, hyphen and underscore."
            );
        var folder = parse.GetRequiredValue(_folder);
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{Plain.Echo(folder)}'.");
        var mapping = parse.GetValue(_mapping) is { } file ? MappingReader.Read(file) : new CohortMapping();
        using var interrupt = new Interrupt();
        using var steps = new Steps(Session);
        var result = CohortImporter.Import(
            name,
            folder,
            mapping,
            Session.Pack.Lexicon,
            new ImportOptions
            {
                LeastMatched = parse.GetValue(_leastMatched),
                Symbols = parse.GetValue(_symbols),
                WillBeStored = !parse.GetValue(_dryRun),
            },
            steps,
            interrupt.Token
        );
        var stored = parse.GetValue(_dryRun)
            ? null
            : Store(result, folder, Shelf.Of(parse, _cohorts), steps, interrupt.Token);
        return new Report(() => ImportPage.Of(result, stored), () => CohortJson.Of(result), CodeOf(result));
    }

    /// <summary>A cohort that could be made in spite of errors is there, but whoever runs the import from a script has to see them.</summary>
    private static ExitCode CodeOf(ImportResult result) =>
        result.Cohort is null ? ExitCode.InvalidData
        : result.Report.Problems.Any(p => p.Severity == Severity.Error) ? ExitCode.Findings
        : ExitCode.Done;

    private string? Store(ImportResult result, string sources, CohortShelf shelf, Steps steps, CancellationToken cancel)
    {
        if (result.Cohort is null)
            return null;
        Directory.CreateDirectory(shelf.Folder);
        var path = shelf.PathOf(result.Cohort.Name);
        CohortFolder.Write(path, result.Cohort, sources, result.Report, Session.Version, steps, cancel);
        return path;
    }
}
