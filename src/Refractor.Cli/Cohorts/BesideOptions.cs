using System.CommandLine;
using Refractor.Cohorts.Storing;
using Refractor.Knowledge;
using Refractor.Weighing;

namespace Refractor.Cli.Cohorts;

/// <summary>The options of commands that show what the user's cohorts say beside the published evidence.</summary>
internal sealed class BesideOptions
{
    private readonly Option<string?> _cohorts = Shelf.Option();
    private readonly Option<bool> _without = new("--no-cohorts")
    {
        Description = "Leave cohorts out, wherever they lie.",
    };

    public void AddTo(Command command)
    {
        command.Add(_cohorts);
        command.Add(_without);
    }

    /// <summary>What the cohorts say of some findings; null where there is no cohort or none is wanted.</summary>
    /// <param name="parse">The arguments.</param>
    /// <param name="session">The knowledge.</param>
    /// <param name="groups">Findings that stand together.</param>
    public CohortEvidence? Read(ParseResult parse, Session session, IReadOnlyList<IReadOnlyList<EvidenceItem>> groups)
    {
        if (parse.GetValue(_without) || groups.Count == 0)
            return null;
        var shelf = Shelf.Of(parse, _cohorts);
        if (shelf.Names.Count == 0)
            return parse.GetValue(_cohorts) is null
                ? null
                : throw new WrongUsageException($"There is no cohort in {Plain.Echo(shelf.Folder)}.");
        using var interrupt = new Interrupt();
        return CohortEvidence.Of(
            session.Pack,
            groups,
            OpenShelf.Of(shelf, interrupt.Token),
            session.Version,
            interrupt.Token
        );
    }
}
