using System.Globalization;
using Refractor.Cohorts.Tables;
using Refractor.Statistics.MultipleTesting;

namespace Refractor.Tests.Cohorts.Scanning;

/// <summary>
/// The gene-level limma fit of I-SPY2 that others published (17,547 genes against pCR): their expression values are not at hand, so that
/// its adjusted p alone can be held against ours.
/// </summary>
public class ExternalFitTests
{
    [Fact]
    public void Adjusted_p_of_the_published_fit_are_ours_of_its_p()
    {
        var (p, adjusted) = Fit();
        var ours = AdjustedP.BenjaminiHochberg(p);
        for (var g = 0; g < p.Length; g++)
            ours[g].ShouldBe(adjusted[g], 1e-9 * adjusted[g] + 1e-300);
    }

    private static (double[] P, double[] Adjusted) Fit()
    {
        var file = Path.Combine(SharedData.Folder("cohorts-ispy2"), "full_limma_fit.txt.gz");
        var table = TextTableReader.Read(file, new TextTableOptions { Separator = '\t' });
        table.Rows.Count.ShouldBe(17_547);
        double[] Numbers(string column) =>
            [.. table.Values(table.IndexOf(column)).Select(v => double.Parse(v!, CultureInfo.InvariantCulture))];
        return (Numbers("P.Value"), Numbers("adj.P.Val"));
    }
}
