using Refractor.Cohorts;
using Refractor.Cohorts.Demo;
using Refractor.Cohorts.Scanning;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;

namespace Refractor.Tests.Cohorts;

public class ClinicalLayerTests
{
    private static readonly Cohort Gbsg = DemoCohorts.Find("gbsg")!;

    [Fact]
    public void A_cohort_without_layers_offers_its_clinical_variables()
    {
        Gbsg.DefaultLayer.ShouldBe("clinical");
        Gbsg.LayerOf("Clinical").Features.ShouldBe(["age", "menopause", "grade", "nodes", "er", "pr", "size"]);
    }

    [Fact]
    public void Variables_stand_in_standard_deviations()
    {
        var layer = Gbsg.LayerOf("clinical");
        var row = new double[Gbsg.Patients.Count];
        for (var f = 0; f < layer.Features.Count; f++)
        {
            layer.Matrix.CopyFeature(f, row);
            row.Average().ShouldBe(0, 1e-6);
            Math.Sqrt(row.Sum(v => v * v) / (row.Length - 1)).ShouldBe(1, 1e-6);
        }
    }

    [Fact]
    public void A_scan_of_them_gives_the_hazard_ratio_of_the_test_of_each()
    {
        var population = new PopulationRequest { Endpoint = "RFS" };
        var scan = CohortScanner.Run(
            Gbsg,
            new ScanRequest(population) { Layer = "clinical" },
            cancel: TestContext.Current.CancellationToken
        );
        var nodes = FeatureTest.Run(
            Gbsg,
            new FeatureFinder(RealKnowledge.Lexicon).Find(Gbsg, "nodes").Single(),
            new FeatureTestRequest(population),
            RealKnowledge.Lexicon
        );
        Math.Exp(scan.Effects[scan.Layer.RowOf("nodes")]).ShouldBe(nodes.Effect.Value, 1e-5);
    }

    [Fact]
    public void A_layer_that_is_missing_is_named_with_those_that_there_are() =>
        Should
            .Throw<CohortLacksException>(() => MadeCohort.Of().LayerOf("protein"))
            .Message.ShouldBe("The cohort made has no layer 'protein'; it has expression, clinical.");
}
