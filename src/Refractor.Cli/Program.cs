using System.CommandLine;
using System.Text;

namespace Refractor.Cli;

/// <summary>The command line of Refractor.</summary>
public static class Program
{
    /// <summary>Runs a command on the process's own streams; the exit code is one of <see cref="ExitCode"/>.</summary>
    public static int Main(string[] args)
    {
        using var output = Utf8(Console.OpenStandardOutput());
        using var error = Utf8(Console.OpenStandardError());
        return (int)Run(args, new Session(output, error, Console.In, Screen.OfConsole(), IsLive));
    }

    /// <summary>Runs a command on streams of the caller, in plain text at 100 columns.</summary>
    /// <param name="args">Arguments as a shell would pass them.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives messages.</param>
    /// <param name="input">Read where an argument is "-".</param>
    /// <returns>The exit code, one of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error, TextReader input) =>
        (int)Run(args, new Session(output, error, input, Screen.Plain));

    private static ExitCode Run(string[] args, Session session)
    {
        try
        {
            var root = Commands.Root(session);
            // An argument that begins with "@" is a question like any other, not the name of a file with arguments.
            var parse = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parse.Errors.Count > 0 && parse.Action is not System.CommandLine.Help.HelpAction)
                return Usage.Report(parse, session.Error);
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = session.Out,
                Error = session.Error,
            };
            return (ExitCode)parse.Invoke(configuration);
        }
        catch (Exception e)
        {
            return Failure.Report(e, session.Error, args.Contains("--debug"));
        }
        finally
        {
            session.Out.Flush();
            session.Error.Flush();
        }
    }

    private static bool IsLive =>
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb");

    private static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(false), 1 << 14) { NewLine = "\n" };
}
