using System.CommandLine;
using Refractor.Audit;
using Refractor.Audit.References.Online;
using Refractor.Cli;

namespace Refractor.Tests.Cli;

/// <summary>Runs the audit command with what a test made.</summary>
internal static class AuditRan
{
    public static Ran Of(AuditReport report, params string[] args) =>
        Run("A text.", _ => report, ReferenceLookUp.Patience, args);

    /// <summary>Checks the references of a text with indexes that a test made.</summary>
    public static Ran References(string text, ReferenceServiceOptions service, params string[] args) =>
        Run(text, _ => throw new InvalidOperationException(), service, ["-", "--references-only", .. args]);

    private static Ran Run(
        string text,
        Func<IReadOnlyList<AuditText>, AuditReport> audit,
        ReferenceServiceOptions service,
        string[] args
    )
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader(text);
        var session = new Session(output, error, input, Screen.Plain);
        var root = new RootCommand { new AuditCommand(session, audit, service) };
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Error = error };
        var code = root.Parse(["audit", .. args]).Invoke(configuration);
        return new Ran((ExitCode)code, output.ToString(), error.ToString());
    }
}
