using Refractor.Statistics.Correlation;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Correlation;

/// <summary>R 4.2.2 cor.test. See Reference/correlation.</summary>
public class CorrelationReferenceTests
{
    private const double Absolutely = 1e-12;
    private const double Closely = 1e-9;

    [Fact]
    public void Pearson_agrees_with_R()
    {
        var agreement = new Agreement();
        foreach (var (row, x, y) in Cases())
        {
            var ours = PearsonCorrelation.Of(x, y).ValueOrDefault;
            agreement.Check(row.Place + " r", ours?.R ?? double.NaN, row.Number("pearson_r"), 0, Absolutely);
            agreement.Check(
                row.Place + " low",
                ours?.Interval.Low ?? double.NaN,
                row.Number("pearson_low"),
                0,
                Absolutely
            );
            agreement.Check(
                row.Place + " high",
                ours?.Interval.High ?? double.NaN,
                row.Number("pearson_high"),
                0,
                Absolutely
            );
            // On a line t is infinite, or as large as the rounding of r allows.
            if (!(Math.Abs(row.Number("pearson_t")) > 1e7))
                agreement.Check(row.Place + " t", ours?.T ?? double.NaN, row.Number("pearson_t"), Closely);
            CheckP(agreement, row, "pearson_p", ours?.P);
        }
        agreement.Verify();
    }

    [Fact]
    public void Spearman_agrees_with_R()
    {
        var agreement = new Agreement();
        foreach (var (row, x, y) in Cases())
        {
            var ours = SpearmanCorrelation.Of(x, y);
            agreement.CheckEqual(row.Place, ours.IsEstimable, !double.IsNaN(row.Number("spearman_rho")));
            if (!ours.IsEstimable)
                continue;
            agreement.CheckEqual(row.Place + " n", ours.Value.N, row.Integer("n"));
            agreement.Check(row.Place + " rho", ours.Value.Rho, row.Number("spearman_rho"), 0, Absolutely);
            agreement.Check(row.Place + " S", ours.Value.S, row.Number("spearman_S"), Absolutely, Absolutely);
            CheckP(agreement, row, "spearman_p_default", ours.Value.P);
            CheckP(agreement, row, "spearman_p_t", SpearmanCorrelation.Of(x, y, CorrelationMethod.Approximate).Value.P);
            var corrected = SpearmanCorrelation.Of(x, y, CorrelationMethod.Approximate, continuityCorrection: true);
            CheckP(agreement, row, "spearman_p_t_continuity", corrected.Value.P);
            if (!double.IsNaN(row.Number("spearman_p_exact")))
                CheckP(
                    agreement,
                    row,
                    "spearman_p_exact",
                    SpearmanCorrelation.Of(x, y, CorrelationMethod.Exact).Value.P
                );
        }
        agreement.Verify();
    }

    [Fact]
    public void Kendall_agrees_with_R()
    {
        var agreement = new Agreement();
        foreach (var (row, x, y) in Cases())
        {
            var ours = KendallCorrelation.Of(x, y, CorrelationMethod.Approximate).ValueOrDefault;
            agreement.Check(row.Place + " tau", ours?.Tau ?? double.NaN, row.Number("kendall_tau"), 0, Absolutely);
            agreement.Check(row.Place + " z", ours?.Z ?? double.NaN, row.Number("kendall_z"), Closely, Absolutely);
            CheckP(agreement, row, "kendall_p_normal", ours?.P);
            if (!double.IsNaN(row.Number("kendall_p_exact")))
                CheckP(agreement, row, "kendall_p_exact", KendallCorrelation.Of(x, y, CorrelationMethod.Exact).Value.P);
        }
        agreement.Verify();
    }

    private static void CheckP(Agreement agreement, ReferenceRow row, string column, PValue? p)
    {
        var expected = row.Number(column);
        var place = $"{row.Place} {column}";
        // For a perfect correlation R gives 0, or what rounding leaves of it.
        if (expected < 1e-30)
            agreement.CheckEqual(place, p?.Value < 1e-30, true);
        else
            agreement.Check(place, p?.Value ?? double.NaN, expected, Closely);
    }

    private static IEnumerable<(ReferenceRow Row, double[] X, double[] Y)> Cases()
    {
        var pairs = ReferenceTable.Read("correlation/pairs.tsv").Rows.ToLookup(r => r["case"]);
        foreach (var row in ReferenceTable.Read("correlation/expected.tsv").Rows)
        {
            var rows = pairs[row["case"]].ToArray();
            yield return (row, [.. rows.Select(r => r.Number("x"))], [.. rows.Select(r => r.Number("y"))]);
        }
    }
}
