using Refractor.Audit.References;
using Refractor.Audit.Texts;

namespace Refractor.Audit.Reporting;

/// <summary>Writes the result of a check of references as SARIF 2.1.0, for code hosts and editors.</summary>
public static class ReferencesSarif
{
    /// <summary>The report as one run, with all rules for references.</summary>
    /// <param name="report">The report.</param>
    /// <param name="version">Version of Refractor.</param>
    public static string Of(ReferenceReport report, string version) =>
        SarifLog.Of(
            [.. ReferenceRules.All.Select(Of)],
            [.. report.Files.SelectMany(f => f.Problems.Select(p => Of(f.Text, p)))],
            version
        );

    private static SarifRule Of(ReferenceRule rule) =>
        new(
            rule.Id,
            ReferenceSeverities.NameOf(rule.Severity),
            rule.Meaning,
            rule.Meaning,
            $"{rule.Meaning} {rule.Help}"
        );

    private static SarifFinding Of(ReadText text, ReferenceProblem problem) =>
        new(
            problem.Rule,
            $"Found {problem.Found}; expected {problem.Expected}. {problem.Advice}",
            new SarifPlace(
                text.Path,
                TextRegion.Of(text.Original, problem.Start, problem.Length, problem.Line, problem.Column)
            ),
            $"{problem.Text}\n{problem.Found}",
            []
        );
}
