using Refractor.Statistics.Smoothing;

namespace Refractor.Statistics.Tests.Smoothing;

public class LocalAveragesTests
{
    private static readonly double[] X = [.. Enumerable.Range(0, 40).Select(i => i * i * 0.01)];

    [Fact]
    public void Constants_stay()
    {
        var rows = Array.ConvertAll(X, _ => new[] { 3.0, -1 });
        foreach (var row in LocalAverages.Of(X, rows, 0.4))
        {
            row[0].ShouldBe(3, 1e-12);
            row[1].ShouldBe(-1, 1e-12);
        }
    }

    [Fact]
    public void The_ends_are_tricube_averages_of_the_nearest_points()
    {
        var rows = Array.ConvertAll(X, x => new[] { Math.Sin(x) });
        var smooth = LocalAverages.Of(X, rows, 0.25);
        foreach (var end in new[] { 0, X.Length - 1 })
        {
            var distances = Array.ConvertAll(X, x => Math.Abs(x - X[end]));
            var reach = distances.Order().ElementAt(9);
            double[] weights = [.. distances.Select(d => d < reach ? Math.Pow(1 - Math.Pow(d / reach, 3), 3) : 0)];
            var expected = weights.Zip(rows, (w, row) => w * row[0]).Sum() / weights.Sum();
            smooth[end][0].ShouldBe(expected, 1e-12);
        }
    }

    [Fact]
    public void The_order_of_points_does_not_matter()
    {
        var rows = Array.ConvertAll(X, x => new[] { x * x });
        var smooth = LocalAverages.Of(X, rows, 0.5);
        var reversed = LocalAverages.Of([.. X.Reverse()], [.. rows.Reverse()], 0.5);
        for (var i = 0; i < X.Length; i++)
            reversed[^(i + 1)][0].ShouldBe(smooth[i][0], 1e-12);
    }

    [Fact]
    public void Equal_and_single_points_have_their_mean()
    {
        LocalAverages
            .Of(
                [2, 2, 2],
                [
                    [1],
                    [2],
                    [6],
                ],
                1
            )[0][0]
            .ShouldBe(3, 1e-12);
        LocalAverages
            .Of(
                [2],
                [
                    [5],
                ],
                1
            )[0][0]
            .ShouldBe(5);
        double[] tied = [0, 1, 1, 1, 1, 1, 1, 1, 2];
        foreach (var row in LocalAverages.Of(tied, Array.ConvertAll(tied, x => new[] { x }), 0.5))
            row[0].ShouldBeInRange(0, 2);
    }
}
