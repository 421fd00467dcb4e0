using Refractor.Statistics.Survival.Screening;

namespace Refractor.Statistics.Tests.Survival.Screening;

public class LowerMedianTests
{
    [Fact]
    public void Is_the_lower_middle_of_the_sorted_values_whatever_their_distribution()
    {
        var random = new Random(5);
        Func<double>[] draws =
        [
            () => random.NextDouble(),
            () => random.Next(3),
            () => random.Next(2) * 1e-40,
            () => Math.Exp(40 * random.NextDouble()),
            () => -Math.Exp(-80 * random.NextDouble()),
            () => random.Next(5) == 0 ? double.PositiveInfinity : random.NextDouble(),
            () => random.Next(50) == 0 ? 1e30 : 1 + random.NextDouble() * 1e-6,
            () => 7,
        ];
        var median = new LowerMedian();
        foreach (var draw in draws)
            for (var n = 1; n < 3000; n = n * 5 / 3 + 1)
            {
                double[] values = [.. Enumerable.Range(0, n).Select(_ => draw())];
                median.Of(values).ShouldBe(values.Order().ElementAt((n - 1) / 2));
                float[] singles = [.. values.Select(v => (float)v)];
                median.Of(singles).ShouldBe(singles.Order().ElementAt((n - 1) / 2));
            }
    }
}
