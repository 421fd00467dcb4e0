using Refractor.Cohorts;
using Refractor.Cohorts.Demo;
using Refractor.Cohorts.Replicating;
using Refractor.Knowledge;
using Refractor.Statistics;
using Interval = Refractor.Statistics.Interval;
using PValue = Refractor.Statistics.PValue;

namespace Refractor.Tests.Cohorts.Replicating;

public class ReplicatorTests
{
    private static readonly KnowledgePack Pack = RealKnowledge.Pack;

    [Fact]
    public void Every_finding_gets_a_verdict_or_a_reason()
    {
        var replications = Run(Cohort());
        replications.Count.ShouldBe(Pack.Items.Count);
        foreach (var r in replications)
            (r.Verdict == ReplicationVerdict.NotTestable).ShouldBe(r.Reason.Length > 0);
        replications.ShouldContain(r => r.Verdict != ReplicationVerdict.NotTestable);
    }

    // Answers do not open the cohorts that come with the program; this is why.
    [Theory]
    [InlineData("gbsg")]
    [InlineData("rotterdam")]
    public void The_cohorts_that_come_with_the_program_test_no_published_finding(string name) =>
        Run(DemoCohorts.Find(name)!).ShouldAllBe(r => r.Verdict == ReplicationVerdict.NotTestable);

    [Fact]
    public void A_finding_at_another_level_is_not_testable() =>
        Run(Cohort())
            .Where(r => r.Item is { Level: Level.RnaExpression, Feature.Name: "TP53" })
            .ShouldAllBe(r => r.Verdict == ReplicationVerdict.NotTestable);

    [Fact]
    public void A_finding_in_cells_is_not_testable_in_patients() =>
        Run(Cohort()).Where(r => !r.Item.IsClinical).ShouldAllBe(r => r.Reason == "not a finding in patients");

    [Fact]
    public void A_finding_on_the_benefit_of_a_therapy_is_not_judged_by_the_treated_alone()
    {
        var ofBenefit = Run(Cohort())
            .Where(r =>
                r.Item
                    is {
                        Relation: Relation.Predictive,
                        PredictiveDesign: PredictiveDesign.InteractionTested or PredictiveDesign.RandomisedBothArms
                    }
            )
            .ToList();
        ofBenefit.ShouldNotBeEmpty();
        ofBenefit.ShouldAllBe(r => r.Verdict == ReplicationVerdict.NotTestable);
    }

    [Fact]
    public void A_class_of_therapies_is_said_to_stand_for_its_agents() =>
        Run(Cohort())
            .Where(r =>
                r.Effect is not null
                && r.Request!.Treated == "chemotherapy"
                && r.Item.Therapies[0].Name == "doxorubicin"
            )
            .ShouldAllBe(r => r.Note.Contains("patients given chemotherapy of any kind", StringComparison.Ordinal));

    // Schoenfeld: 88 events show a hazard ratio of 2 with two groups of equal size; 4 (1.96 + 0.84)² / ln(2)² = 65.3 for 80 %.
    [Fact]
    public void What_is_detectable_follows_from_the_events()
    {
        var effect = new Refractor.Cohorts.Testing.Effect(
            Metric.HazardRatio,
            "",
            1,
            new Interval(0.5, 2),
            PValue.From(1),
            200,
            66,
            NotEstimable.None
        );
        DetectableRatio.Of(effect, 0.25).ShouldBe(2, 0.01);
        DetectableRatio.Of(effect with { Events = 0 }, 0.25).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Cohorts_are_pooled_where_their_effects_are_alike()
    {
        var pooled = PooledReplication.Of([Run(Cohort(1)), Run(Cohort(2)), Run(Cohort(3))]);
        var estimable = pooled.Where(p => p.Pooled.IsEstimable).ToList();
        estimable.ShouldNotBeEmpty();
        estimable.ShouldAllBe(p => p.Pooled.Value.Studies == 3);
    }

    [Fact]
    public void The_table_has_a_row_for_every_finding_and_cohort()
    {
        var pooled = PooledReplication.Of([Run(Cohort(1)), Run(Cohort(2))]);
        ReplicationTables.Of(pooled).TrimEnd('\n').Split('\n').Length.ShouldBe(1 + (2 * Pack.Items.Count));
    }

    private static IReadOnlyList<Replication> Run(Cohort cohort) =>
        new Replicator(Pack).Run(Pack.Items, cohort, TestContext.Current.CancellationToken);

    /// <summary>The made-up cohort with a random TP53 mutation and relapse-free survival.</summary>
    private static Cohort Cohort(int seed = 1)
    {
        var (made, random) = (MadeCohort.Of(seed), new Random(seed));
        var survival = (SurvivalOutcome)made.FindOutcome("OS")!;
        return new Cohort($"made{seed}", made.Patients, made.Variables)
        {
            Samples = made.Samples,
            Treatments = made.Treatments,
            Outcomes = [survival, survival with { Endpoint = "RFS" }, made.FindOutcome("pCR")!],
            Layers = made.Layers,
            Mutations = new MutationLayer(
                [
                    .. Enumerable
                        .Range(0, MadeCohort.Patients)
                        .Where(_ => random.NextDouble() < 0.3)
                        .Select(p => new Mutation(p, "TP53", "Missense_Mutation", null, null, null)),
                ],
                [.. Enumerable.Repeat(GenePanel.AllGenes("exome"), MadeCohort.Patients)]
            ),
        };
    }
}
