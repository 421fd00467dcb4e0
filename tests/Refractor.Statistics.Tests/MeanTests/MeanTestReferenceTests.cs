using Refractor.Statistics.MeanTests;
using Refractor.Statistics.Tests.RankTests;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.MeanTests;

/// <summary>R 4.2.2 t.test, anova(lm), oneway.test, bartlett.test. See Reference/ranktests.</summary>
public class MeanTestReferenceTests
{
    private const double Tolerance = 1e-10;

    [Fact]
    public void T_tests_of_two_groups_agree_with_R()
    {
        var values = ReferenceTable
            .Read("ranktests/two_sample.tsv")
            .Rows.ToLookup(r => (r["case"], r["group"]), r => r.Number("value"));
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("ranktests/expected_two_sample.tsv").Rows)
        {
            double[] x = [.. values[(row["case"], "x")]],
                y = [.. values[(row["case"], "y")]];
            var welch = TTest.Welch(x, y).ValueOrDefault;
            agreement.Check(row.Place + " t", welch?.T ?? double.NaN, row.Number("welch_t"), Tolerance);
            agreement.Check(
                row.Place + " df",
                welch?.DegreesOfFreedom ?? double.NaN,
                row.Number("welch_df"),
                Tolerance
            );
            agreement.Check(row.Place + " p", welch?.P.Value ?? double.NaN, row.Number("welch_p"), Tolerance);
            var student = TTest.Student(x, y).ValueOrDefault;
            agreement.Check(row.Place + " t", student?.T ?? double.NaN, row.Number("student_t"), Tolerance);
            agreement.Check(row.Place + " p", student?.P.Value ?? double.NaN, row.Number("student_p"), Tolerance);
        }
        agreement.Verify();
    }

    [Fact]
    public void Paired_t_test_agrees_with_R()
    {
        var cases = ReferenceTable.Read("ranktests/paired.tsv").Rows.ToLookup(r => r["case"]);
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("ranktests/expected_paired.tsv").Rows)
        {
            double[] x = [.. cases[row["case"]].Select(r => r.Number("x"))],
                y = [.. cases[row["case"]].Select(r => r.Number("y"))];
            var test = TTest.Paired(x, y).ValueOrDefault;
            agreement.Check(row.Place + " t", test?.T ?? double.NaN, row.Number("t"), Tolerance);
            agreement.Check(row.Place + " p", test?.P.Value ?? double.NaN, row.Number("t_p"), Tolerance);
        }
        agreement.Verify();
    }

    [Fact]
    public void Tests_of_several_groups_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var (row, values, groups) in ManySamples.Read())
        {
            var anova = AnalysisOfVariance.OneWay(values, groups).ValueOrDefault;
            agreement.Check(row.Place + " F", anova?.F ?? double.NaN, row.Number("anova_F"), Tolerance);
            agreement.Check(row.Place + " p", anova?.P.Value ?? double.NaN, row.Number("anova_p"), Tolerance);
            var welch = AnalysisOfVariance.Welch(values, groups).ValueOrDefault;
            agreement.Check(row.Place + " Welch F", welch?.F ?? double.NaN, row.Number("welch_F"), Tolerance);
            agreement.Check(row.Place + " Welch p", welch?.P.Value ?? double.NaN, row.Number("welch_p"), Tolerance);
            var bartlett = BartlettTest.Of(values, groups).ValueOrDefault;
            agreement.Check(
                row.Place + " Bartlett",
                bartlett?.P.Value ?? double.NaN,
                row.Number("bartlett_p"),
                Tolerance
            );
        }
        agreement.Verify();
    }
}
