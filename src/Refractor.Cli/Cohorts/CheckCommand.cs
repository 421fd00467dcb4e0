using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Cohorts.Describing;
using Refractor.Cohorts.Storing;

namespace Refractor.Cli.Cohorts;

/// <summary><c>refractor cohort check metabric</c>: whether the files of a cohort are as they were written.</summary>
internal sealed class CheckCommand : ReportCommand
{
    private readonly Argument<string> _name = Shelf.Name();
    private readonly Option<string?> _cohorts = Shelf.Option();

    public CheckCommand(Session session)
        : base("check", "Compare the files of a cohort with their digests.", session, "refractor cohort check metabric")
    {
        Add(_name);
        Add(_cohorts);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var path = Shelf.PathOf(Shelf.Of(parse, _cohorts), parse.GetRequiredValue(_name));
        var changed = CohortFolder.Changed(path);
        if (changed.Count == 0)
            _ = CohortFolder.Read(path);
        return new Report(
            () => CohortListPage.Checked(CohortFolder.ReadManifest(path), changed),
            () => CohortJson.OfChanged(changed),
            changed.Count == 0 ? ExitCode.Done : ExitCode.InvalidData
        );
    }
}
