using Refractor.Cohorts;
using Refractor.Knowledge;

namespace Refractor.Cli;

/// <summary>An argument that was understood as text but leads to nothing; the message says what to do.</summary>
internal sealed class WrongUsageException(string message) : Exception(message);

/// <summary>The one table from exceptions to exit codes.</summary>
internal static class Failure
{
    /// <summary>The exit code of an exception.</summary>
    public static ExitCode CodeOf(Exception exception) =>
        exception switch
        {
            WrongUsageException or CohortLacksException => ExitCode.WrongUsage,
            DataFileException or InvalidDataException => ExitCode.InvalidData,
            OperationCanceledException => ExitCode.Stopped,
            IOException or UnauthorizedAccessException => ExitCode.Unavailable,
            _ => ExitCode.InternalFault,
        };

    /// <summary>Prints an exception as one line, data problems as one line each; the trace only when asked for.</summary>
    public static ExitCode Report(Exception exception, TextWriter error, bool debug)
    {
        var code = CodeOf(exception);
        var message = Plain.OneLineEach(exception.Message);
        if (code == ExitCode.InternalFault)
            message = $"internal fault: {Plain.OneLine(exception.Message)}; run with --debug for the trace";
        if (code == ExitCode.Stopped)
            message = "stopped";
        error.Write((code is ExitCode.InvalidData or ExitCode.InternalFault ? "" : "refractor: ") + message + "\n");
        if (debug)
            error.Write(exception + "\n");
        return code;
    }
}
