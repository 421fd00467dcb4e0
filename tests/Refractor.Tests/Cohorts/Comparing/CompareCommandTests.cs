using System.Text.Json;
using Refractor.Cli;
using Refractor.Cohorts.Importing;
using Refractor.Cohorts.Storing;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Cohorts.Comparing;

public sealed class CompareCommandTests : IDisposable
{
    private readonly TemporaryFolder _shelf = new();

    public CompareCommandTests() =>
        CohortFolder.Write(
            Path.Combine(_shelf.Root, "two"),
            TwoTherapyCohort.Of(effect: 1.5, shared: 40),
            _shelf.Root,
            new ImportReport([], [], [], [], []),
            "test"
        );

    [Fact]
    public void The_page_warns_of_shared_patients_and_says_what_was_permuted()
    {
        var ran = Compare("radiotherapy");
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
        ran.Out.ShouldContain("40 patients stand in both contrasts");
        ran.Out.ShouldContain("z of Wilcoxon's test");
        ran.Error.ShouldContain("permutations done");
        ran.Out.Split('\n').ShouldAllBe(l => l.Length <= 100 && !l.EndsWith(' '));
    }

    [Fact]
    public void Json_and_the_folder_hold_the_same_comparison()
    {
        var folder = Path.Combine(_shelf.Root, "out");
        var ran = Compare("radiotherapy", "--json", "--out", folder);
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
        using var json = JsonDocument.Parse(ran.Out);
        json.RootElement.GetProperty("shared_patients").GetInt32().ShouldBe(40);
        File.ReadAllText(Path.Combine(folder, "comparison.json")).ShouldBe(ran.Out);
        File.ReadAllText(Path.Combine(folder, "features.tsv")).ShouldStartWith("feature\tfirst_n");
        File.ReadAllText(Path.Combine(folder, "overlap.tsv")).ShouldStartWith("quadrant\ttop_first");
    }

    [Fact]
    public void A_therapy_given_to_nobody_is_wrong_usage()
    {
        var ran = Compare("trastuzumab");
        ran.Code.ShouldBe(ExitCode.WrongUsage);
        ran.Error.ShouldContain("The cohort two has no patient given trastuzumab whose pCR is known.");
    }

    public void Dispose() => _shelf.Dispose();

    private Ran Compare(string with, params string[] more) =>
        Ran.Of([
            "compare",
            "--cohorts",
            _shelf.Root,
            "--cohort",
            "two",
            "--endpoint",
            "pCR",
            "--therapy",
            "taxanes",
            "--with",
            with,
            "--permutations",
            "19",
            .. more,
        ]);
}
