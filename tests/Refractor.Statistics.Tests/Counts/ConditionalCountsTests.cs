using Refractor.Statistics.Counts;
using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Tests.Counts;

public class ConditionalCountsTests
{
    [Theory]
    [InlineData(0, 12, 2, 4, 0.3)]
    [InlineData(7, 5, 2, 4, 0.3)]
    [InlineData(40, 11, 3, 3, 1.7)]
    [InlineData(3, 6, 2, 4, 0.3)]
    [InlineData(5, 5, 3, 3, 0.01)]
    public void Twice_the_smaller_tail_agrees_with_all_splits_of_the_sum(
        int first,
        int second,
        int firstSamples,
        int secondSamples,
        double dispersion
    )
    {
        var total = first + second;
        double[] weights =
        [
            .. Enumerable
                .Range(0, total + 1)
                .Select(k =>
                    NegativeBinomial.Density(k, firstSamples / dispersion, firstSamples)
                    * NegativeBinomial.Density(total - k, secondSamples / dispersion, secondSamples)
                ),
        ];
        var expected = (double)total * firstSamples / (firstSamples + secondSamples);
        var tail = first < expected ? weights[..(first + 1)].Sum() : weights[first..].Sum();
        var p = first == expected ? 1 : Math.Min(1, 2 * tail / weights.Sum());
        var log = ConditionalCounts.LogP(first, second, firstSamples, secondSamples, dispersion);
        Math.Exp(log).ShouldBe(p, 1e-11);
    }

    [Fact]
    public void The_beta_approximation_meets_the_exact_tail_where_it_takes_over()
    {
        var exact = ConditionalCounts.LogP(900, 2500, 3, 3, 0.1);
        var beta = ConditionalCounts.LogP(901, 2500, 3, 3, 0.1);
        beta.ShouldBe(exact, 0.02);
    }

    [Fact]
    public void No_reads_are_no_evidence() => ConditionalCounts.LogP(0, 0, 3, 3, 0.1).ShouldBe(0);

    [Fact]
    public void A_count_in_a_library_of_the_same_size_stays()
    {
        foreach (var count in new double[] { 0, 1, 7, 30, 400 })
            QuantileMapping.Of(count, 25, 25, 0.2).ShouldBe(count, 1e-9);
        QuantileMapping.Of(5, 0, 0, 0.2).ShouldBe(5);
    }
}
