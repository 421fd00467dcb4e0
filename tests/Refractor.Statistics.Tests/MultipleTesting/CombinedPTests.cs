using Refractor.Statistics.Distributions;
using Refractor.Statistics.MultipleTesting;

namespace Refractor.Statistics.Tests.MultipleTesting;

public class CombinedPTests
{
    [Fact]
    public void One_p_value_combines_to_itself()
    {
        CombinedP.Fisher([0.03]).Value.P.Value.ShouldBe(0.03, 1e-15);
        CombinedP.Stouffer([0.03], [2]).Value.P.Value.ShouldBe(0.03, 1e-15);
        CombinedP.Cauchy([0.03]).Value.P.Value.ShouldBe(0.03, 1e-15);
        CombinedP.Cauchy([0.97]).Value.P.Value.ShouldBe(0.97, 1e-14);
    }

    [Fact]
    public void Missing_p_values_are_left_out_and_counted()
    {
        CombinedP.Fisher([0.2, double.NaN, 0.1]).Value.N.ShouldBe(2);
        CombinedP.Stouffer([0.2, double.NaN], [1, 5]).Value.P.Value.ShouldBe(0.2, 1e-14);
        CombinedP.Cauchy([double.NaN]).Reason.ShouldBe(NotEstimable.TooFewValues);
    }

    [Fact]
    public void Far_tails_keep_their_digits()
    {
        // Two tests of exp(-5000): chi-squared 20000 with 4 df, log P = log(1 + 10000) - 10000.
        CombinedP.FisherOfLog([-5000, -5000]).Value.P.Log.ShouldBe(Math.Log(10001) - 10000, 1e-9);
        CombinedP.CauchyOfLog([-5000, -5000, -0.1]).Value.P.Log.ShouldBe(Math.Log(1.5) - 5000, 1e-9);
        var z = Normal.QuantileOfLog(-5000, Tail.Upper);
        var expected = Normal.LogProbability(z * Math.Sqrt(2), Tail.Upper);
        CombinedP.StoufferOfLog([-5000, -5000]).Value.P.Log.ShouldBe(expected, 1e-8);
    }

    [Fact]
    public void Certain_opposites_cannot_be_combined()
    {
        CombinedP.Stouffer([0, 1]).Reason.ShouldBe(NotEstimable.OutOfRange);
        CombinedP.Fisher([0, 0.5]).Value.P.Log.ShouldBe(double.NegativeInfinity);
    }

    [Fact]
    public void Weights_of_another_number_are_refused() =>
        Should.Throw<ArgumentException>(() => CombinedP.Stouffer([0.1, 0.2], [1])).ParamName.ShouldBe("weights");
}
