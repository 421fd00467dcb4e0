using Refractor.Cohorts;
using Refractor.Cohorts.Pairing;
using Refractor.Cohorts.Scanning;
using Refractor.Statistics;

namespace Refractor.Tests.Cohorts.Pairing;

/// <summary>
/// R 4.2.2, limma 3.54.1: <c>d &lt;- after - before; eBayes(lmFit(d, cbind(change = rep(1, 7))))</c>, by response
/// <c>eBayes(lmFit(d, model.matrix(~ I(1 - resp))))</c>.
/// </summary>
public class ChangeComparerTests
{
    private const double NaN = double.NaN;

    private static readonly double[][] Before =
    [
        [10.29, 8.75, 10.28, 8, 9.27, 7.13, 9],
        [6.8, 7.88, 8.32, 8.99, 8.18, 8.72, 6.89],
        [7.31, 8.15, 9.9, 8.84, 8.75, 8.11, 7.86],
        [7.59, 10.19, 8.47, 8.71, 8.59, 7.92, 8.31],
        [7.03, 8.36, 7.11, 9.31, 7.02, NaN, 9.22],
        [7.05, 10.72, 7.69, 6.61, 7.72, 7.44, 7.3],
    ];

    private static readonly double[][] After =
    [
        [11.12, 9.81, 11.71, 9.05, 10.73, 7.76, 9.96],
        [5.21, 7.64, 7.81, 8.29, 8.07, 7.4, 7.54],
        [7.08, 7.99, 8.96, 9.17, 9.51, 7.13, 8.07],
        [7.75, NaN, 9.06, 9.53, 9.41, 7.52, 8.71],
        [7.84, 8.58, 7.21, 9.5, 7.28, 7.05, 9.24],
        [7.4, 11.74, 7.15, 7.28, 7.17, 7.11, 7.06],
    ];

    [Fact]
    public void Changes_are_those_of_limma_with_missing_sides_left_out()
    {
        var changes = Small([0, 1, 2, 3, 4, 5]).Changes;
        changes.Statistics.ShouldBe(
            [6.558475244200, -2.348529217781, -0.679471104195, 2.010877510384, 1.518529316468, 0.260015770514],
            1e-8
        );
        Math.Exp(changes.LogP[0]).ShouldBe(9.75241473568e-06, 1e-13);
        Math.Exp(changes.LogQ[3]).ShouldBe(1.28653596457e-01, 1e-9);
        changes.N.ShouldBe([7, 7, 7, 6, 6, 7]);
        var interval = changes.IntervalOf(3);
        interval.Low.ShouldBe(-0.0271659474488, 1e-8);
        interval.High.ShouldBe(0.8238326141155, 1e-8);
    }

    // eBayes(lmFit(cbind(before, after), model.matrix(~ patient + time))), features without missing values
    [Fact]
    public void They_are_those_of_limma_with_the_patient_as_block() =>
        Small([0, 1, 2, 5])
            .Changes.Statistics.ShouldBe([5.958475626142, -2.212145225100, -0.635623855544, 0.242889370929], 1e-8);

    [Fact]
    public void Changes_by_response_are_those_of_limma()
    {
        var response = Small([0, 1, 2, 3, 4, 5]).ByResponse!;
        response.Difference.Statistics.ShouldBe(
            [0.492938898436, 3.030481503682, 2.918781063643, 1.535492766131, -0.725979764826, 1.160713268237],
            1e-8
        );
        response.Responders.Effects[3].ShouldBe(0.116666666667, 1e-9);
        response.Others.Statistics[0].ShouldBe(5.040863084858, 1e-8);
        (response.RespondersN, response.OthersN).ShouldBe((3, 4));
    }

