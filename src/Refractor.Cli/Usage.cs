using System.CommandLine;

namespace Refractor.Cli;

/// <summary>Says what is wrong with a command line and where its help is.</summary>
internal static class Usage
{
    public static ExitCode Report(ParseResult parse, TextWriter error)
    {
        var messages = parse.Errors.Select(e => e.Message).Distinct().ToList();
        if (messages.Count > 1)
            messages.Remove("Required command was not provided.");
        foreach (var message in messages)
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
