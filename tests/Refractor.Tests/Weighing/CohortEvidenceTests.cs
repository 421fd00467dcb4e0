using System.Text;
using System.Text.Json;
using Refractor.Associations;
using Refractor.Cohorts;
using Refractor.Cohorts.Replicating;
using Refractor.Cohorts.Storing;
using Refractor.Knowledge;
using Refractor.Tests.Cohorts;
using Refractor.Weighing;

namespace Refractor.Tests.Weighing;

public class CohortEvidenceTests
{
    private static readonly KnowledgePack Pack = RealKnowledge.Pack;
    private static readonly IReadOnlyList<EvidenceItem> Tp53 =
    [
        .. Pack.Items.Where(i => i.Feature.Name == "TP53" && i.Level == Level.DnaVariant),
    ];

    [Fact]
    public void A_cohort_joins_the_sources_of_an_association()
    {
        var response = Response(Of(Cohort("made", altered: 0.9)));
        response.Recomputed.ShouldAllBe(i => i.Effect == Effect.Sensitivity && i.Paper.Title == "A made-up cohort");
        response.WithCohorts.Items.Count.ShouldBe(response.Literature.Items.Count + response.Recomputed.Count);
        Sources(response.WithCohorts).ShouldBe(Sources(response.Literature) + 1);
    }

    [Fact]
    public void A_cohort_counts_once_with_the_papers_on_its_patients()
    {
        var trial = Response(Of(Cohort("made", altered: 0.9)))
            .Literature.Items.SelectMany(i => i.Paper.TrialIds)
            .First();
        var response = Response(Of(Cohort(trial.ToLowerInvariant(), altered: 0.9)));
        Sources(response.WithCohorts).ShouldBe(Sources(response.Literature));
    }

    [Fact]
    public void A_test_on_the_patients_of_the_publication_is_said_to_be_none_of_others()
    {
        var item = Tp53.First(i => i.Paper.TrialIds.Count > 0 && Tests(Of(Cohort("made", altered: 0.9)), i).Any());
        Tests(Of(Cohort(item.Paper.TrialIds[0], altered: 0.9)), item)
            .ShouldAllBe(r => r.Note.Contains("patients of the publication itself", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_decided_joins_nothing() => Of(Small()).Weighed.ShouldBeEmpty();

    [Fact]
    public void The_same_cohorts_give_the_same_bytes_in_parallel()
    {
        Cohort[] cohorts = [Cohort("a", 0.9), Cohort("b", 0.2), Cohort("c", 0.5)];
        Json(Of(cohorts)).ShouldBe(Json(Of(cohorts)));
        JsonDocument
            .Parse(Json(Of(cohorts)))
            .RootElement.GetProperty("inCohorts")
            .GetProperty("cohorts")
            .EnumerateArray()
            .Select(c => c.GetProperty("name").GetString())
            .ShouldBe(["a", "b", "c"]);
    }

    private static IEnumerable<Replication> Tests(CohortEvidence evidence, EvidenceItem item) =>
        evidence.Replications.Single(r => r.Item == item).ByCohort.Where(r => r.Effect is not null);

    private static int Sources(Association association) =>
        association.Items.Select(i => i.Paper).Distinct().Count() - Shared(association);

    /// <summary>How many papers are on patients of another.</summary>
    private static int Shared(Association association)
    {
        var named = association.Items.Select(i => i.Paper).Distinct().Where(p => p.TrialIds.Count > 0).ToList();
        return named.Count - named.DistinctBy(p => p.TrialIds[0]).Count();
    }

    private static WeighedAssociation Response(CohortEvidence evidence) =>
        evidence.Weighed.Single(w => w.Literature.Role == EvidenceRole.Response);

    private static CohortEvidence Of(params Cohort[] cohorts) =>
        CohortEvidence.Of(Pack, [Tp53], new OpenShelf(cohorts, []), "test", TestContext.Current.CancellationToken);

    private static string Json(CohortEvidence evidence)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            CohortEvidenceJson.Write(json, evidence);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The made-up cohort in which TP53 is altered in this share of responders, and in one of five others.</summary>
    private static Cohort Cohort(string name, double altered)
    {
        var (made, random) = (MadeCohort.Of(), new Random(1));
        var response = (ResponseOutcome)made.FindOutcome("pCR")!;
        return new Cohort(name, made.Patients, made.Variables)
        {
            Title = made.Title,
            Samples = made.Samples,
            Treatments = made.Treatments,
            Outcomes = [response, ((SurvivalOutcome)made.FindOutcome("OS")!) with { Endpoint = "RFS" }],
            Mutations = new MutationLayer(
                [
                    .. Enumerable
                        .Range(0, MadeCohort.Patients)
                        .Where(p => random.NextDouble() < (response.Responded[p] == true ? altered : 0.2))
                        .Select(p => new Mutation(p, "TP53", "Missense_Mutation", null, null, null)),
                ],
                [.. Enumerable.Repeat(GenePanel.AllGenes("exome"), MadeCohort.Patients)]
            ),
        };
    }

    /// <summary>The same with twelve patients sequenced.</summary>
    private static Cohort Small()
    {
        var made = Cohort("small", 0.5);
        return new Cohort("small", made.Patients, made.Variables)
        {
            Samples = made.Samples,
            Treatments = made.Treatments,
            Outcomes = made.Outcomes,
            Mutations = new MutationLayer(
                made.Mutations!.Mutations,
                [.. Enumerable.Range(0, MadeCohort.Patients).Select(p => p < 12 ? GenePanel.AllGenes("exome") : null)]
            ),
        };
    }
}
