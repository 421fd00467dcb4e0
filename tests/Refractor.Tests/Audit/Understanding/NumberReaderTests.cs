using Refractor.Audit.Understanding;

namespace Refractor.Tests.Audit.Understanding;

/// <summary>Numbers and what they measure.</summary>
public class NumberReaderTests
{
    [Theory]
    [InlineData("HR 0.29, 95% CI 0.10–0.85", "HazardRatio 0.29; Interval 0.1; Interval 0.85")]
    [InlineData("with a hazard ratio of 0.70", "HazardRatio 0.7")]
    [InlineData("the odds ratio for RCB 0/I was 4.96 (p = 0.0036)", "OddsRatio 4.96; P 0.0036")]
    [InlineData("17% vs 68%", "Percent 17; Percent 68")]
    [InlineData("16.2 versus 29.6%", "Percent 16.2; Percent 29.6")]
    [InlineData("in 8 of 25 residual tumours", "Count 8; Count 25")]
    [InlineData("in eight patients", "Count 8")]
    [InlineData("n = 1,762", "Count 1762")]
    [InlineData("five randomised trials", "Studies 5")]
    [InlineData("11.9 versus 5.7 months", "Duration 11.9; Duration 5.7")]
    [InlineData("miR-21 and HER2, p.Y537S, CDK4/6 inhibitors", "")]
    public void A_number_is_read_with_its_kind(string text, string numbers) =>
        string.Join(
                "; ",
                NumberReader
                    .Read(text)
                    .Select(n =>
                        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{n.Kind} {n.Value}")
                    )
            )
            .ShouldBe(numbers);

    [Theory]
    [InlineData(0.29, 2, 0.2901, 4, true)]
    [InlineData(0.3, 1, 0.29, 2, true)]
    [InlineData(0.29, 2, 0.39, 2, false)]
    public void Numbers_are_compared_at_the_coarser_precision(
        double a,
        int decimals,
        double b,
        int others,
        bool same
    ) => new StatedNumber(NumberKind.HazardRatio, a, decimals, "", '=').Equals(b, others).ShouldBe(same);
}
