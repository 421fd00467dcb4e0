using System.Text.Json;
using Refractor.Cli;
using Refractor.Cohorts;
using Refractor.Cohorts.Importing;
using Refractor.Cohorts.Storing;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Cohorts.Pairing;

public sealed class PairedCommandTests : IDisposable
{
    private readonly TemporaryFolder _shelf = new();

    public PairedCommandTests()
    {
        var cohort = PairedCohort.Of();
        var exome = GenePanel.AllGenes("exome");
        CohortFolder.Write(
            Path.Combine(_shelf.Root, "paired"),
            new Cohort("paired", cohort.Patients, cohort.Variables)
            {
                Title = cohort.Title,
                Samples = cohort.Samples,
                Outcomes = cohort.Outcomes,
                Layers = cohort.Layers,
                Mutations = new MutationLayer(
                    [
                        .. Enumerable
                            .Range(0, 8)
                            .Select(p => new Mutation(
                                PairedCohort.Patients + p,
                                "ESR1",
                                "Missense_Mutation",
                                "p.Y537S",
                                null,
                                null
                            )),
                    ],
                    [.. cohort.Samples.Select(_ => exome)]
                ),
            },
            _shelf.Root,
            new ImportReport([], [], [], [], []),
            "test"
        );
    }

    [Fact]
    public void The_page_counts_pairs_and_names_who_has_none()
    {
        var ran = Run("compare", "--paired", "--endpoint", "pCR", "--permutations", "19");
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
        ran.Out.ShouldContain("48 complete pairs of a sample at baseline and one on treatment, of 60 patients");
        ran.Out.ShouldContain("P48, P49");
        ran.Out.ShouldContain("Change by pCR");
        ran.Out.ShouldContain("Does what changes look like what resists?");
    }

    [Fact]
    public void The_folder_holds_the_report_and_its_tables()
    {
        var folder = Path.Combine(_shelf.Root, "out");
        var ran = Run("compare", "--paired", "--endpoint", "pCR", "--permutations", "19", "--json", "--out", folder);
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
        File.ReadAllText(Path.Combine(folder, "comparison.json")).ShouldBe(ran.Out);
        File.ReadAllText(Path.Combine(folder, "comparison.html")).ShouldContain("Features that change most clearly");
        using var json = JsonDocument.Parse(ran.Out);
        json.RootElement.GetProperty("recipes").GetArrayLength().ShouldBe(3);
        json.RootElement.GetProperty("pairs").GetProperty("unpaired").GetArrayLength().ShouldBe(12);
    }

    [Fact]
    public void Gained_mutations_stand_on_the_page_with_their_variant()
    {
        var ran = Run("mutations", "--paired");
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
        ran.Out.ShouldContain("p.Y537S +8 −0");
        ran.Out.ShouldContain("0.00781");
    }

    [Fact]
    public void Describe_counts_samples_by_time()
    {
        var ran = Ran.Of(["cohort", "describe", "paired", "--cohorts", _shelf.Root]);
        ran.Out.ShouldContain("60 patients, 108 samples (baseline 60, on treatment 48).");
    }

    [Theory]
    [InlineData("--with is missing", "compare", "--endpoint", "pCR", "--therapy", "chemotherapy")]
    [InlineData("--later belongs to --paired", "mutations", "--endpoint", "pCR", "--later", "relapse")]
    [InlineData("takes no --endpoint", "mutations", "--paired", "--endpoint", "pCR")]
    [InlineData("Name the endpoint", "mutations")]
    [InlineData("give one of both", "compare", "--paired", "--with", "radiotherapy")]
    [InlineData("has no sample relapse in expression", "compare", "--paired", "--later", "relapse")]
    public void What_does_not_fit_together_is_wrong_usage(string message, string command, params string[] options)
    {
        var ran = Run(command, options);
        ran.Code.ShouldBe(ExitCode.WrongUsage);
        ran.Error.ShouldContain(message);
    }

    public void Dispose() => _shelf.Dispose();

    private Ran Run(string command, params string[] options) =>
        Ran.Of([command, "--cohorts", _shelf.Root, "--cohort", "paired", .. options]);
}
