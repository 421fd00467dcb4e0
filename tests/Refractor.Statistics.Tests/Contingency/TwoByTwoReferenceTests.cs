using Refractor.Statistics.Contingency;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Contingency;

/// <summary>contingency/expected_2x2.tsv: fisher.test, chisq.test, mcnemar.test, Woolf.</summary>
public class TwoByTwoReferenceTests
{
    private const double Statistics = 1e-10;
    private const double P = 1e-9;

    private const double Roots = 1e-3;

    /// <summary>R's uniroot ends within 1.22e-4 of the odds ratio if that is below 1, else of its inverse.</summary>
    private static double RootFloor(double oddsRatio) => 1.3e-4 * Math.Max(1, oddsRatio * oddsRatio);

    [Fact]
    public void Tests_and_odds_ratios_agree_with_R()
    {
        var tables = ReferenceTable.Read("contingency/tables2x2.tsv");
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("contingency/expected_2x2.tsv").Rows)
            Compare(TableOf(tables.Row(row["table"])), row, agreement);
        agreement.Verify();
    }

    private static void Compare(TwoByTwo table, ReferenceRow row, Agreement agreement)
    {
        // R gives Fisher's p = 1 and an odds ratio of 0 where nothing can be compared; we say that nothing can.
        agreement.CheckEqual($"{row.Place} fisher", FisherTest.Of(table).IsEstimable, !table.HasEmptyMargin);
        if (FisherTest.Of(table) is { IsEstimable: true } estimate)
            CompareFisher(estimate.Value, row, agreement);
        CompareChiSquared(table, row, agreement);
        var odds = OddsRatio.Of(table).ValueOrDefault;
        agreement.Check($"{row.Place} or", odds?.Value ?? double.NaN, row.Number("or_sample"), Statistics);
        agreement.Check($"{row.Place} or", odds?.Interval.Low ?? double.NaN, row.Number("or_woolf_low"), Statistics);
        agreement.Check($"{row.Place} or", odds?.Interval.High ?? double.NaN, row.Number("or_woolf_high"), Statistics);
        var mcnemar = McNemarTest.Of(table).ValueOrDefault;
        agreement.Check($"{row.Place} mcnemar", mcnemar?.Statistic ?? double.NaN, row.Number("mcnemar"), Statistics);
        agreement.Check($"{row.Place} mcnemar", mcnemar?.P.Value ?? double.NaN, row.Number("mcnemar_p"), P);
    }

    private static void CompareFisher(FisherTest test, ReferenceRow row, Agreement agreement)
    {
        agreement.CheckP($"{row.Place} fisher", test.P, row.Number("fisher_p"), P);
        agreement.CheckP($"{row.Place} less", test.Less, row.Number("fisher_less"), P);
        agreement.CheckP($"{row.Place} greater", test.Greater, row.Number("fisher_greater"), P);
        agreement.Check(
            $"{row.Place} or mle",
            test.OddsRatio,
            row.Number("or_cond_mle"),
            Roots,
            RootFloor(test.OddsRatio)
        );
        agreement.Check(
            $"{row.Place} or low",
            test.Interval.Low,
            row.Number("or_low"),
            Roots,
            RootFloor(test.Interval.Low)
        );
        agreement.Check(
            $"{row.Place} or high",
            test.Interval.High,
            row.Number("or_high"),
            Roots,
            RootFloor(test.Interval.High)
        );
    }

    private static void CompareChiSquared(TwoByTwo table, ReferenceRow row, Agreement agreement)
    {
        foreach (
            var (test, column) in new[]
            {
                (ChiSquaredTest.Of(table), "chisq_yates"),
                (ChiSquaredTest.Of(table, false), "chisq"),
            }
        )
        {
            var value = test.ValueOrDefault;
            // A statistic of 0 is left at 1e-30 by rounding in R.
            agreement.Check(
                $"{row.Place} {column}",
                value?.Statistic ?? double.NaN,
                row.Number(column),
                Statistics,
                1e-25
            );
            agreement.Check($"{row.Place} {column} p", value?.P.Value ?? double.NaN, row.Number(column + "_p"), P);
            if (value is not null)
            {
                agreement.Check(
                    $"{row.Place} expected",
                    value.SmallestExpected,
                    row.Number("min_expected"),
                    Statistics
                );
                agreement.Check($"{row.Place} phi", value.CramersV, row.Number("phi"), Statistics, 1e-15);
            }
        }
    }

    private static TwoByTwo TableOf(ReferenceRow row) =>
        new(row.Integer("a"), row.Integer("b"), row.Integer("c"), row.Integer("d"));
}