    [Fact]
    public void What_rises_is_found_in_all_and_what_rises_without_response_in_the_difference()
    {
        var found = Run(PairedCohort.Of());
        found.Pairs.Pairs.Count.ShouldBe(PairedCohort.Pairs);
        Names(found, found.Changes).ShouldBe(Enumerable.Range(0, 15).Select(f => $"G{f:D2}"), ignoreOrder: true);
        Names(found, found.ByResponse!.Difference)
            .ShouldBe(Enumerable.Range(15, 15).Select(f => $"G{f:D2}"), ignoreOrder: true);
        found.Changes.LogQ.Skip(30).Count(q => q < Math.Log(0.05)).ShouldBeLessThanOrEqualTo(4);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, false)]
    public void Changes_look_like_resistance_only_where_the_same_features_resist(int from, bool alike)
    {
        var overlap = Run(PairedCohort.Of(from: from)).Overlap!;
        (overlap.Correlation.PTwoSided <= 0.05).ShouldBe(alike);
        (overlap.Peaks[0].PGreater <= 0.05).ShouldBe(alike);
        overlap.Paired.ShouldBe(PairedCohort.Pairs);
        overlap.Apart.ShouldNotBeNull();
    }

    // Under outcomes that nothing goes with p is uniform: more than 4 of 20 below 0.05 come once in 400 times.
    [Fact]
    public void P_is_seldom_small_where_nothing_goes_with_resistance()
    {
        var small = Enumerable
            .Range(40, 20)
            .Select(seed => Run(PairedCohort.Of(resisting: 0, seed: seed)).Overlap!)
            .Count(o => o.Correlation.PTwoSided <= 0.05);
        small.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public void A_set_of_what_rises_is_enriched()
    {
        var found = Run(
            PairedCohort.Of(),
            new ChangeRequest(new PairRequest())
            {
                Sets =
                [
                    new GeneSet("rising", [.. Enumerable.Range(0, 12).Select(f => $"G{f:D2}")]),
                    new GeneSet("other", [.. Enumerable.Range(60, 12).Select(f => $"G{f:D2}")]),
                ],
            }
        );
        found.SetsByP()[0].ShouldBe(0);
        found.Enrichment!.NormalizedScores[0].ShouldBeGreaterThan(1.5);
        found.LeadingEdge(0).Count.ShouldBeGreaterThan(8);
        found.NotDone.ShouldHaveSingleItem().ShouldStartWith("No endpoint was named");
    }

    [Fact]
    public void A_time_to_an_event_is_held_against_resistance_and_not_against_changes()
    {
        var found = Run(PairedCohort.Of(), Request with { Endpoint = "OS" });
        found.ByResponse.ShouldBeNull();
        found.Overlap.ShouldNotBeNull();
        found.NotDone.ShouldHaveSingleItem().ShouldStartWith("OS is a time");
    }

    [Fact]
    public void Equal_changes_are_no_finding()
    {
        var cohort = PairedCohort.Make("equal", [1, 2, 3, 2, 3, 4, 5, 6, 7, 5, 6, 9], [true, false, true], 3, 2);
        var changes = Run(cohort, new ChangeRequest(new PairRequest())).Changes;
        changes.Reasons.ShouldBe([NotEstimable.NoVariation, NotEstimable.None]);
        changes.LogP[0].ShouldBe(NaN);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        string Text(int seed) => ChangeJson.Of(Run(PairedCohort.Of(), Request with { Seed = seed }));
        Text(1).ShouldBe(Text(1));
        Text(2).ShouldNotBe(Text(1));
    }

    [Fact]
    public void Tables_hold_every_feature_and_every_pair()
    {
        var tables = ChangeTables.Of(Run(PairedCohort.Of())).ToDictionary(t => t.Name, t => t.Text);
        Lines(tables["features.tsv"]).Length.ShouldBe(1 + PairedCohort.Features);
        Lines(tables["differences.tsv"]).Length.ShouldBe(1 + PairedCohort.Features);
        Lines(tables["pairs.tsv"]).Length.ShouldBe(1 + PairedCohort.Patients);
        Lines(tables["pairs.tsv"])[^1].ShouldBe("P59\t\t\tno sample on treatment in expression");
    }

    private static readonly ChangeRequest Request = new(new PairRequest()) { Endpoint = "pCR", Permutations = 39 };

    private static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');

    private static IEnumerable<string> Names(ChangeComparison found, ChangeTests tests) =>
        tests.ByP(found.Layer.Features).Take(15).Select(f => found.Layer.Features[f]);

    private static ChangeComparison Run(Cohort cohort, ChangeRequest? request = null) =>
        ChangeComparer.Run(cohort, request ?? Request, cancel: TestContext.Current.CancellationToken);

    private static ChangeComparison Small(int[] features) =>
        Run(
            PairedCohort.Make(
                "small",
                [.. features.SelectMany(f => Before[f].Concat(After[f]))],
                [true, false, true, false, false, true, false],
                7,
                features.Length
            )
        );
}
