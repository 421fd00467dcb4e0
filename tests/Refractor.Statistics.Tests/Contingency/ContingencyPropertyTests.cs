using Refractor.Statistics.Contingency;
using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Tests.Contingency;

public class ContingencyPropertyTests
{
    private readonly Random _random = new(4);

    [Fact]
    public void Swapping_the_groups_mirrors_every_result()
    {
        for (var trial = 0; trial < 30; trial++)
        {
            var table = RandomTable(1, 30);
            var (here, there) = (FisherTest.Of(table).Value, FisherTest.Of(table.SwapRows).Value);
            there.P.Log.ShouldBe(here.P.Log, 1e-9);
            there.Less.Log.ShouldBe(here.Greater.Log, 1e-9);
            there.OddsRatio.ShouldBe(1 / here.OddsRatio, 1e-9 / here.OddsRatio);
            there.Interval.Low.ShouldBe(1 / here.Interval.High, 1e-9 / here.Interval.High);
            var (odds, mirrored) = (OddsRatio.Of(table).Value, OddsRatio.Of(table.SwapRows).Value);
            mirrored.Interval.High.ShouldBe(1 / odds.Interval.Low, 1e-12 / odds.Interval.Low);
            RiskDifference.Of(table.SwapRows).Value.Value.ShouldBe(-RiskDifference.Of(table).Value.Value, 1e-15);
            RiskDifference
                .Of(table.SwapRows)
                .Value.Interval.Low.ShouldBe(-RiskDifference.Of(table).Value.Interval.High, 1e-15);
            RiskRatio.Of(table.SwapRows).Value.Value.ShouldBe(1 / RiskRatio.Of(table).Value.Value, 1e-12);
        }
    }

    [Fact]
    public void Bounds_of_the_exact_interval_leave_half_of_the_rest_in_either_tail()
    {
        for (var trial = 0; trial < 30; trial++)
        {
            var table = RandomTable(1, 40);
            var interval = FisherTest.Of(table).Value.Interval;
            LogTailAt(table, interval.Low, Tail.Upper).ShouldBe(Math.Log(0.025), 1e-9);
            LogTailAt(table, interval.High, Tail.Lower).ShouldBe(Math.Log(0.025), 1e-9);
        }
    }

    [Fact]
    public void Fishers_test_of_several_rows_and_columns_counts_as_by_enumeration()
    {
        for (var trial = 0; trial < 12; trial++)
        {
            var table = new int[2 + trial % 2, 3];
            for (var i = 0; i < table.GetLength(0); i++)
            for (var j = 0; j < 3; j++)
                table[i, j] = _random.Next(0, 5);
            var expected = ByEnumeration(table);
            var estimate = FisherTest.Of(table);
            if (estimate.IsEstimable)
                estimate.Value.Value.ShouldBe(expected, 1e-9);
        }
    }

    [Fact]
    public void Fishers_test_of_two_rows_and_columns_is_the_same_in_both_forms()
    {
        for (var trial = 0; trial < 20; trial++)
        {
            var table = RandomTable(0, 25) with { A = 3, D = 2 };
            var network = FisherTest
                .Of(
                    new[,]
                    {
                        { table.A, table.B },
                        { table.C, table.D },
                    }
                )
                .Value;
            network.Value.ShouldBe(FisherTest.Of(table).Value.P.Value, 1e-10);
        }
    }

    [Fact]
    public void Empty_margins_have_a_reason_and_no_p_value()
    {
        FisherTest.Of(new TwoByTwo(0, 0, 3, 4)).Reason.ShouldBe(NotEstimable.OneGroup);
        FisherTest.Of(new TwoByTwo(5, 0, 7, 0)).Reason.ShouldBe(NotEstimable.NoVariation);
        ChiSquaredTest.Of(new TwoByTwo(0, 0, 0, 0)).Reason.ShouldBe(NotEstimable.TooFewValues);
        McNemarTest.Of(new TwoByTwo(5, 0, 0, 7)).Reason.ShouldBe(NotEstimable.NoComparablePairs);
        RiskRatio.Of(new TwoByTwo(0, 5, 0, 5)).Reason.ShouldBe(NotEstimable.NoEvents);
        MantelHaenszelTest.Of([]).Reason.ShouldBe(NotEstimable.TooFewValues);
        ExactCommonOddsRatio.Of([new(1, 2, 0, 0)]).Reason.ShouldBe(NotEstimable.OneGroup);
        BinomialTest.Of(0, 0).Reason.ShouldBe(NotEstimable.TooFewValues);
        CochranArmitageTest.Of([0, 0], [5, 6]).Reason.ShouldBe(NotEstimable.NoVariation);
        Proportion.Wilson(0, 0).IsEstimable.ShouldBeFalse();
    }

