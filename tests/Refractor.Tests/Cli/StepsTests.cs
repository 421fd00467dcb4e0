using Refractor.Cli.Cohorts;
using Refractor.Cohorts;

namespace Refractor.Tests.Cli;

public class StepsTests
{
    [Fact]
    public void Away_from_a_terminal_each_step_is_one_line_when_it_is_complete()
    {
        using var error = new StringWriter();
        using (var steps = new Steps(error, isTerminal: false, width: 80))
        {
            steps.Report(new StepProgress("linear models", 10, 20));
            steps.Report(new StepProgress("linear models", 20, 20));
            steps.Report(new StepProgress("linear models", 20, 20));
            steps.Report(new StepProgress("enrichment", 3, 3, "sets"));
        }
        error.ToString().ShouldMatch(@"^\d+\.\d s: linear models done\n\d+\.\d s: enrichment done\n$");
    }

    [Fact]
    public void On_a_terminal_one_line_is_rewritten_and_gone_at_the_end()
    {
        using var error = new StringWriter();
        using (var steps = new Steps(error, isTerminal: true, width: 12))
            steps.Report(new StepProgress("linear models", 20, 20));
        error.ToString().ShouldNotContain("\n");
        error.ToString().ShouldEndWith("\r\u001b[K");
        error.ToString().Split("\r\u001b[K").ShouldAllBe(line => line.Length <= 12);
    }

    [Theory]
    [InlineData(5_000, 20_000, "features", "a: 5,000 of 20,000 features, 2,500 a second, 6 s left")]
    [InlineData(5_000_000, 20_000_000, "bytes", "a: 5 of 20 MB, 3 a second, 6 s left")]
    [InlineData(0, 20, "sets", "a: 0 of 20 sets")]
    public void A_line_tells_the_rate_and_the_time_left(long done, long total, string unit, string expected) =>
        Steps.LineOf(new StepProgress("a", done, total, unit), TimeSpan.FromSeconds(2)).ShouldBe(expected);
}
