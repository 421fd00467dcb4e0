using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Tests.Distributions;

public class DistributionPropertyTests
{
    private readonly Random _random = new(20261);

    [Fact]
    public void Quantiles_undo_probabilities()
    {
        for (var trial = 0; trial < 300; trial++)
        {
            var log = -Spread(1e-3, 1e4);
            var tail = trial % 2 == 0 ? Tail.Lower : Tail.Upper;
            var (a, b) = (Spread(0.05, 1e6), Spread(0.05, 1e6));
            Undone(log, Normal.LogProbability(Normal.QuantileOfLog(log, tail), tail), 1e-13);
            var x = Gamma.QuantileOfLog(log, a, 3, tail);
            if (x > 1e-300)
                Undone(log, Gamma.LogProbability(x, a, 3, tail), 1e-9);
            var t = StudentT.QuantileOfLog(log, a, tail);
            if (Math.Abs(t) < 1e150)
                Undone(log, StudentT.LogProbability(t, a, tail), 1e-9);
            var f = FDistribution.QuantileOfLog(log, a, b, tail);
            if (f is > 1e-300 and < 1e300)
                Undone(log, FDistribution.LogProbability(f, a, b, tail), 1e-9);
        }
    }

    [Fact]
    public void Discrete_quantiles_are_the_smallest_counts_that_reach_the_probability()
    {
        for (var trial = 0; trial < 100; trial++)
        {
            var p = _random.NextDouble();
            var (n, share, mean) = (_random.Next(1, 3000), _random.NextDouble(), Spread(0.01, 1e4));
            Smallest(p, Binomial.Quantile(p, n, share), k => Binomial.Probability(k, n, share));
            Smallest(p, Poisson.Quantile(p, mean), k => Poisson.Probability(k, mean));
            Smallest(p, NegativeBinomial.Quantile(p, 0.7, mean), k => NegativeBinomial.Probability(k, 0.7, mean));
            Smallest(p, Hypergeometric.Quantile(p, n, 500, n / 2), k => Hypergeometric.Probability(k, n, 500, n / 2));
        }
        Smallest(0.3, WilcoxonRankSum.Quantile(0.3, 7, 9), u => WilcoxonRankSum.Probability(u, 7, 9));
        Smallest(0.3, WilcoxonSignedRank.Quantile(0.3, 12), v => WilcoxonSignedRank.Probability(v, 12));
    }

    [Fact]
    public void The_two_tails_add_up_to_one()
    {
        for (var trial = 0; trial < 300; trial++)
        {
            var (x, a, b) = (Spread(1e-4, 1e4), Spread(1e-2, 1e7), Spread(1e-2, 1e7));
            (Gamma.Probability(x, a) + Gamma.Probability(x, a, tail: Tail.Upper)).ShouldBe(1, 1e-13);
            (FDistribution.Probability(x, a, b) + FDistribution.Probability(x, a, b, Tail.Upper)).ShouldBe(1, 1e-13);
            FDistribution
                .LogProbability(x, a, b)
                .ShouldBe(
                    FDistribution.LogProbability(1 / x, b, a, Tail.Upper),
                    1e-9 * Math.Max(1, Math.Abs(FDistribution.LogProbability(x, a, b)))
                );
        }
    }

    [Fact]
    public void Infinite_degrees_of_freedom_are_the_limit_of_many()
    {
        StudentT.Probability(1.7, double.PositiveInfinity).ShouldBe(Normal.Probability(1.7));
        StudentT.LogProbability(-12, 1e14).ShouldBe(Normal.LogProbability(-12), 1e-9);
        FDistribution.Probability(1.3, 7, double.PositiveInfinity).ShouldBe(ChiSquared.Probability(7 * 1.3, 7), 1e-14);
        FDistribution.Quantile(0.9, double.PositiveInfinity, 9).ShouldBe(9 / ChiSquared.Quantile(0.1, 9), 1e-11);
        NegativeBinomial.LogDensity(3, double.PositiveInfinity, 2).ShouldBe(Poisson.LogDensity(3, 2));
    }

    [Fact]
    public void Densities_of_counts_add_up_to_the_probability()
    {
        var sum = 0.0;
        for (var k = 0; k <= 60; k++)
        {
            sum += NegativeBinomial.Density(k, 1.7, 12);
            NegativeBinomial.Probability(k, 1.7, 12).ShouldBe(sum, 1e-14);
        }
        Enumerable.Range(0, 31).Sum(k => Hypergeometric.Density(k, 40, 60, 30)).ShouldBe(1, 1e-13);
        Enumerable.Range(0, 31).Sum(k => Binomial.Density(k, 30, 0.37)).ShouldBe(1, 1e-14);
    }

