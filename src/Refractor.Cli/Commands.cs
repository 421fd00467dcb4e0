using System.CommandLine;
using System.CommandLine.Help;
using Refractor.Cli.Cohorts;
using Refractor.Cli.Knowledge;

namespace Refractor.Cli;

/// <summary>All commands.</summary>
internal static class Commands
{
    /// <summary>Prints the stack trace of a fault, with every command.</summary>
    public static Option<bool> Debug { get; } =
        new("--debug") { Description = "Print the stack trace of a fault.", Recursive = true };

    public static RootCommand Root(Session session)
    {
        var root = new RootCommand(
            "Cited answers on therapy resistance in breast cancer, from curated evidence. Research use only."
        );
        root.Add(new AskCommand(session));
        root.Add(new MarkerCommand(session));
        root.Add(new TherapyCommand(session));
        root.Add(new CrossCommand(session));
        root.Add(new RankCommand(session));
        root.Add(new VerifyCommand(session));
        root.Add(new AuditCommand(session));
        root.Add(KnowledgeCommand(session));
        root.Add(CohortCommand(session));
        root.Add(new TestCommand(session));
        root.Add(new ScanCommand(session));
        root.Add(new ReplicateCommand(session));
        root.Add(new MutationsCommand(session));
        root.Add(new CompareCommand(session));
        root.Add(Debug);
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
        foreach (var option in root.Options.OfType<VersionOption>())
            option.Action = new PrintVersion(session);
        return root;
    }

    private static Command KnowledgeCommand(Session session) =>
        new("knowledge", "The evidence itself: problems, counts, single items, search, comparison, export.")
        {
            new Knowledge.CheckCommand(session),
            new StatsCommand(session),
            new ShowCommand(session),
            new SearchCommand(session),
            new DiffCommand(session),
            new Knowledge.ExportCommand(session),
        };

    private static Command CohortCommand(Session session) =>
        new("cohort", "Cohorts of your own: import, list, describe, check, export.")
        {
            new ImportCommand(session),
            new ListCommand(session),
            new DescribeCommand(session),
            new Cohorts.CheckCommand(session),
            new Cohorts.ExportCommand(session),
        };
}
