using Refractor.Statistics.MultipleTesting;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.MultipleTesting;

/// <summary>padjust/expected_combine.tsv: Fisher, Stouffer and Cauchy.</summary>
public class CombinedPReferenceTests
{
    private const double Tolerance = 1e-13;

    [Fact]
    public void Combined_p_values_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("padjust/expected_combine.tsv").Rows)
        {
            var p = row.List("p");
            agreement.CheckP($"{row.Place} fisher", CombinedP.Fisher(p).Value.P, row.Number("fisher_p"), Tolerance);
            agreement.CheckP(
                $"{row.Place} stouffer",
                CombinedP.Stouffer(p).Value.P,
                row.Number("stouffer_p"),
                Tolerance
            );
            // R calculates tan((0.5 - p) * pi), in which 0.5 - p is rounded to 1.1e-16 of ½ whatever p is.
            var rounding = 2.2e-16 / p.Min();
            var cauchy = CombinedP.Cauchy(p).Value.P;
            agreement.CheckP($"{row.Place} cauchy", cauchy, row.Number("cauchy_acat_p"), Tolerance + rounding);
        }
        agreement.Verify();
    }
}
