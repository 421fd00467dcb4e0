using Refractor.Cli;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Audit;

/// <summary>The example of docs/audit.md.</summary>
public class ExampleAuditTests
{
    [Fact]
    public void The_example_reads_as_approved()
    {
        var file = Path.Combine(Repository.Root, "docs", "examples", "answer.md");
        var ran = Ran.Of("audit", file, "--markdown");
        ran.Code.ShouldBe(ExitCode.Findings, ran.Error);
        Approved.Check(ran.Stable.Replace(file, "answer.md", StringComparison.Ordinal), "Audit/example.md");
    }
}
