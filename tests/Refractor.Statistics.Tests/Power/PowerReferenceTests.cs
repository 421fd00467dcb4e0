using Refractor.Statistics.Power;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Power;

/// <summary>distributions/expected_power.tsv: power.t.test and power.prop.test.</summary>
public class PowerReferenceTests
{
    private const double Power = 1e-7;

    /// <summary>R solves for n by uniroot, to 1e-4.</summary>
    private const double Size = 1e-4;

    [Fact]
    public void Powers_and_sizes_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("distributions/expected_power.tsv").Rows)
        {
            var (n, delta, sd, alpha) = (
                row.Number("n_per_group"),
                row.Number("delta"),
                row.Number("sd"),
                row.Number("sig")
            );
            var power = MeanDifferencePower.Of(n, n, delta, sd, alpha);
            agreement.Check($"{row.Place} t", power, row.Number("power_t"), Power);
            var size = MeanDifferencePower.SizePerGroup(0.8, delta, sd, alpha);
            agreement.Check($"{row.Place} n", size, row.Number("n_for_80"), Size);
            var proportions = ProportionDifferencePower.Of(n, 0.3, 0.5, alpha);
            agreement.Check($"{row.Place} prop", proportions, row.Number("power_prop_.3_.5"), Power);
        }
        agreement.Verify();
    }

    [Fact]
    public void A_detectable_difference_has_the_power_asked_for() =>
        MeanDifferencePower
            .Of(23.02, 30, MeanDifferencePower.DetectableDifference(23.02, 30, 0.9, 1.5), 1.5)
            .ShouldBe(0.9, 1e-12);

    // R 4.2.2: power.prop.test(p1 = .17, p2 = .68, power = .8)$n
    [Fact]
    public void Size_of_two_groups_with_17_and_68_percent_agrees_with_R() =>
        ProportionDifferencePower.SizePerGroup(0.8, 0.17, 0.68).ShouldBe(13.5061, 1e-4);

    // Schoenfeld: (1.959964 + 0.8416212)^2 / (log(2)^2 / 4)
    [Fact]
    public void A_hazard_ratio_of_2_needs_66_events() => HazardRatioPower.Events(0.8, 2).ShouldBe(65.3460, 1e-3);

    [Fact]
    public void Each_power_is_inverted_by_its_size_and_by_its_effect()
    {
        ProportionDifferencePower
            .Of(40, ProportionDifferencePower.DetectableProportion(40, 0.2, 0.8), 0.2)
            .ShouldBe(0.8, 1e-10);
        AucPower.Of(AucPower.Cases(0.8, 0.7, 2), 2 * AucPower.Cases(0.8, 0.7, 2), 0.7).ShouldBe(0.8, 1e-10);
        AucPower.Of(30, 60, AucPower.DetectableAuc(30, 60, 0.85)).ShouldBe(0.85, 1e-10);
        HazardRatioPower.Of(HazardRatioPower.Events(0.9, 1.7, 0.3), 1 / 1.7, 0.3).ShouldBe(0.9, 1e-10);
        HazardRatioPower.Of(80, HazardRatioPower.DetectableHazardRatio(80, 0.8, 0.4), 0.4).ShouldBe(0.8, 1e-10);
        var perGroup = OddsRatioPower.SizePerGroup(0.8, 0.25, 2.5);
        OddsRatioPower.Of(perGroup, perGroup, 0.25, 2.5).ShouldBe(0.8, 1e-10);
        OddsRatioPower.Of(50, 70, 0.25, OddsRatioPower.DetectableOddsRatio(50, 70, 0.25)).ShouldBe(0.8, 1e-10);
    }

    [Fact]
    public void What_no_effect_can_show_is_not_a_number()
    {
        AucPower.DetectableAuc(2, 2).ShouldBe(double.NaN);
        ProportionDifferencePower.DetectableProportion(2, 0.5).ShouldBe(double.NaN);
        OddsRatioPower.DetectableOddsRatio(4, 4, 0.9).ShouldBe(double.NaN);
    }

    [Fact]
    public void Hanley_and_McNeil_at_one_half_is_the_variance_of_the_rank_sum() =>
        AucPower.StandardError(0.5, 17, 23).ShouldBe(Math.Sqrt((17 + 23 + 1) / (12.0 * 17 * 23)), 1e-14);

    [Fact]
    public void Hanley_and_McNeil_is_the_scatter_of_areas_between_exponential_scores()
    {
        const int rounds = 20_000,
            cases = 12,
            controls = 20;
        // P(case > control) = rate / (1 + rate) if control scores fall at this rate and case scores at 1.
        const double rate = 3;
        var random = new Random(19);
        double Score(double fall) => -Math.Log(1 - random.NextDouble()) / fall;
        double sum = 0,
            squares = 0;
        for (var round = 0; round < rounds; round++)
        {
            double[] first = [.. Enumerable.Range(0, cases).Select(_ => Score(1))];
            double[] second = [.. Enumerable.Range(0, controls).Select(_ => Score(rate))];
            var area = first.Sum(x => second.Count(y => x > y)) / (double)(cases * controls);
            sum += area;
            squares += area * area;
        }
        var mean = sum / rounds;
        mean.ShouldBe(0.75, 0.003);
        var scatter = Math.Sqrt(squares / rounds - mean * mean);
        // Four standard errors of a standard deviation from 20,000 rounds.
        AucPower.StandardError(0.75, cases, controls).ShouldBe(scatter, 0.02 * scatter);
    }

    [Fact]
    public void Power_without_effect_is_the_level_of_one_side() =>
        MeanDifferencePower.Of(12, 9, 0).ShouldBe(0.025, 1e-12);

    [Fact]
    public void A_power_below_the_level_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => HazardRatioPower.Events(0.01, 2)).ParamName.ShouldBe("power");
}
