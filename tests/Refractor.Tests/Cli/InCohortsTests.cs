using System.Text.Json;
using Refractor.Cli;
using Refractor.Cohorts.Importing;
using Refractor.Cohorts.Storing;
using Refractor.Tests.Cohorts;

namespace Refractor.Tests.Cli;

public sealed class InCohortsTests : IDisposable
{
    private const string Question = "Is TP53 mutation linked to response to chemotherapy?";
    private readonly TemporaryFolder _shelf = new();

    public InCohortsTests() =>
        CohortFolder.Write(
            Path.Combine(_shelf.Root, "made"),
            MadeCohort.Of(),
            _shelf.Root,
            new ImportReport([], [], [], [], []),
            "test"
        );

    [Fact]
    public void An_answer_shows_what_cohorts_say()
    {
        var ran = Ask();
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
        ran.Out.ShouldContain("In cohorts\n");
        ran.Out.ShouldContain("made (120 patients, digest ");
        ran.Out.Split('\n').ShouldAllBe(l => l.Length <= 100 && !l.EndsWith(' '));
        Ask().Out.ShouldBe(ran.Out);
    }

    [Fact]
    public void A_marker_shows_what_cohorts_say() =>
        Ran.Of("marker", "TP53", "--cohorts", _shelf.Root).Out.ShouldContain("In cohorts\n");

    [Fact]
    public void Cohorts_can_be_left_out() => Ask("--no-cohorts").ShouldBe(Ran.Of("ask", Question));

    [Fact]
    public void Without_cohorts_the_answer_says_nothing_of_them() =>
        Ran.Of("ask", Question).Out.ShouldNotContain("In cohorts");

    [Fact]
    public void A_folder_that_was_named_and_holds_none_is_wrong_usage()
    {
        var ran = Ran.Of("ask", Question, "--cohorts", Path.Combine(_shelf.Root, "elsewhere"));
        ran.Code.ShouldBe(ExitCode.WrongUsage);
        ran.Error.ShouldContain("There is no cohort in");
    }

    [Theory]
    [InlineData("cohort.json", "{")]
    [InlineData("cohort.json", "")]
    [InlineData("patients.tsv", "patient\nP0\n")]
    [InlineData("samples.tsv", "sample\tpatient\ttime\tsequenced\nP0\tnobody\tBaseline\t1\n")]
    [InlineData("samples.tsv", "sample\n")]
    [InlineData("mutations.tsv", "sample\tgene\nnobody\tTP53\n")]
    [InlineData("expression.f32", "")]
    [InlineData("expression.features.tsv", "feature\nGOOD\n")]
    public void A_damaged_cohort_is_left_out_and_named(string file, string content)
    {
        var damaged = Path.Combine(_shelf.Root, "damaged");
        CohortFolder.Write(
            damaged,
            MadeCohort.Of(),
            _shelf.Root,
            new ImportReport([], [], [], [], []),
            "test",
            cancel: TestContext.Current.CancellationToken
        );
        File.WriteAllText(Path.Combine(damaged, file), content);
        var ran = Ask();
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
        ran.Out.ShouldContain("The cohort damaged was left out: ");
        ran.Out.ShouldContain("made (120 patients");
    }

    [Fact]
    public void The_web_page_has_a_recipe_for_what_is_recomputed()
    {
        var page = Ask("--html").Out;
        page.ShouldContain("class=\"recipe\"");
        page.ShouldContain("cohort made, SHA-256");
    }

    [Fact]
    public void Json_keeps_what_is_recomputed_apart_and_the_answer_is_still_accepted()
    {
        var (with, without) = (Ask("--json"), Ran.Of("ask", Question, "--json"));
        using var answer = JsonDocument.Parse(with.Out);
        using var literature = JsonDocument.Parse(without.Out);
        answer
            .RootElement.GetProperty("sections")
            .GetRawText()
            .ShouldBe(literature.RootElement.GetProperty("sections").GetRawText());
        var inCohorts = answer.RootElement.GetProperty("inCohorts");
        inCohorts.GetProperty("cohorts")[0].GetProperty("digest").GetString()!.Length.ShouldBe(64);
        inCohorts
            .GetProperty("findings")
            .EnumerateArray()
            .SelectMany(f => f.GetProperty("cohorts").EnumerateArray())
            .Select(c => c.GetProperty("verdict").GetString())
            .ShouldContain(v => v != "not_testable");
        Ran.Of("verify", _shelf.Write("answer.json", with.Out)).Code.ShouldBe(ExitCode.Done);
    }

    public void Dispose() => _shelf.Dispose();

    private Ran Ask(params string[] more) => Ran.Of(["ask", Question, "--cohorts", _shelf.Root, .. more]);
}
