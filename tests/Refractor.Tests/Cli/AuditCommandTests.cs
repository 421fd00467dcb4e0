using System.Text;
using System.Text.Json;
using Refractor.Audit;
using Refractor.Cli;
using Refractor.Tests.Audit.Reporting;

namespace Refractor.Tests.Cli;

public class AuditCommandTests
{
    [Theory]
    [InlineData("audit.txt")]
    [InlineData("audit_all.txt", "--all")]
    [InlineData("audit.md", "--markdown")]
    public void A_report_reads_as_approved(string file, params string[] options)
    {
        var ran = AuditRan.Of(SampleAudit.Report, ["-", .. options]);
        Approved.Check(Stable.Of(ran.Out), "Cli/" + file);
    }

    [Fact]
    public void The_text_keeps_to_100_columns_without_trailing_space()
    {
        var lines = AuditRan.Of(SampleAudit.Report, "-", "--all").Out.Split('\n');
        lines.Where(l => l.Length > 100).ShouldBeEmpty();
        lines.ShouldAllBe(l => !l.EndsWith(' '));
    }

    [Fact]
    public void Headings_and_opinions_are_counted_and_shown_on_demand()
    {
        AuditRan.Of(SampleAudit.OneFile, "-").Out.ShouldNotContain("No single gene");
        AuditRan.Of(SampleAudit.OneFile, "-").Out.ShouldContain("4 headings, opinions and introductions not shown");
        AuditRan.Of(SampleAudit.OneFile, "-", "--all").Out.ShouldContain("No single gene");
    }

    [Theory]
    [InlineData(AuditVerdict.Contradicted, ExitCode.Findings)]
    [InlineData(AuditVerdict.WrongCitation, ExitCode.Findings)]
    [InlineData(AuditVerdict.PartlySupported, ExitCode.Done)]
    [InlineData(AuditVerdict.NotInKnowledge, ExitCode.Done)]
    [InlineData(AuditVerdict.NotCheckable, ExitCode.Done)]
    [InlineData(AuditVerdict.Supported, ExitCode.Done)]
    public void The_code_says_whether_something_is_wrong(AuditVerdict verdict, ExitCode code) =>
        AuditRan.Of(With(verdict), "-").Code.ShouldBe(code);

    [Theory]
    [InlineData("none", AuditVerdict.Contradicted, ExitCode.Done)]
    [InlineData("contradicted", AuditVerdict.Contradicted, ExitCode.Findings)]
    [InlineData("contradicted", AuditVerdict.Retracted, ExitCode.Done)]
    [InlineData("uncited", AuditVerdict.PartlySupported, ExitCode.Findings)]
    [InlineData("uncited", AuditVerdict.Uncited, ExitCode.Findings)]
    [InlineData("not_in_knowledge", AuditVerdict.NotCheckable, ExitCode.Done)]
    public void The_verdict_to_fail_on_can_be_chosen(string failOn, AuditVerdict verdict, ExitCode code) =>
        AuditRan.Of(With(verdict), "-", "--fail-on", failOn).Code.ShouldBe(code);

    [Theory]
    [InlineData("report.json", "{")]
    [InlineData("report.sarif", "{")]
    [InlineData("report.md", "# ")]
    [InlineData("report.html", "<!DOCTYPE html>")]
    [InlineData("report.txt", "Audit of ")]
    public void The_ending_of_the_output_file_chooses_the_form(string name, string start)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Root, name);
        var ran = AuditRan.Of(SampleAudit.OneFile, "-", "--output", path);
        ran.Out.ShouldBeEmpty();
        ran.Error.ShouldContain("2 contradicted, 1 retracted");
        File.ReadAllText(path).ShouldStartWith(start);
    }

    [Fact]
    public void An_option_is_stronger_than_the_ending()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Root, "report.txt");
        AuditRan.Of(SampleAudit.OneFile, "-", "--sarif", "-o", path);
        JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
    }

    [Fact]
    public void An_audited_text_is_never_overwritten()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.md", "A text.");
        Ran.Of("audit", path, "--output", path).Code.ShouldBe(ExitCode.WrongUsage);
        File.ReadAllText(path).ShouldBe("A text.");
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("audit", "")]
    [InlineData("audit", "-", "--fail-on", "supported")]
    [InlineData("audit", "-", "--fail-on", "bogus")]
    [InlineData("audit", "-", "--json", "--html")]
    [InlineData("audit", "-", "--output", "")]
    public void What_cannot_be_understood_is_wrong_usage(params string[] args) =>
        Ran.Of(args).Code.ShouldBe(ExitCode.WrongUsage);

    [Fact]
    public void A_missing_file_or_a_folder_is_unavailable()
    {
        using var folder = new TemporaryFolder();
        var missing = Path.Combine(folder.Root, "no.md");
        Ran.Of("audit", missing)
            .ShouldBe(new Ran(ExitCode.Unavailable, "", $"refractor: There is no file '{missing}'.\n"));
        Ran.Of("audit", folder.Root).Code.ShouldBe(ExitCode.Unavailable);
    }

    [Fact]
    public void Empty_and_binary_files_are_named_together()
    {
        using var folder = new TemporaryFolder();
        var (empty, binary, latin) = (
            folder.Write("e.md", " \n"),
            folder.Write("b.md", "a\0b"),
            folder.Write("l.md", "")
        );
        File.WriteAllBytes(latin, Encoding.Latin1.GetBytes("Größe"));
        var ran = Ran.Of("audit", empty, binary, latin);
        ran.Code.ShouldBe(ExitCode.InvalidData);
        ran.Error.ShouldBe(
            $"{empty}: error: empty: found no text; expected plain text or Markdown.\n"
                + $"{binary}: error: encoding: found a binary file; expected plain text or Markdown.\n"
                + $"{latin}: error: encoding: found bytes that are not UTF-8; expected text in UTF-8.\n"
        );
    }

    [Fact]
    public void An_empty_input_is_invalid_data() =>
        Ran.With("", "audit", "-")
            .ShouldBe(
                new Ran(
                    ExitCode.InvalidData,
                    "",
                    "standard input: error: empty: found no text; expected plain text or Markdown.\n"
                )
            );

    [Fact]
    public void A_text_above_20_MB_is_invalid_data()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Root, "large.md");
        using (var file = File.Create(path))
            file.SetLength(20_000_001);
        var ran = Ran.Of("audit", path);
        ran.Code.ShouldBe(ExitCode.InvalidData);
        ran.Error.ShouldContain("is larger than 20 MB");
    }

    private static AuditReport With(AuditVerdict verdict) =>
        SampleAudit.Of(new SampleText("a.md", "One statement.").Statement("One statement.", verdict).File);
}
