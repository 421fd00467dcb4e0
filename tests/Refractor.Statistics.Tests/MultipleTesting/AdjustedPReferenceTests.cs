using Refractor.Statistics.MultipleTesting;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.MultipleTesting;

/// <summary>padjust/expected.tsv: R p.adjust.</summary>
public class AdjustedPReferenceTests
{
    private const double Tolerance = 1e-13;

    private delegate double[] Adjustment(ReadOnlySpan<double> p);

    private static readonly Dictionary<string, (Adjustment Plain, Adjustment OfLog)> Methods = new()
    {
        ["BH"] = (AdjustedP.BenjaminiHochberg, AdjustedP.BenjaminiHochbergOfLog),
        ["BY"] = (AdjustedP.BenjaminiYekutieli, AdjustedP.BenjaminiYekutieliOfLog),
        ["holm"] = (AdjustedP.Holm, AdjustedP.HolmOfLog),
        ["hochberg"] = (AdjustedP.Hochberg, AdjustedP.HochbergOfLog),
        ["hommel"] = (AdjustedP.Hommel, AdjustedP.HommelOfLog),
        ["bonferroni"] = (AdjustedP.Bonferroni, AdjustedP.BonferroniOfLog),
    };

    [Fact]
    public void All_adjustments_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var family in ReferenceTable.Read("padjust/expected.tsv").Rows.GroupBy(r => r["case"]))
        foreach (var (column, (plain, ofLog)) in Methods)
        {
            double[] p = [.. family.Select(r => r.Number("p"))];
            double[] logP = [.. p.Select(x => Math.Log(x))];
            var adjusted = plain(p);
            var adjustedLog = ofLog(logP);
            foreach (var (row, i) in family.Select((r, i) => (r, i)))
            {
                var expected = row.Number(column);
                agreement.Check($"{row.Place} {column}", adjusted[i], expected, Tolerance);
                agreement.Check($"{row.Place} log {column}", adjustedLog[i], Math.Log(expected), Tolerance, Tolerance);
            }
        }
        agreement.Verify();
    }
}
