using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Cohorts.Describing;
using Refractor.Cohorts.Storing;

namespace Refractor.Cli.Cohorts;

/// <summary><c>refractor cohort list</c>: the cohorts that were imported.</summary>
internal sealed class ListCommand : ReportCommand
{
    private readonly Option<string?> _cohorts = Shelf.Option();

    public ListCommand(Session session)
        : base("list", "List the cohorts that were imported.", session, "refractor cohort list")
    {
        Add(_cohorts);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var shelf = Shelf.Of(parse, _cohorts);
        var manifests = shelf.Names.Select(n => CohortFolder.ReadManifest(shelf.PathOf(n))).ToList();
        return new Report(() => CohortListPage.Of(shelf.Folder, manifests), () => CohortJson.Of(manifests));
    }
}
