using Refractor.Statistics.Contingency;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Contingency;

/// <summary>The other tables of contingency/: r × c tables, strata, proportions, trend.</summary>
public class ContingencyReferenceTests
{
    private const double Statistics = 1e-10;
    private const double P = 1e-9;
    private const double Roots = 1e-3;

    [Fact]
    public void Tables_of_several_rows_and_columns_agree_with_R()
    {
        var cells = ReferenceTable.Read("contingency/tables_rxc.tsv").Rows.ToLookup(r => r["table"]);
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("contingency/expected_rxc.tsv").Rows)
        {
            var table = TableOf([.. cells[row["table"]]]);
            var test = ChiSquaredTest.Of(table).Value;
            agreement.Check(row.Place, test.Statistic, row.Number("chisq"), Statistics);
            agreement.CheckEqual(row.Place, test.Df, row.Integer("df"));
            agreement.CheckP(row.Place, test.P, row.Number("chisq_p"), P);
            agreement.Check(row.Place, test.CramersV, row.Number("cramers_v"), Statistics);
            agreement.CheckP($"{row.Place} fisher", FisherTest.Of(table).Value, row.Number("fisher_p"), P);
        }
        agreement.Verify();
    }

    [Fact]
    public void Stratified_tables_agree_with_R()
    {
        var strata = ReferenceTable.Read("contingency/strata2x2.tsv").Rows.ToLookup(r => r["set"]);
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("contingency/expected_mantelhaenszel.tsv").Rows)
        {
            TwoByTwo[] tables =
            [
                .. strata[row["set"]]
                    .Select(r => new TwoByTwo(r.Integer("a"), r.Integer("b"), r.Integer("c"), r.Integer("d"))),
            ];
            CompareStratified(tables, row, agreement);
        }
        agreement.Verify();
    }

    [Fact]
    public void Proportions_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("contingency/expected_proportions.tsv").Rows)
        {
            var (events, n) = (row.Integer("x"), row.Integer("n"));
            var exact = BinomialTest.Of(events, n, 0.3).Value;
            agreement.Check(row.Place, exact.Interval.Low, row.Number("clopper_low"), Statistics);
            agreement.Check(row.Place, exact.Interval.High, row.Number("clopper_high"), Statistics);
            agreement.CheckP($"{row.Place} binomial", exact.P, row.Number("binom_p_0.3"), P);
            var score = ProportionScoreTest.Of(events, n, 0.3, continuityCorrection: false).Value;
            agreement.CheckP($"{row.Place} score", score.P, row.Number("score_p_0.3"), P);
            var wilson = Proportion.Wilson(events, n);
            agreement.Check($"{row.Place} wilson", wilson.Low, row.Number("wilson_low"), Statistics, 1e-15);
            agreement.Check($"{row.Place} wilson", wilson.High, row.Number("wilson_high"), Statistics);
            var corrected = ProportionScoreTest.Of(events, n, 0.3).Value.Interval;
            agreement.Check($"{row.Place} corrected", corrected.Low, row.Number("wilson_cc_low"), Statistics, 1e-15);
            agreement.Check($"{row.Place} corrected", corrected.High, row.Number("wilson_cc_high"), Statistics);
        }
        agreement.Verify();
    }

    [Fact]
    public void Trends_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("contingency/expected_trend.tsv").Rows)
        {
            int[] events = [.. row.List("x").Select(x => (int)x)];
            int[] sizes = [.. row.List("n").Select(n => (int)n)];
            var test = CochranArmitageTest.Of(events, sizes).Value;
            agreement.Check(row.Place, test.Statistic, row.Number("chisq"), Statistics);
            agreement.CheckP(row.Place, test.P, row.Number("p"), P);
        }
        agreement.Verify();
    }

    private static void CompareStratified(TwoByTwo[] tables, ReferenceRow row, Agreement agreement)
    {
        var corrected = MantelHaenszelTest.Of(tables).Value;
        var plain = MantelHaenszelTest.Of(tables, continuityCorrection: false).Value;
        agreement.Check(row.Place, plain.OddsRatio, row.Number("mh_or"), Statistics);
        agreement.Check(row.Place, plain.Interval.Low, row.Number("mh_low"), Statistics);
        agreement.Check(row.Place, plain.Interval.High, row.Number("mh_high"), Statistics);
        agreement.Check(row.Place, corrected.Statistic, row.Number("mh_chisq_corrected"), Statistics);
        agreement.CheckP(row.Place, corrected.P, row.Number("mh_p_corrected"), P);
        agreement.Check(row.Place, plain.Statistic, row.Number("mh_chisq"), Statistics);
        agreement.CheckP(row.Place, plain.P, row.Number("mh_p"), P);
        var exact = ExactCommonOddsRatio.Of(tables).Value;
        agreement.Check($"{row.Place} exact", exact.OddsRatio, row.Number("exact_or"), Roots);
        agreement.Check($"{row.Place} exact", exact.Interval.Low, row.Number("exact_low"), Roots);
        agreement.Check($"{row.Place} exact", exact.Interval.High, row.Number("exact_high"), Roots);
        agreement.CheckP($"{row.Place} exact", exact.P, row.Number("exact_p"), P);
        agreement.Check($"{row.Place} bd", plain.BreslowDay.Value.Statistic, row.Number("breslow_day"), Statistics);
        agreement.CheckP($"{row.Place} bd", plain.BreslowDay.Value.P, row.Number("breslow_day_p"), P);
        agreement.Check($"{row.Place} tarone", plain.Tarone.Value.Statistic, row.Number("tarone"), Statistics);
        agreement.CheckP($"{row.Place} tarone", plain.Tarone.Value.P, row.Number("tarone_p"), P);
    }

    private static int[,] TableOf(ReferenceRow[] cells)
    {
        var table = new int[cells.Max(c => c.Integer("row")), cells.Max(c => c.Integer("col"))];
        foreach (var cell in cells)
            table[cell.Integer("row") - 1, cell.Integer("col") - 1] = cell.Integer("n");
        return table;
    }
}
