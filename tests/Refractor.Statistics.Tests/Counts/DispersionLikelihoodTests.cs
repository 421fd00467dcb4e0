using Refractor.Statistics.Counts;
using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Tests.Counts;

public class DispersionLikelihoodTests
{
    private static readonly double[] Counts = [0, 3, 18, 250, 7, 4000, 1, 0, 12, 33, 5];
    private static readonly double[] Expected = [1.5, 4, 11, 300, 9, 3500, 0.5, 0.7, 15, 20, 6];

    private static readonly double[][] Columns =
    [
        [.. Counts.Select(_ => 1.0)],
        [.. Counts.Select((_, s) => s % 2 == 0 ? 0.0 : 1.0)],
    ];

    /// <summary>Textbook: log probabilities and the determinant of a 2 × 2 matrix.</summary>
    private static double Textbook(double log)
    {
        var dispersion = Math.Exp(log);
        double sum = 0,
            s00 = 0,
            s01 = 0;
        for (var s = 0; s < Counts.Length; s++)
        {
            sum += NegativeBinomial.LogDensity(Counts[s], 1 / dispersion, Expected[s]);
            var weight = 1 / (1 / Expected[s] + dispersion);
            s00 += weight;
            s01 += weight * Columns[1][s];
        }
        return sum - Math.Log(s00 * s01 - s01 * s01) / 2;
    }

    [Theory]
    [InlineData(-18)]
    [InlineData(-9)]
    [InlineData(-4)]
    [InlineData(-0.5)]
    [InlineData(2)]
    public void Differences_and_slopes_agree_with_the_textbook(double log)
    {
        var likelihood = new DispersionLikelihood(Columns);
        likelihood.Set(Counts, Expected);
        var difference = likelihood.At(log).Value - likelihood.At(-2).Value;
        difference.ShouldBe(Textbook(log) - Textbook(-2), 1e-7 * Math.Abs(Textbook(log)));
        var slope = (likelihood.At(log + 1e-4).Value - likelihood.At(log - 1e-4).Value) / 2e-4;
        likelihood.At(log).Slope.ShouldBe(slope, 1e-4 * (1 + Math.Abs(slope)));
    }

    [Fact]
    public void The_k_th_smallest_agrees_with_sorting()
    {
        var random = new RandomSource(3);
        for (var n = 1; n < 60; n++)
        {
            double[] values = [.. Enumerable.Range(0, n).Select(_ => Math.Floor(random.NextDouble() * 20))];
            var sorted = values.Order().ToArray();
            for (var k = 0; k < n; k++)
                Quantile.Smallest((double[])values.Clone(), k).ShouldBe(sorted[k]);
        }
    }
}
