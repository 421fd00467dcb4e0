using Refractor.Cohorts;
using Refractor.Cohorts.Importing;
using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Tests.Cohorts.Testing;

namespace Refractor.Tests.Cohorts.Importing;

/// <summary>The public cohorts by the mappings of the folder examples, where their files are at hand; R 4.2.2 for the numbers.</summary>
public class PublicCohortTests
{
    [Theory]
    [InlineData("metabric", "cohorts-metabric", 2509)]
    [InlineData("transneo", "cohorts-transneo", 168)]
    [InlineData("ispy2", "cohorts-ispy2", 982)]
    [InlineData("nki", "cohorts-nki", 272)]
    [InlineData("scanb", "cohorts-scanb-subset", 400)]
    [InlineData("tcga-brca", "cohorts-tcga-brca", 1097)]
    [InlineData("ispy1", "cohorts-ispy1", 177)]
    [InlineData("gbsg2", "cohorts-small-survival", 686)]
    [InlineData("gse7390", "cohorts-small-survival", 198)]
    public void A_public_cohort_is_imported_and_every_row_is_accounted_for(string name, string folder, int patients)
    {
        var result = Import(name, folder);
        result.Cohort.ShouldNotBeNull().Patients.Count.ShouldBe(patients);
        result.Report.Problems.ShouldAllBe(p => p.Severity != Refractor.Knowledge.Severity.Error);
        result.Report.Files.ShouldAllBe(f => f.Rejected == 0 && f.Read == f.Loaded + f.Held);
        result.Cohort.Outcomes.ShouldNotBeEmpty();
    }

    [Fact]
    public void Gene_names_that_are_dates_are_held_in_TransNEO()
    {
        var held = Import("transneo", "cohorts-transneo").Report.Held;
        held.Single(h => h.Reason.Contains("spreadsheet", StringComparison.Ordinal)).Names.Count.ShouldBe(8);
    }

    [Fact]
    public void Oestrogen_receptor_speaks_against_complete_response_in_TransNEO_as_in_R()
    {
        var effect = Test(Import("transneo", "cohorts-transneo").Cohort!, "er", ["her2"]);
        // glm(pCR ~ er + her2, binomial)
        effect.Value.ShouldBeNear(0.20739692047);
        effect.Interval.Low.ShouldBeNear(0.0943416166254);
        effect.P.Value.ShouldBeNear(9.07055145127e-05);
    }

    [Fact]
    public void Hormone_receptors_speak_against_complete_response_in_ISPY2_as_in_R()
    {
        var effect = Test(Import("ispy2", "cohorts-ispy2").Cohort!, "hr", []);
        // glm(pCR ~ hr, binomial)
        effect.Value.ShouldBeNear(0.383590025212);
        effect.Interval.High.ShouldBeNear(0.505328341105);
        effect.P.Value.ShouldBeNear(9.53305650124e-12);
    }

    [Fact]
    public void Follow_up_and_treatments_of_TCGA_are_those_of_all_its_files_as_in_R()
    {
        var cohort = Import("tcga-brca", "cohorts-tcga-brca").Cohort!;
        // In R: 152 dead in any file, one of them without a time; the first dated new tumour that is no new primary, else death.
        (cohort.FindOutcome("OS")!.Known, cohort.FindOutcome("OS")!.Positive).ShouldBe((1095, 151));
        (cohort.FindOutcome("RFS")!.Known, cohort.FindOutcome("RFS")!.Positive).ShouldBe((1095, 189));
        var radiotherapy = cohort.FindTreatment("radiotherapy")!;
        (radiotherapy.Yes, radiotherapy.No).ShouldBe((570, 438));
        // By the kinds that the file tells 577, among them six with tamoxifen, letrozole, goserelin or trastuzumab alone.
        cohort.FindTreatment("chemotherapy")!.Yes.ShouldBe(572);
    }

    private static Effect Test(Cohort cohort, string role, string[] adjust) =>
        FeatureTest
            .Run(
                cohort,
                new FeatureFinder(RealKnowledge.Pack.Lexicon).Find(cohort, role).Single(f => f.Source == "clinical"),
                new FeatureTestRequest(new PopulationRequest { Endpoint = "pCR" }) { Adjust = adjust },
                RealKnowledge.Pack.Lexicon
            )
            .Effect;

    private static ImportResult Import(string name, string folder) =>
        CohortImporter.Import(
            name,
            SharedData.Folder(folder),
            MappingReader.Read(Path.Combine(Repository.Root, "examples", $"{name}.yaml")),
            RealKnowledge.Pack.Lexicon
        );
}
