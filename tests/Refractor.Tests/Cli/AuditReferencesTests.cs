using System.Text.Json;
using Refractor.Audit.References.Online;
using Refractor.Cli;
using Refractor.Tests.Audit.References;
using Refractor.Tests.Audit.References.Online;
using Refractor.Tests.Audit.Reporting;

namespace Refractor.Tests.Cli;

public sealed class AuditReferencesTests : IDisposable
{
    private readonly FakeIndex _index = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    private string Cache => Path.Combine(_folder.Root, "kept");

    private ReferenceServiceOptions Service =>
        new()
        {
            CrossrefAddress = _index.Address,
            EuropePmcAddress = _index.Address,
            RequestsPerSecond = 1000,
        };

    private static Ran Offline(string text, params string[] args) =>
        Ran.With(text, ["audit", "-", "--references-only", .. args]);

    private Ran Online(string text, params string[] args) =>
        AuditRan.References(text, Service, ["--online", "--cache", Cache, .. args]);

    [Theory]
    [InlineData("audit_references.txt")]
    [InlineData("audit_references.md", "--markdown")]
    public void The_page_reads_as_approved(string file, params string[] options) =>
        Approved.Check(Stable.Of(Offline(SampleReferences.Faulty, options).Out), "Cli/" + file);

    [Fact]
    public void The_text_keeps_to_100_columns() =>
        Offline(SampleReferences.Faulty).Out.Split('\n').Where(l => l.Length > 100).ShouldBeEmpty();

    [Fact]
    public void Errors_fail_unless_nothing_shall()
    {
        Offline(SampleReferences.Faulty).Code.ShouldBe(ExitCode.Findings);
        Offline(SampleReferences.Faulty, "--fail-on", "none").Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void A_warning_does_not_fail()
    {
        var ran = Offline(SampleReferences.Good.Replace(" [1]", ""));
        ran.Out.ShouldContain("listed-not-cited");
        ran.Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void A_good_list_has_no_problem()
    {
        var ran = Offline(SampleReferences.Good);
        (ran.Code, ran.Error).ShouldBe((ExitCode.Done, ""));
        ran.Out.ShouldContain("No problem was found.");
        ran.Out.ShouldContain("recognised by DOI");
        ran.Out.ShouldContain("Research use only.");
    }

    [Fact]
    public void A_paper_that_the_knowledge_lacks_is_not_said_to_be_good() =>
        Offline(SampleReferences.Subtle).Out.ShouldContain("which does not hold 2 of them");

    [Fact]
    public void A_text_without_a_list_says_so() => Offline("A text.").Out.ShouldContain("No reference list was found.");

    [Theory]
    [InlineData("--online looks up references", "--online")]
    [InlineData("--cache keeps what was looked up", "--references-only", "--cache", "x")]
    [InlineData("--cache needs the name", "--references-only", "--online", "--cache", "")]
    [InlineData("--fail-on can only be 'none'", "--references-only", "--fail-on", "overclaim")]
    [InlineData("--json, --markdown or --sarif", "--references-only", "--html")]
    [InlineData("--json, --markdown or --sarif", "--references-only", "-o", "report.html")]
    public void Options_that_do_not_go_together_are_wrong_usage(string message, params string[] args)
    {
        var ran = Ran.Of(["audit", "-", .. args]);
        ran.Code.ShouldBe(ExitCode.WrongUsage);
        ran.Error.ShouldContain(message);
    }

    [Fact]
    public void Nothing_is_asked_without_the_option()
    {
        AuditRan.References(SampleReferences.Subtle, Service).Code.ShouldBe(ExitCode.Done);
        _index.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void A_retracted_and_an_unknown_paper_are_found_online()
    {
        _index.Work(SampleReferences.Retracted, SampleReferences.RetractedWork);
        var ran = Online(SampleReferences.Subtle);
        ran.Code.ShouldBe(ExitCode.Findings);
        ran.Out.ShouldContain("error online-retracted, 4:4");
        ran.Out.ShouldContain("error online-doi-unknown, 5:4");
        ran.Error.ShouldContain("Ctrl-C");
        Directory.GetFiles(Cache).ShouldNotBeEmpty();
    }

    [Fact]
    public void Forms_and_files_are_those_of_an_audit()
    {
        var path = Path.Combine(_folder.Root, "report.sarif");
        var ran = Online(SampleReferences.Subtle, "--output", path);
        ran.Out.ShouldBeEmpty();
        ran.Error.ShouldContain("2 errors");
        JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        JsonDocument
            .Parse(Online(SampleReferences.Subtle, "--json").Out)
            .RootElement.GetProperty("online")
            .GetBoolean()
            .ShouldBeTrue();
    }

    [Fact]
    public void Without_a_network_the_page_says_so_and_does_not_fail()
    {
        var nobody = Service with { CrossrefAddress = FakeIndex.Nobody(), EuropePmcAddress = FakeIndex.Nobody() };
        var ran = AuditRan.References(SampleReferences.Subtle, nobody, "--online", "--cache", Cache);
        ran.Code.ShouldBe(ExitCode.Done);
        ran.Out.ShouldContain("warning online-unreachable");
        ran.Out.ShouldContain("not all could be looked up online");
    }

    [Fact]
    public void Stopping_has_a_code_of_its_own()
    {
        using var error = new StringWriter();
        Failure.Report(new OperationCanceledException(), error, debug: false).ShouldBe(ExitCode.Stopped);
        error.ToString().ShouldBe("refractor: stopped\n");
    }
}
