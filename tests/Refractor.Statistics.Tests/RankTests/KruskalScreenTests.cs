using Refractor.Statistics.Ordering;
using Refractor.Statistics.RankTests;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.RankTests;

public class KruskalScreenTests
{
    private const int Features = 30;
    private const int Samples = 120;

    [Fact]
    public void Screen_agrees_with_single_tests_whatever_the_number_of_threads()
    {
        var random = new RandomSource(4);
        var values = new double[Features * Samples];
        for (var i = 0; i < values.Length; i++)
        {
            var u = random.NextDouble();
            values[i] = (i / Samples % 5) switch
            {
                0 => u,
                1 => Math.Round(6 * u),
                2 => u < 0.3 ? double.NaN : u,
                3 => 1,
                _ => i % Samples == 2 ? u : double.NaN,
            };
        }
        int[] groups = [.. Enumerable.Range(0, Samples).Select(_ => random.NextInt(5) - 1)];
        var order = SampleOrder.Of(FeatureMatrix.Of(Features, Samples, values));
        var screen = KruskalScreen.Run(order, groups);
        var agreement = new Agreement();
        for (var f = 0; f < Features; f++)
        {
            var used = Enumerable.Range(0, Samples).Where(i => groups[i] >= 0).ToArray();
            var single = KruskalWallisTest.Of(
                [.. used.Select(i => values[f * Samples + i])],
                [.. used.Select(i => groups[i])]
            );
            agreement.CheckEqual($"reason {f}", screen.Reasons[f], single.Reason);
            agreement.Check($"H {f}", screen.H[f], single.ValueOrDefault?.H ?? double.NaN, 1e-12);
            agreement.Check($"p {f}", screen.LogP[f], single.ValueOrDefault?.P.Log ?? double.NaN, 1e-12);
            agreement.CheckEqual($"n {f}", screen.N[f], used.Count(i => !double.IsNaN(values[f * Samples + i])));
        }
        agreement.Verify();
        KruskalScreen.Run(order, groups, threads: 3).LogP.ShouldBe(screen.LogP);
    }

    [Fact]
    public void Two_groups_give_the_square_of_the_rank_sum_statistic()
    {
        double[] x = [3, 1, 4, 1, 5, 9, 2, 6],
            y = [5, 3, 5, 8, 9, 7, 9];
        var z = WilcoxonTest.RankSum(x, y, RankTestMethod.Normal, continuityCorrection: false).Value.Z;
        int[] groups = [.. x.Select(_ => 3), .. y.Select(_ => 1)];
        KruskalWallisTest.Of([.. x, .. y], groups).Value.H.ShouldBe(z * z, 1e-12);
    }

    [Fact]
    public void Wrong_groups_are_refused()
    {
        var order = SampleOrder.Of(FeatureMatrix.Of(1, 2, new double[2]));
        Should.Throw<ArgumentException>(() => KruskalScreen.Run(order, [0]));
        Should.Throw<ArgumentException>(() => KruskalScreen.Run(order, [0, 2]));
    }
}
