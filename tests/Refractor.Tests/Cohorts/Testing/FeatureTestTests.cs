using Refractor.Cohorts;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Statistics;

namespace Refractor.Tests.Cohorts.Testing;

public class FeatureTestTests
{
    private static readonly Cohort Made = MadeCohort.Of();

    [Fact]
    public void A_feature_that_is_higher_in_responders_points_to_sensitivity()
    {
        var test = Run("GOOD", "pCR");
        test.Effect.Direction.ShouldBe(Refractor.Knowledge.Effect.Sensitivity);
        test.Effect.Interval.Low.ShouldBeGreaterThan(1);
        test.Response!.Auc.Value.Value.ShouldBeGreaterThan(0.7);
        test.Response.Splits.ShouldHaveSingleItem().Table.N.ShouldBe(test.Population.N);
    }

    [Fact]
    public void A_feature_that_shortens_survival_points_to_resistance()
    {
        var test = Run("BAD", "OS");
        test.Effect.Direction.ShouldBe(Refractor.Knowledge.Effect.Resistance);
        test.Survival!.Concordance.Value.Value.ShouldBeGreaterThan(0.6);
        test.Survival.Splits.Count.ShouldBe(2);
        (test.Survival.Low!.N + test.Survival.High!.N).ShouldBe(test.Population.N);
    }

    [Fact]
    public void The_p_of_a_cut_off_that_was_looked_for_is_larger_than_that_of_its_log_rank_test()
    {
        var best = Run("BAD", "OS").Survival!.Splits[^1];
        best.P.Value.ShouldBeGreaterThan(best.Test.Value.P.Value);
    }

    [Fact]
    public void A_value_that_is_missing_is_counted()
    {
        var test = Run("NOISE", "OS");
        test.Population.N.ShouldBe(MadeCohort.Patients - 1);
        test.Population.LeftOut.ShouldHaveSingleItem().Reason.ShouldBe("NOISE not measured");
    }

    [Fact]
    public void A_feature_that_does_not_vary_has_a_reason_and_no_number()
    {
        foreach (var endpoint in new[] { "OS", "pCR" })
        {
            var effect = Run("FLAT", endpoint).Effect;
            effect.IsEstimable.ShouldBeFalse();
            effect.Reason.ShouldBe(NotEstimable.NoVariation);
        }
    }

    [Fact]
    public void Mutations_are_compared_among_profiled_patients_only() => Run("TP53", "OS").Population.N.ShouldBe(90);

    [Fact]
    public void Both_arms_are_looked_at_for_the_interaction()
    {
        var test = Run("BAD", "OS", "chemotherapy");
        test.Population.N.ShouldBe(test.Interaction!.Treated.N);
        test.Interaction.Untreated.N.ShouldBe(40);
        test.Interaction.Randomised.ShouldBeFalse();
        test.Interaction.P.IsKnown.ShouldBeTrue();
    }

    [Fact]
    public void Covariates_adjust_the_effect()
    {
        var request = new FeatureTestRequest(new PopulationRequest { Endpoint = "OS" }) { Adjust = ["age", "er"] };
        var test = FeatureTest.Run(Made, Feature("BAD"), request, RealKnowledge.Pack.Lexicon);
        test.Effect.ShouldBe(test.Survival!.Adjusted);
        test.Effect.Value.ShouldNotBe(test.Survival.Effect.Value);
    }

    private static CohortFeature Feature(string name) =>
        new FeatureFinder(RealKnowledge.Pack.Lexicon).Find(Made, name)[0];

    private static FeatureTest Run(string feature, string endpoint, string? treated = null) =>
        FeatureTest.Run(
            Made,
            Feature(feature),
            new FeatureTestRequest(new PopulationRequest { Endpoint = endpoint, Treated = treated }),
            RealKnowledge.Pack.Lexicon
        );
}