    [Fact]
    public void One_stratum_is_its_own_table()
    {
        var table = new TwoByTwo(9, 4, 5, 11);
        ExactCommonOddsRatio.Of([table]).Value.P.Value.ShouldBe(FisherTest.Of(table).Value.P.Value, 1e-12);
        MantelHaenszelTest.Of([table]).Value.OddsRatio.ShouldBe(OddsRatio.Of(table).Value.Value, 1e-14);
        MantelHaenszelTest.Of([table]).Value.BreslowDay.Reason.ShouldBe(NotEstimable.TooFewValues);
    }

    // Newcombe, Stat Med 1998, table II, method 10: 56/70 - 48/80 and 9/10 - 3/10.
    [Theory]
    [InlineData(56, 14, 48, 32, 0.0524, 0.3339)]
    [InlineData(9, 1, 3, 7, 0.1705, 0.8090)]
    [InlineData(10, 0, 0, 20, 0.6791, 1.0000)]
    public void Risk_differences_are_those_printed_by_Newcombe(int a, int b, int c, int d, double low, double high)
    {
        var interval = RiskDifference.Of(new TwoByTwo(a, b, c, d)).Value.Interval;
        interval.Low.ShouldBe(low, 5e-5);
        interval.High.ShouldBe(high, 5e-5);
    }

    // R 4.2.2, metafor 3.8.1: summary(escalc("RR", ai = 17, bi = 8, ci = 12, di = 38)); exp of yi, ci.lb, ci.ub
    [Fact]
    public void A_risk_ratio_and_its_interval_agree_with_metafor()
    {
        var ratio = RiskRatio.Of(new TwoByTwo(17, 8, 12, 38)).Value;
        ratio.Value.ShouldBe(2.8333333333333335, 1e-12);
        ratio.Interval.Low.ShouldBe(1.6155396283374888, 1e-12);
        ratio.Interval.High.ShouldBe(4.9690998827673232, 1e-12);
    }

    [Fact]
    public void Exact_McNemar_is_the_binomial_test_of_the_discordant_pairs()
    {
        var test = McNemarTest.Of(new TwoByTwo(20, 12, 3, 40)).Value;
        test.ExactP.Value.ShouldBe(BinomialTest.Of(12, 15).Value.P.Value, 1e-15);
        test.OddsRatio.ShouldBe(4);
        test.Discordant.ShouldBe(15);
    }

    [Fact]
    public void Huge_imbalance_keeps_the_digits_of_p()
    {
        var test = FisherTest.Of(new TwoByTwo(3000, 0, 0, 3000)).Value;
        test.P.Log.ShouldBe(Math.Log(2) - SpecialFunctions.LogChoose(6000, 3000), 1e-8);
        test.OddsRatio.ShouldBe(double.PositiveInfinity);
    }

    private static double LogTailAt(TwoByTwo table, double oddsRatio, Tail tail)
    {
        var lowest = Math.Max(0, table.FirstRow - table.SecondColumn);
        var highest = Math.Min(table.FirstRow, table.FirstColumn);
        double inside = 0,
            all = 0;
        for (var k = lowest; k <= highest; k++)
        {
            var density = Hypergeometric.Density(k, table.FirstColumn, table.SecondColumn, table.FirstRow);
            var weight = density * Math.Pow(oddsRatio, k - table.A);
            all += weight;
            inside += (tail == Tail.Lower ? k <= table.A : k >= table.A) ? weight : 0;
        }
        return Math.Log(inside / all);
    }

    /// <summary>All tables with the margins, cell by cell.</summary>
    private static double ByEnumeration(int[,] table)
    {
        var (r, c) = (table.GetLength(0), table.GetLength(1));
        int[] rows = [.. Enumerable.Range(0, r).Select(i => Enumerable.Range(0, c).Sum(j => table[i, j]))];
        int[] columns = [.. Enumerable.Range(0, c).Select(j => Enumerable.Range(0, r).Sum(i => table[i, j]))];
        double Weight(int x) => Math.Exp(-SpecialFunctions.LogGamma(x + 1));
        var observed = table.Cast<int>().Aggregate(1.0, (w, x) => w * Weight(x));
        double all = 0,
            unlikely = 0;

        void Fill(int cell, double weight)
        {
            if (cell == r * c)
            {
                if (rows.Any(x => x != 0) || columns.Any(x => x != 0))
                    return;
                all += weight;
                unlikely += weight <= observed * (1 + 1e-7) ? weight : 0;
                return;
            }
            var (i, j) = (cell / c, cell % c);
            for (var x = 0; x <= Math.Min(rows[i], columns[j]); x++)
            {
                rows[i] -= x;
                columns[j] -= x;
                Fill(cell + 1, weight * Weight(x));
                rows[i] += x;
                columns[j] += x;
            }
        }

        Fill(0, 1);
        return unlikely / all;
    }

    private TwoByTwo RandomTable(int from, int to) =>
        new(_random.Next(from, to), _random.Next(from, to), _random.Next(from, to), _random.Next(from, to));
}
