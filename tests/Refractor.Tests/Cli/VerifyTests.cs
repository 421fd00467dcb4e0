using System.Text.RegularExpressions;
using Refractor.Cli;

namespace Refractor.Tests.Cli;

public class VerifyTests
{
    private static readonly Lazy<string> Good = new(() =>
        Ran.Of("ask", "Is ABCB1 expression linked to response to anthracyclines?", "--json").Out
    );

    [Fact]
    public void An_answer_as_printed_holds()
    {
        var ran = Verify(Good.Value);
        ran.Code.ShouldBe(ExitCode.Done, ran.Out);
        Approved.Check(ran.Stable, "Cli/verify_good.txt");
    }

    [Theory]
    [InlineData(
        "Which gene mutations, protein expression and RNA levels are associated with resistance to chemotherapy and radiotherapy in breast cancer, and which lead to cross-resistance?"
    )]
    [InlineData("How many papers are about tamoxifen?")]
    [InlineData("Which markers have the strongest evidence for clinical use?")]
    [InlineData("Is TP53 mutation good or bad for anthracyclines?")]
    [InlineData("Which markers failed to predict taxane response?")]
    [InlineData("Which changes make a tumour resist both chemotherapy and radiotherapy?")]
    public void Answers_of_every_kind_hold_as_printed(string question)
    {
        var ran = Verify(Ran.Of("ask", question, "--all", "--json").Out);
        ran.Code.ShouldBe(ExitCode.Done, ran.Out);
    }

    [Fact]
    public void Another_figure_is_found()
    {
        var ran = Verify(Good.Value.Replace("n = 45", "n = 445", StringComparison.Ordinal));
        ran.Code.ShouldBe(ExitCode.Findings);
        Approved.Check(ran.Stable, "Cli/verify_edited.txt");
    }

    [Theory]
    [InlineData("showed no association with response", "was associated with sensitivity")]
    [InlineData("\"grade\": \"C\"", "\"grade\": \"A\"")]
    [InlineData("PLoS One", "Nature", false)]
    [InlineData("\"firstAuthor\": \"Kim B\"", "\"firstAuthor\": \"Smith J\"")]
    [InlineData("\"year\": 2013", "\"year\": 2014")]
    [InlineData("10.1371/journal.pone.0062766", "10.1371/journal.pone.0062767")]
    [InlineData("\"number\": 2,", "\"number\": 77,")]
    [InlineData("doxorubicin", "paclitaxel")]
    public void An_edit_is_found(string from, string to, bool found = true)
    {
        Good.Value.ShouldContain(from);
        Verify(Good.Value.Replace(from, to, StringComparison.Ordinal))
            .Code.ShouldBe(found ? ExitCode.Findings : ExitCode.Done);
    }

    [Fact]
    public void Swapped_citations_are_found()
    {
        var swapped = Regex.Replace(Good.Value, @"\[(1|2)\]", m => m.Value == "[1]" ? "[2]" : "[1]");
        Verify(swapped).Code.ShouldBe(ExitCode.Findings);
    }

    [Fact]
    public void Another_version_of_the_knowledge_is_a_warning()
    {
        var ran = Verify(Regex.Replace(Good.Value, "\"version\": \"[0-9.]+\"", "\"version\": \"1999.01\""));
        ran.Code.ShouldBe(ExitCode.Done);
        ran.Out.ShouldContain("The answer rests on knowledge 1999.01");
    }

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData("{", "text that is not JSON")]
    [InlineData("hello", "text that is not JSON")]
    [InlineData("[]", "an array at $")]
    [InlineData("{}", "nothing at $.sections")]
    [InlineData("{\"sections\": 3, \"references\": [], \"knowledge\": {\"version\": \"x\"}}", "a number at $.sections")]
    [InlineData(
        "{\"sections\": [{\"title\": \"a\", \"claims\": [{}]}], \"references\": [], \"knowledge\": {\"version\": \"x\"}}",
        "nothing at $.sections[0].claims[0].text"
    )]
    [InlineData(
        "{\"sections\": [{\"title\": \"\\ud800\", \"claims\": []}], \"references\": [], \"knowledge\": {\"version\": \"x\"}}",
        "$.sections[0].title"
    )]
    public void A_file_of_another_shape_is_invalid_data_with_its_place(string text, string message)
    {
        var ran = Verify(text);
        ran.Code.ShouldBe(ExitCode.InvalidData);
        ran.Error.ShouldContain(message);
        ran.Error.ShouldContain("answer.json");
    }

    private static Ran Verify(string text)
    {
        using var folder = new TemporaryFolder();
        var ran = Ran.Of("verify", folder.Write("answer.json", text));
        return ran with { Out = ran.Out.Replace(folder.Root, "", StringComparison.Ordinal) };
    }
}
