namespace Refractor.Statistics.Tests;

public class PValueTests
{
    [Fact]
    public void A_value_below_the_range_of_a_double_keeps_its_digits() =>
        PValue.FromLog(-400 * Math.Log(10) + Math.Log(1.23)).ToString().ShouldBe("1.23e-400");

    [Fact]
    public void A_default_value_is_unknown_and_not_1()
    {
        default(PValue).IsKnown.ShouldBeFalse();
        default(PValue).Value.ShouldBe(double.NaN);
        default(PValue).ToString().ShouldBe("NA");
    }

    [Theory]
    [InlineData(0.05, "0.05")]
    [InlineData(0.0312345, "0.0312")]
    [InlineData(1.234e-7, "1.23e-07")]
    [InlineData(1, "1")]
    public void Prints_three_digits(double p, string expected) => PValue.From(p).ToString().ShouldBe(expected);
}
