using System.CommandLine;

namespace Refractor.Cli;

/// <summary>Says what is wrong with a command line and where its help is.</summary>
internal static class Usage
{
    public static ExitCode Report(ParseResult parse, TextWriter error)
    {
        foreach (var message in parse.Errors.Select(e => Plain.OneLine(e.Message)).Distinct())
            error.Write($"refractor: {Plain.Echo(message)}\n");
        var path = new List<string>();
        for (System.CommandLine.Parsing.SymbolResult? at = parse.CommandResult; at is not null; at = at.Parent)
        {
            if (at is System.CommandLine.Parsing.CommandResult command)
                path.Insert(0, command.Command is RootCommand ? "refractor" : command.Command.Name);
        }
        error.Write($"See '{string.Join(' ', path)} --help'.\n");
        return ExitCode.WrongUsage;
    }
}
