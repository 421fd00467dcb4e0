using Refractor.Cli;

namespace Refractor.Tests.Cli;

public class ApprovedOutputTests
{
    [Theory]
    [InlineData("marker_TP53.txt", "marker", "TP53")]
    [InlineData("marker_CD274_explain.txt", "marker", "PD-L1", "--explain")]
    [InlineData("marker_MAPT.json", "marker", "MAPT", "--json")]
    [InlineData("marker_MAPT.md", "marker", "MAPT", "--markdown")]
    [InlineData("therapy_docetaxel.txt", "therapy", "docetaxel")]
    [InlineData("cross_tamoxifen_radiotherapy.txt", "cross", "tamoxifen", "radiotherapy")]
    [InlineData("cross_tamoxifen_radiotherapy.json", "cross", "tamoxifen", "radiotherapy", "--json")]
    [InlineData("rank_top_10.txt", "rank", "--top", "10")]
    [InlineData("knowledge_stats.txt", "knowledge", "stats")]
    [InlineData("knowledge_show_item.txt", "knowledge", "show", "burger2003-1")]
    [InlineData("knowledge_search.txt", "knowledge", "search", "residual", "cancer", "burden", "--top", "5")]
    [InlineData("cohort_describe_gbsg.txt", "cohort", "describe", "gbsg", "--cohorts", "none")]
    [InlineData(
        "test_hormon_gbsg.txt",
        "test",
        "hormon",
        "--cohort",
        "gbsg",
        "--adjust",
        "age,menopause,grade,nodes,size",
        "--cohorts",
        "none"
    )]
    [InlineData(
        "test_er_rotterdam.txt",
        "test",
        "er",
        "--cohort",
        "rotterdam",
        "--therapy",
        "endocrine_therapy",
        "--endpoint",
        "OS",
        "--cohorts",
        "none"
    )]
    public void A_report_reads_as_approved(string file, params string[] args)
    {
        var ran = Ran.Of(args);
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
        Approved.Check(ran.Stable, "Cli/" + file);
    }

    [Theory]
    [InlineData("help.txt")]
    [InlineData("help_ask.txt", "ask")]
    [InlineData("help_marker.txt", "marker")]
    [InlineData("help_therapy.txt", "therapy")]
    [InlineData("help_cross.txt", "cross")]
    [InlineData("help_rank.txt", "rank")]
    [InlineData("help_verify.txt", "verify")]
    [InlineData("help_audit.txt", "audit")]
    [InlineData("help_knowledge.txt", "knowledge")]
    [InlineData("help_knowledge_export.txt", "knowledge", "export")]
    public void Help_reads_as_approved(string file, params string[] command)
    {
        var ran = Ran.Of([.. command, "--help"]);
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
        Approved.Check(
            ran.Out.Replace("testhost", "refractor", StringComparison.Ordinal)
                .Replace("Refractor.Tests", "refractor", StringComparison.Ordinal),
            "Cli/" + file
        );
    }

    [Theory]
    [InlineData("ask", "Which miRNAs are associated with tamoxifen resistance?")]
    [InlineData("marker", "TP53", "--explain")]
    [InlineData("therapy", "chemotherapy", "--all")]
    [InlineData("cross", "chemotherapy", "radiotherapy")]
    [InlineData("rank", "--top", "100")]
    public void Plain_text_has_no_colour_no_line_above_100_columns_and_no_trailing_space(params string[] args)
    {
        var lines = Ran.Of(args).Out.Split('\n');
        lines.ShouldAllBe(l => !l.Contains('\u001b'));
        lines.Where(l => l.Length > 100).ShouldBeEmpty();
        lines.ShouldAllBe(l => !l.EndsWith(' '));
    }

    [Fact]
    public void Markdown_lists_claims_as_bullets_and_references_with_links()
    {
        var ran = Ran.Of("ask", "Is ABCB1 expression linked to response to anthracyclines?", "--markdown");
        ran.Out.ShouldStartWith("# Is ABCB1");
        ran.Out.ShouldContain("## References");
        ran.Out.ShouldContain("](https://doi.org/10.");
        ran.Out.Split('\n').ShouldContain(l => l.StartsWith("- **C**", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_question_gives_the_same_bytes()
    {
        string[] args = ["ask", "What predicts radiotherapy resistance in TNBC?"];
        Ran.Of(args).Out.ShouldBe(Ran.Of(args).Out);
    }
}
