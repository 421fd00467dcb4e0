using Refractor.Audit;
using Refractor.Audit.References;
using Refractor.Audit.Reporting;
using Refractor.Audit.Reporting.Html;
using Refractor.Cli.Pages;

namespace Refractor.Cli;

/// <summary>What an audit gave, ready to be written in any form.</summary>
/// <param name="Page">For the terminal and Markdown.</param>
/// <param name="Json">As JSON.</param>
/// <param name="Sarif">As SARIF.</param>
/// <param name="Html">As a web page.</param>
/// <param name="Counts">In a few words.</param>
internal sealed record AuditResult(
    Func<Page> Page,
    Func<string> Json,
    Func<string> Sarif,
    Func<string> Html,
    string Counts
)
{
    /// <summary>An audit of statements.</summary>
    public static AuditResult Of(AuditReport report, string version, bool all) =>
        new(
            () => AuditPage.Of(report, version, all),
            () => AuditJson.Of(report),
            () => AuditSarif.Of(report, version),
            () => AuditHtml.Of(report, version),
            AuditPage.Counts(report)
        );

    /// <summary>A check of references, which has no web page.</summary>
    public static AuditResult Of(ReferenceReport report, string version) =>
        new(
            () => ReferencesPage.Of(report, version),
            () => ReferencesJson.Of(report),
            () => ReferencesSarif.Of(report, version),
            () => throw new InvalidOperationException("A check of references has no web page."),
            ReferencesPage.Counts(report)
        );
}
