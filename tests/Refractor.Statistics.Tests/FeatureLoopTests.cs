namespace Refractor.Statistics.Tests;

public class FeatureLoopTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Every_feature_is_visited_once_whatever_the_number_of_threads(int threads)
    {
        var visits = new int[1001];
        FeatureLoop.Run(
            visits.Length,
            threads,
            () =>
                (from, to) =>
                {
                    for (var i = from; i < to; i++)
                        Interlocked.Increment(ref visits[i]);
                }
        );
        visits.ShouldAllBe(v => v == 1);
    }
}
