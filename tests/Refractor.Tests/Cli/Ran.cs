using Refractor.Cli;

namespace Refractor.Tests.Cli;

/// <summary>What one run of the command line gave.</summary>
internal sealed record Ran(ExitCode Code, string Out, string Error)
{
    /// <summary>Runs a command in this process, in plain text.</summary>
    public static Ran Of(params string[] args) => With("", args);

    /// <summary>Runs a command with a text on standard input.</summary>
    public static Ran With(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        var code = Program.Run(args, output, error, reader);
        return new Ran((ExitCode)code, output.ToString(), error.ToString());
    }

    /// <summary>The output without digest and version numbers, which change with every release.</summary>
    public string Stable =>
        System.Text.RegularExpressions.Regex.Replace(
            System.Text.RegularExpressions.Regex.Replace(Out, "[0-9a-f]{64}|(?<=digest )[0-9a-f]{12}", "DIGEST"),
            "Refractor [0-9][0-9.]*[0-9]",
            "Refractor VERSION"
        );
}
