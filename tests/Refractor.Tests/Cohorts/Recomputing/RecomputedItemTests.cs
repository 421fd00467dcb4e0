using Refractor.Associations;
using Refractor.Cohorts;
using Refractor.Cohorts.Recomputing;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Knowledge;
using Refractor.Knowledge.Source;
using Effect = Refractor.Knowledge.Effect;

namespace Refractor.Tests.Cohorts.Recomputing;

public class RecomputedItemTests
{
    private static readonly KnowledgePack Pack = RealKnowledge.Pack;

    [Fact]
    public void Response_is_predictive_of_a_treatment_that_is_not_named()
    {
        var item = Of(MadeCohort.Of(), "GOOD", "pCR").ShouldHaveSingleItem();
        item.ShouldSatisfyAllConditions(
            i => i.Relation.ShouldBe(Relation.Predictive),
            i => i.PredictiveDesign.ShouldBe(PredictiveDesign.TreatedOnly),
            i => i.Therapies.Single().Name.ShouldBe("standard_therapy"),
            i => i.Effect.ShouldBe(Effect.Sensitivity),
            i => i.State.ShouldBe(FeatureState.High),
            i => i.N.ShouldBe(119),
            i => Grading.Of(i).ShouldBe(EvidenceGrade.C)
        );
    }

    [Fact]
    public void Survival_of_all_patients_is_prognostic()
    {
        var item = Of(MadeCohort.Of(), "BAD", "OS").ShouldHaveSingleItem();
        item.Relation.ShouldBe(Relation.Prognostic);
        item.Effect.ShouldBe(Effect.Resistance);
        item.Therapies.ShouldBeEmpty();
    }

    [Fact]
    public void A_therapy_that_others_were_not_given_adds_the_interaction()
    {
        var items = Of(MadeCohort.Of(), "BAD", "OS", "chemotherapy");
        items.Select(i => i.PredictiveDesign).ShouldContain(PredictiveDesign.TreatedOnly);
        foreach (var tested in items.Where(i => i.PredictiveDesign == PredictiveDesign.InteractionTested))
        {
            tested.N.ShouldBe(119);
            tested.Note!.ShouldContain("not decided by chance");
        }
    }

    [Fact]
    public void An_adjusted_analysis_of_enough_patients_is_graded_as_such() =>
        Grading.Of(Of(MadeCohort.Of(), "BAD", "OS", adjust: ["age"])[0]).ShouldBe(EvidenceGrade.CPlus);

    [Fact]
    public void What_does_not_vary_gives_no_finding() => Of(MadeCohort.Of(), "FLAT", "OS").ShouldBeEmpty();

    [Fact]
    public void The_file_passes_the_check_of_knowledge()
    {
        var items = Of(MadeCohort.Of(), "BAD", "OS", "chemotherapy");
        var vocabulary = Directory
            .EnumerateFiles(Path.Combine(Repository.KnowledgeFolder, "vocabulary"), "*.yaml")
            .ToDictionary(f => Path.GetFileName(f)!, f => new SourceText(Path.GetFileName(f)!, File.ReadAllText(f)));
        var file = new SourceText("evidence/cohort-made.yaml", EvidenceFileWriter.Of(items, ["Recomputed."]));
        var reading = KnowledgeSource.Read("1", vocabulary, [file]);
        reading.Problems.ShouldBeEmpty();
        reading.Loaded.ShouldBe(items.Count);
    }

    private static IReadOnlyList<EvidenceItem> Of(
        Cohort cohort,
        string row,
        string endpoint,
        string? treated = null,
        IReadOnlyList<string>? adjust = null
    )
    {
        var layer = cohort.Layers[0];
        var test = FeatureTest.Run(
            cohort,
            FeatureFinder.OfLayer(cohort, layer, layer.RowOf(row)),
            new FeatureTestRequest(new PopulationRequest { Endpoint = endpoint, Treated = treated })
            {
                Adjust = adjust ?? [],
            },
            Pack.Lexicon
        );
        // The rows of the made-up cohort have no names of the vocabulary; any feature stands for them.
        return RecomputedItem.Of(test, Pack.Lexicon.FindFeature("TP53")!, CohortSource.Of(cohort, "test", Pack), 1);
    }
}