    [Fact]
    public void Arguments_of_any_size_give_probabilities()
    {
        for (var trial = 0; trial < 1000; trial++)
        {
            var (x, a, b) = (Spread(1e-200, 1e200), Spread(1e-100, 1e12), Spread(1e-100, 1e12));
            IsProbability(Gamma.Probability(x, a), x, a);
            IsProbability(Beta.Probability(_random.NextDouble(), a, b), a, b);
            IsProbability(StudentT.Probability(x, a), x, a);
            IsProbability(FDistribution.Probability(x, a, b), x, a, b);
            IsProbability(FDistribution.Probability(x, a, b, Tail.Upper), x, a, b);
            IsProbability(Math.Exp(Normal.LogProbability(x)), x);
            IsProbability(Poisson.Probability(Math.Floor(Math.Min(x, 1e12)), a), x, a);
            IsProbability(NegativeBinomial.Probability(Math.Floor(Math.Min(x, 1e12)), a, b), x, a, b);
        }
    }

    private static void IsProbability(double found, params double[] arguments) =>
        (found is >= 0 and <= 1).ShouldBeTrue($"{found} at {string.Join(", ", arguments)}");

    [Fact]
    public void A_missing_value_makes_the_result_missing()
    {
        Normal.Probability(double.NaN).ShouldBe(double.NaN);
        StudentT.TwoSided(double.NaN, 5).IsKnown.ShouldBeFalse();
        StudentT.TwoSided(1, double.NaN).IsKnown.ShouldBeFalse();
        ChiSquared.UpperTail(double.NaN, 3).IsKnown.ShouldBeFalse();
        FDistribution.UpperTail(double.NaN, 3, 4).IsKnown.ShouldBeFalse();
        Binomial.Probability(double.NaN, 3, 0.4).ShouldBe(double.NaN);
        Normal.Quantile(double.NaN).ShouldBe(double.NaN);
        StudentT.Quantile(double.NaN, 3).ShouldBe(double.NaN);
    }

    [Fact]
    public void Arguments_out_of_range_are_named()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => StudentT.Probability(1, 0)).ParamName.ShouldBe("df");
        Should.Throw<ArgumentOutOfRangeException>(() => Normal.Quantile(1.2)).ParamName.ShouldBe("p");
        Should.Throw<ArgumentOutOfRangeException>(() => Hypergeometric.Density(1, 2, 3, 6)).ParamName.ShouldBe("drawn");
        Should.Throw<ArgumentException>(() => Normal.TwoSidedLog([1, 2], new double[1])).ParamName.ShouldBe("logP");
    }

    [Fact]
    public void The_studentised_range_of_two_groups_is_a_t_test()
    {
        foreach (var df in new[] { 1.0, 4, 60, double.PositiveInfinity })
        foreach (var q in new[] { 0.1, 1, 3.5, 12 })
        {
            var expected = StudentT.TwoSided(q / Math.Sqrt(2), df).Value;
            StudentizedRange.Probability(q, 2, df, Tail.Upper).ShouldBe(expected, 1e-11 * expected);
        }
        StudentizedRange.Probability(StudentizedRange.Quantile(0.95, 4, 20), 4, 20).ShouldBe(0.95, 1e-12);
    }

    // R 4.2.2: pt(2.1, 7.5, ncp = 1.3, lower.tail = FALSE); pt(-0.4, 12, ncp = 0.9)
    [Fact]
    public void The_noncentral_t_agrees_with_R()
    {
        NoncentralT.Probability(2.1, 7.5, 1.3, Tail.Upper).ShouldBe(0.26022172073713867, 1e-12);
        NoncentralT.Probability(-0.4, 12, 0.9).ShouldBe(0.098945688779871088, 1e-12);
        NoncentralT.Probability(1.2, 9, 0).ShouldBe(StudentT.Probability(1.2, 9), 1e-14);
    }

    [Fact]
    public void Polygamma_functions_satisfy_their_recurrences()
    {
        for (var trial = 0; trial < 100; trial++)
        {
            var x = Spread(1e-3, 1e3);
            SpecialFunctions.Digamma(x + 1).ShouldBe(SpecialFunctions.Digamma(x) + 1 / x, 1e-13 + 2e-16 / x);
            SpecialFunctions.LogGamma(x + 1).ShouldBe(SpecialFunctions.LogGamma(x) + Math.Log(x), 1e-12);
            var y = Spread(1e-5, 1e5);
            SpecialFunctions.Trigamma(SpecialFunctions.TrigammaInverse(y)).ShouldBe(y, 1e-12 * y);
        }
    }

    private static void Undone(double log, double found, double tolerance) =>
        found.ShouldBe(log, tolerance * Math.Max(1, Math.Abs(log)));

    private static void Smallest(double p, double count, Func<double, double> probability)
    {
        probability(count).ShouldBeGreaterThanOrEqualTo(p * (1 - 1e-12));
        if (count > 0)
            probability(count - 1).ShouldBeLessThan(p);
    }

    private double Spread(double from, double to) => from * Math.Exp(_random.NextDouble() * Math.Log(to / from));
}
