using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Cohorts.Describing;

namespace Refractor.Cli.Cohorts;

/// <summary><c>refractor cohort describe metabric</c>: what a cohort holds.</summary>
internal sealed class DescribeCommand : ReportCommand
{
    private readonly Argument<string> _name = Shelf.Name();
    private readonly Option<string?> _cohorts = Shelf.Option();
    private readonly Option<bool> _all = new("--all")
    {
        Description = "Name every clinical variable, not those with a role alone.",
    };

    public DescribeCommand(Session session)
        : base("describe", "Say what a cohort holds, in numbers.", session, "refractor cohort describe metabric")
    {
        Add(_name);
        Add(_all);
        Add(_cohorts);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var cohort = Shelf.Open(Shelf.Of(parse, _cohorts), parse.GetRequiredValue(_name));
        var summary = CohortSummary.Of(cohort);
        var all = parse.GetValue(_all);
        return new Report(() => CohortPage.Of(summary, all), () => CohortJson.Of(summary));
    }
}
