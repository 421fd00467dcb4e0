using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Tests.Distributions;

public class ManyTailsTests
{
    private const double Tolerance = 2e-14;

    private static readonly double[] Values = MakeValues(3001);

    [Theory]
    [InlineData(0.05)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(9)]
    [InlineData(58.3)]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [InlineData(double.PositiveInfinity)]
    public void T_tails_of_a_span_are_those_of_single_values(double df)
    {
        var logP = new double[Values.Length];
        StudentT.TwoSidedLog(Values, df, logP);
        Same(logP, t => StudentT.TwoSided(t, df).Log);
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(30)]
    public void Chi_squared_tails_of_a_span_are_those_of_single_values(double df)
    {
        var logP = new double[Values.Length];
        ChiSquared.LogUpperTail(Values, df, logP);
        Same(logP, x => ChiSquared.UpperTail(x, df).Log);
    }

    [Fact]
    public void Normal_tails_of_a_span_are_those_of_single_values()
    {
        var logP = new double[Values.Length];
        Normal.TwoSidedLog(Values, logP);
        Same(logP, z => Normal.TwoSided(z).Log);
    }

    [Fact]
    public void Each_value_may_have_its_own_degrees_of_freedom()
    {
        double[] df =
        [
            .. Values.Select(
                (_, i) =>
                    i % 3 == 0 ? 4 + i
                    : i % 3 == 1 ? 12
                    : double.PositiveInfinity
            ),
        ];
        var logP = new double[Values.Length];
        StudentT.TwoSidedLog(Values, df, logP);
        for (var i = 0; i < Values.Length; i++)
            Same(logP[i], StudentT.TwoSided(Values[i], df[i]).Log, Values[i]);
    }

    [Fact]
    public void A_value_without_degrees_of_freedom_has_no_tail()
    {
        var logP = new double[3];
        StudentT.TwoSidedLog([1.0, 2, 3], [5.0, 0, double.NaN], logP);
        logP.Select(double.IsNaN).ShouldBe([false, true, true]);
    }

    private static void Same(double[] logP, Func<double, double> single)
    {
        for (var i = 0; i < Values.Length; i++)
            Same(logP[i], single(Values[i]), Values[i]);
    }

    private static void Same(double found, double expected, double at)
    {
        if (double.IsNaN(expected) || double.IsInfinity(expected) || expected == 0)
            found.ShouldBe(expected, $"at {at}");
        else
            found.ShouldBe(expected, Tolerance * Math.Max(1, Math.Abs(expected)), $"at {at}");
    }

    /// <summary>From 1e-5 to 1e4 on both sides, with 0, NaN and infinity among them.</summary>
    private static double[] MakeValues(int count)
    {
        var random = new Random(7);
        double[] values =
        [
            .. Enumerable.Range(0, count).Select(i => (i % 2 * 2 - 1) * Math.Pow(10, -5 + 9 * random.NextDouble())),
        ];
        (values[5], values[77], values[400], values[1000]) = (
            0,
            double.NaN,
            double.PositiveInfinity,
            double.NegativeInfinity
        );
        return values;
    }
}
