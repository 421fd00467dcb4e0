using System.CommandLine;
using Refractor.Audit;
using Refractor.Audit.References;

namespace Refractor.Cli;

/// <summary>From which verdict on an audit counts as failed.</summary>
internal static class AuditThreshold
{
    /// <summary>The value with which nothing counts as failed.</summary>
    public const string Never = "none";
    private const AuditVerdict Default = AuditVerdict.WrongCitation;

    /// <summary>Every verdict that says that something is wrong, missing or unknown.</summary>
    private static IEnumerable<string> Names =>
        AuditVerdicts.All.Where(v => v <= AuditVerdict.NotInKnowledge).Select(AuditVerdicts.NameOf);

    /// <summary>The option; its values come with completion.</summary>
    public static Option<string> Option()
    {
        var option = new Option<string>("--fail-on")
        {
            Description =
                $"Exit with {(int)ExitCode.Findings} for this verdict and graver ones: {string.Join(", ", Names)}; '{Never}' never does.",
            HelpName = "verdict",
            DefaultValueFactory = _ => AuditVerdicts.NameOf(Default),
        };
        option.AcceptOnlyFromAmong([.. Names, Never]);
        return option;
    }

    /// <summary>The exit code of a report.</summary>
    public static ExitCode CodeOf(AuditReport report, string failOn) =>
        AuditVerdicts.TryParse(failOn, out var least) && AuditVerdicts.All.Any(v => v <= least && report.Count(v) > 0)
            ? ExitCode.Findings
            : ExitCode.Done;

    /// <summary>The exit code of a check of references.</summary>
    public static ExitCode CodeOf(ReferenceReport report, string failOn) =>
        failOn != Never && report.Count(ReferenceSeverity.Error) > 0 ? ExitCode.Findings : ExitCode.Done;
}
