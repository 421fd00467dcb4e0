using Refractor.Cli;

namespace Refractor.Tests.Cli;

public class ExitCodeTests
{
    [Fact]
    public void An_answered_question_is_done() =>
        Ran.Of("ask", "Does HER2 amplification predict trastuzumab benefit?").Code.ShouldBe(ExitCode.Done);

    [Fact]
    public void A_question_can_come_from_standard_input() =>
        Ran.With("Is ABCB1 expression linked to response to anthracyclines?\n", "ask", "-")
            .Out.ShouldStartWith("Is ABCB1 expression");

    [Fact]
    public void Silent_evidence_is_not_answered_and_says_what_was_searched()
    {
        var ran = Ran.Of("ask", "Does IFIT1 expression affect response to denosumab?");
        ran.Code.ShouldBe(ExitCode.NotAnswered);
        ran.Out.ShouldContain("Searched:");
    }

    [Theory]
    [InlineData()]
    [InlineData("bogus")]
    [InlineData("ask")]
    [InlineData("ask", "")]
    [InlineData("ask", "x", "--json", "--markdown")]
    [InlineData("cross", "tamoxifen")]
    [InlineData("cross", "docetaxel", "Taxotere")]
    [InlineData("rank", "--top", "0")]
    [InlineData("rank", "--top", "many")]
    [InlineData("rank", "--subtype", "purple")]
    [InlineData("rank", "--setting", "lunch")]
    [InlineData("rank", "--level", "ground")]
    [InlineData("therapy", "CMF")]
    [InlineData("marker", "ABC transporters family of things")]
    [InlineData("knowledge", "show", "nothing-like-this")]
    [InlineData("knowledge", "export")]
    [InlineData("knowledge", "export", "--format", "docx")]
    [InlineData("knowledge", "export", "--format", "pack")]
    public void What_cannot_be_understood_is_wrong_usage(params string[] args)
    {
        var ran = Ran.Of(args);
        ran.Code.ShouldBe(ExitCode.WrongUsage, ran.Out);
        ran.Error.ShouldStartWith("refractor: ");
        ran.Out.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_feature_is_answered_with_the_nearest_names()
    {
        var ran = Ran.Of("marker", "ABCB11x");
        ran.Code.ShouldBe(ExitCode.WrongUsage);
        ran.Error.ShouldContain("ABCB1");
        Ran.Of("therapy", "docetaxell").Error.ShouldContain("docetaxel");
    }

    [Fact]
    public void A_known_feature_without_evidence_is_not_answered()
    {
        var silent = RealKnowledge.Lexicon.Features.First(f =>
            RealKnowledge.Pack.Index.Of(f).Count == 0 && !RealKnowledge.Lexicon.CombinedWith(f).Any()
        );
        Ran.Of("marker", silent.Name).Code.ShouldBe(ExitCode.NotAnswered);
    }

    [Fact]
    public void A_missing_file_or_a_folder_in_its_place_is_unavailable()
    {
        using var folder = new TemporaryFolder();
        var missing = Path.Combine(folder.Root, "no.json");
        Ran.Of("verify", missing)
            .ShouldBe(new Ran(ExitCode.Unavailable, "", $"refractor: There is no file '{missing}'.\n"));
        Ran.Of("verify", folder.Root).Code.ShouldBe(ExitCode.Unavailable);
        Ran.Of("knowledge", "check", folder.Root).Code.ShouldBe(ExitCode.Unavailable);
        Ran.Of("knowledge", "diff", missing).Code.ShouldBe(ExitCode.Unavailable);
        Ran.Of("knowledge", "export", "--format", "tsv", "--out", folder.Root).Code.ShouldBe(ExitCode.Unavailable);
    }

    [Fact]
    public void A_file_that_is_no_pack_is_invalid_data()
    {
        using var folder = new TemporaryFolder();
        Ran.Of("knowledge", "diff", folder.Write("x.refpack", "not a pack")).Code.ShouldBe(ExitCode.InvalidData);
    }

    [Fact]
    public void Every_code_is_a_kind_with_its_documented_number() =>
        Enum.GetValues<ExitCode>().Select(c => (int)c).ShouldBe([0, 1, 2, 3, 4, 5, 6, 130]);

    [Fact]
    public void A_fault_of_ours_is_one_line_without_a_trace()
    {
        using var error = new StringWriter();
        Failure
            .Report(new InvalidOperationException("broken\nhere"), error, debug: false)
            .ShouldBe(ExitCode.InternalFault);
        error.ToString().ShouldBe("internal fault: broken here; run with --debug for the trace\n");
    }

    [Fact]
    public void Debug_prints_the_trace()
    {
        using var error = new StringWriter();
        Failure.Report(new InvalidOperationException("broken"), error, debug: true);
        error.ToString().ShouldContain("System.InvalidOperationException");
    }
}
