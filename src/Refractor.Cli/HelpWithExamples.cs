using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Refractor.Cli;

/// <summary>A command that can show how it is called.</summary>
internal interface IHasExamples
{
    /// <summary>Command lines that work as they stand.</summary>
    public IReadOnlyList<string> Examples { get; }
}

/// <summary>The usual help, with examples below.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const int Width = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = Width;
        var output = parseResult.InvocationConfiguration.Output;
        using var text = new StringWriter { NewLine = "\n" };
        parseResult.InvocationConfiguration.Output = text;
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        foreach (var line in text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            output.Write(line.TrimEnd() + "\n");
        if (parseResult.CommandResult.Command is IHasExamples { Examples: { Count: > 0 } examples })
            output.Write("\nExamples:\n" + string.Concat(examples.Select(e => $"  {e}\n")));
        return code;
    }
}

/// <summary>Prints the version of the program and of its knowledge.</summary>
internal sealed class PrintVersion(Session session) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        session.Out.Write($"Refractor {session.Version}, knowledge {session.Pack.Version}\n");
        return (int)ExitCode.Done;
    }
}
