using Refractor.Cohorts.Comparing;

namespace Refractor.Tests.Cohorts.Comparing;

public class RankOverlapTests
{
    private const int Features = 400;

    // phyper(29, 50, 350, 80, lower.tail = FALSE, log.p = TRUE) / log(10) and phyper(3, 50, 350, 80, log.p = TRUE) / log(10)
    [Theory]
    [InlineData(30, 10.7811425713325)]
    [InlineData(3, -2.43369166216594)]
    public void The_whole_sides_overlap_as_R_says(int overlap, double expected)
    {
        var first = Statistics(f => f < 50);
        var second = Statistics(f => f < overlap || (f >= 50 && f < 130 - overlap));
        var whole = RankOverlap.Of(first, second).Quadrants[(int)OverlapQuadrant.ResistanceToBoth].All().Last();
        (whole.First, whole.Second, whole.Overlap, whole.Expected).ShouldBe((50, 80, overlap, 10.0));
        whole.SignedLog10.ShouldBe(expected, 1e-10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_overlap_is_that_of_the_sorted_lists_and_the_peak_the_largest(int seed)
    {
        var random = new Random(seed);
        var first = Random(random);
        double[] second = [.. first.Zip(Random(random), (x, y) => (seed * x) + y)];
        var (up, down) = (Sorted(first, 1), Sorted(second, -1));
        var quadrant = RankOverlap.Of(first, second).Quadrants[(int)OverlapQuadrant.ResistanceToFirst];
        foreach (var o in quadrant.All())
            o.Overlap.ShouldBe(up.Take(o.First).Intersect(down.Take(o.Second)).Count());
        foreach (var q in RankOverlap.Of(first, second).Quadrants)
            q.Peak()!.SignedLog10.ShouldBe(q.All().Max(o => o.SignedLog10));
    }

    [Fact]
    public void Equal_lists_overlap_far_beyond_the_range_of_a_double()
    {
        double[] list = [.. Enumerable.Range(0, 3000).Select(f => f - 1499.5)];
        var peak = RankOverlap.Of(list, list).Quadrants[(int)OverlapQuadrant.ResistanceToBoth].Peak()!;
        peak.Overlap.ShouldBe(1500);
        peak.SignedLog10.ShouldBeInRange(890, 910);
    }

    [Fact]
    public void A_side_without_features_has_no_peak() =>
        RankOverlap
            .Of([1, 2, 0, 3], [1, 1, 1, 1])
            .Quadrants.Select(q => q.Peak() is not null)
            .ShouldBe([true, false, false, false]);

    private static double[] Statistics(Func<int, bool> resistant) =>
        [.. Enumerable.Range(0, Features).Select(f => resistant(f) ? 1.0 : -1)];

    private static double[] Random(Random random) =>
        [.. Enumerable.Range(0, Features).Select(_ => random.NextDouble() - 0.5)];

    private static List<int> Sorted(double[] statistics, int sign) =>
        [
            .. Enumerable
                .Range(0, Features)
                .Where(f => Math.Sign(statistics[f]) == sign)
                .OrderByDescending(f => sign * statistics[f]),
        ];
}
