using Refractor.Cli;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Audit.Reporting;

/// <summary>A report without what changes with every version of the knowledge.</summary>
internal static class Stable
{
    public static string Of(string report) =>
        new Ran(ExitCode.Done, report, "")
            .Stable.Replace(
                $"\"items\": {RealKnowledge.Pack.Items.Count}",
                "\"items\": ITEMS",
                StringComparison.Ordinal
            )
            .Replace($"{RealKnowledge.Pack.Items.Count:#,0} evidence items", "ITEMS", StringComparison.Ordinal)
            .Replace(RealKnowledge.Pack.Version, "VERSION", StringComparison.Ordinal);
}
