using Refractor.Cohorts;
using Refractor.Cohorts.Comparing;

namespace Refractor.Tests.Cohorts.Comparing;

public class TherapyComparerTests
{
    [Theory]
    [InlineData("pCR")]
    [InlineData("OS")]
    public void A_shared_driver_is_found_with_and_without_shared_patients(string endpoint)
    {
        var found = Compare(TwoTherapyCohort.Of(effect: 1.5, shared: 40), endpoint);
        found.Shared.ShouldBe(40);
        found.Correlation.Observed.ShouldBeGreaterThan(0.5);
        found.Correlation.PTwoSided.ShouldBeLessThan(0.05);
        found.Apart!.First.ShouldBe(70);
        found.Apart.Second.ShouldBe(70);
        found.Apart.Correlation.PTwoSided.ShouldBeLessThan(0.05);
        found.Agreement.Same.ShouldBeGreaterThan(20);
        found.Peaks[(int)OverlapQuadrant.ResistanceToBoth].PGreater.ShouldBeLessThan(0.05);
        found.ToBoth().Take(20).ShouldAllBe(f => string.CompareOrdinal(f.Name, "G040") < 0);
    }

    // Under unrelated outcomes p is uniform: more than 4 of 20 below 0.05 come once in 400 times.
    [Theory]
    [InlineData("pCR")]
    [InlineData("OS")]
    public void Shared_patients_alone_make_contrasts_agree_and_p_allows_for_it(string endpoint)
    {
        var found = Enumerable
            .Range(200, 20)
            .Select(seed => Compare(TwoTherapyCohort.Of(effect: 0, shared: 140, seed), endpoint, permutations: 39))
            .ToList();
        found.Average(c => c.Correlation.Observed).ShouldBeGreaterThan(0.5);
        found.Average(c => c.Correlation.Mean).ShouldBeGreaterThan(0.5);
        found.Count(c => c.Correlation.PTwoSided <= 0.05).ShouldBeLessThanOrEqualTo(4);
    }

    // With outcomes that nothing goes with, p is uniform however many patients are shared: 5 % of 40 are 2, and more than 7 come once in 1,000 times.
    [Fact]
    public void P_of_unrelated_outcomes_is_seldom_small()
    {
        var small = Enumerable
            .Range(100, 40)
            .Select(seed => Compare(TwoTherapyCohort.Of(0, 20 * (seed % 5), seed), "pCR", permutations: 39))
            .Count(c => c.Correlation.PTwoSided <= 0.05);
        small.ShouldBeLessThanOrEqualTo(7);
    }

    [Fact]
    public void Exchanged_therapies_mirror()
    {
        var cohort = TwoTherapyCohort.Of(effect: 0.7, shared: 40);
        var found = Compare(cohort, "pCR");
        var mirrored = Compare(cohort, "pCR", "radiotherapy", "taxanes");
        mirrored.Correlation.Observed.ShouldBe(found.Correlation.Observed, 1e-12);
        mirrored.Correlation.PTwoSided.ShouldBe(found.Correlation.PTwoSided);
        mirrored.Apart!.Correlation.PTwoSided.ShouldBe(found.Apart!.Correlation.PTwoSided);
        Names(mirrored.ToBoth()).ShouldBe(Names(found.ToBoth()));
        Names(mirrored.ToFirstOnly()).ShouldBe(Names(found.ToSecondOnly()));
        foreach (var (one, other) in Mirrors)
            mirrored.Peaks[(int)one].PGreater.ShouldBe(found.Peaks[(int)other].PGreater);
    }

    [Fact]
    public void Exchanged_cohorts_mirror()
    {
        var (first, second) = (TwoTherapyCohort.Of(1.5, 40, 3, "one"), TwoTherapyCohort.Of(1.5, 40, 4, "other"));
        var request = new ComparisonRequest("OS", "taxanes", "taxanes") { Permutations = 39 };
        var (found, mirrored) = (
            TherapyComparer.Run(first, second, request, cancel: TestContext.Current.CancellationToken),
            TherapyComparer.Run(second, first, request, cancel: TestContext.Current.CancellationToken)
        );
        found.Shared.ShouldBe(0);
        found.Apart.ShouldBeNull();
        found.Correlation.PTwoSided.ShouldBe(0.05, 1e-12);
        mirrored.Correlation.Observed.ShouldBe(found.Correlation.Observed, 1e-12);
        mirrored.Correlation.Permuted.ShouldBe(found.Correlation.Permuted, 1e-12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_other_permutations()
    {
        var cohort = TwoTherapyCohort.Of(effect: 0.7, shared: 40);
        string Text(int seed) => ComparisonJson.Of(Compare(cohort, "OS", seed: seed), 5);
        Text(1).ShouldBe(Text(1));
        Text(2).ShouldNotBe(Text(1));
    }

    [Fact]
    public void Tables_hold_every_feature_and_every_pair_of_tops()
    {
        var found = Compare(TwoTherapyCohort.Of(effect: 0.7, shared: 40), "pCR");
        ComparisonTables.Features(found).TrimEnd('\n').Split('\n').Length.ShouldBe(1 + TwoTherapyCohort.Features);
        ComparisonTables
            .Map(found)
            .TrimEnd('\n')
            .Split('\n')
            .Length.ShouldBe(1 + found.Agreement.Overlap.Quadrants.Sum(q => q.All().Count()));
    }

    [Theory]
    [InlineData("trastuzumab", "The cohort two has no patient given trastuzumab whose pCR is known.")]
    [InlineData("taxanes", "Both contrasts are of taxanes in two; name two therapies, or a second cohort.")]
    [InlineData("surgery", "The cohort two does not tell who was given surgery")]
    public void What_cannot_be_compared_is_said(string second, string message) =>
        Should
            .Throw<ArgumentException>(() => Compare(TwoTherapyCohort.Of(0, 40), "pCR", second: second))
            .Message.ShouldStartWith(message);

    [Fact]
    public void It_stops_when_asked_to()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() =>
            TherapyComparer.Run(
                TwoTherapyCohort.Of(0, 40),
                TwoTherapyCohort.Of(0, 40, 4, "other"),
                new ComparisonRequest("pCR", "taxanes", "radiotherapy"),
                cancel: source.Token
            )
        );
    }

    private static readonly (OverlapQuadrant One, OverlapQuadrant Other)[] Mirrors =
    [
        (OverlapQuadrant.ResistanceToBoth, OverlapQuadrant.ResistanceToBoth),
        (OverlapQuadrant.SensitivityToBoth, OverlapQuadrant.SensitivityToBoth),
        (OverlapQuadrant.ResistanceToFirst, OverlapQuadrant.ResistanceToSecond),
        (OverlapQuadrant.ResistanceToSecond, OverlapQuadrant.ResistanceToFirst),
    ];

    private static IEnumerable<string> Names(IEnumerable<ComparedFeature> features) => features.Select(f => f.Name);

    private static TherapyComparison Compare(
        Cohort cohort,
        string endpoint,
        string first = "taxanes",
        string second = "radiotherapy",
        int permutations = 99,
        int seed = 1
    ) =>
        TherapyComparer.Run(
            cohort,
            cohort,
            new ComparisonRequest(endpoint, first, second) { Permutations = permutations, Seed = seed }
        );
}
