using FsCheck.Fluent;
using Refractor.Audit;
using Refractor.Audit.Reporting;
using Refractor.Audit.Reporting.Html;

namespace Refractor.Tests.Audit;

/// <summary>Texts that no audit expects.</summary>
public class HostileAuditTests
{
    private static readonly string[] Pieces =
    [
        "High ABCB1 ",
        "was associated with ",
        "resistance to doxorubicin",
        " (HR 2.31, 95% CI 1.2–4.4; p<0.001)",
        "[1]",
        "[1-99999]",
        ".",
        "\n\n",
        "but not in ",
        "triple-negative disease",
        " whereas ",
        "**",
        "## ",
        "1. Burger H. Title. 2003. doi:10.1/x",
        "\n### References\n",
        "ER-positive, HER2-negative ",
        "17% vs 68%",
        "knockdown of miR-21 restored sensitivity ",
    ];

    [Fact]
    public void No_text_makes_an_audit_or_its_reports_fail() =>
        Prop.ForAll(HostileText.Of(Pieces, 2_000), IsAudited).Holds(300);

    [Fact]
    public void Random_characters_do_neither() => Prop.ForAll(HostileText.Random(1_000), IsAudited).Holds(200);

    [Fact]
    public void The_same_text_gives_the_same_bytes()
    {
        var text = string.Concat(Enumerable.Repeat(string.Concat(Pieces), 20));
        var first = AuditJson.Of(Audited.Text(text));
        AuditJson.Of(new AuditEngine(RealKnowledge.Pack).Audit([new AuditText("text.md", text)])).ShouldBe(first);
    }

    [Fact]
    public void Every_statement_of_a_text_is_in_its_report()
    {
        var report = Audited.Text(string.Concat(Enumerable.Repeat(string.Concat(Pieces), 5))).Files[0];
        report.Statements.Select(s => s.Source).Distinct().ShouldBe(report.Text.Statements);
    }

    private static bool IsAudited(string text)
    {
        var report = Audited.Text(text);
        return AuditJson.Of(report).Length > 0
            && AuditSarif.Of(report, "0.0.0").Length > 0
            && AuditHtml.Of(report, "0.0.0").Length > 0;
    }
}
