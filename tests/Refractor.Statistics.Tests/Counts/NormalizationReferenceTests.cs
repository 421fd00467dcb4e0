using Refractor.Statistics.Counts;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Counts;

/// <summary>Reference/counts: factors, counts per million and filter, from edgeR and DESeq2.</summary>
public class NormalizationReferenceTests
{
    [Fact]
    public void Normalisation_factors_agree_with_edgeR_and_DESeq2()
    {
        var columns = new Dictionary<string, double[]>
        {
            ["TMM"] = NormalizationFactors.Tmm(CountTables.Counts),
            ["TMMwsp"] = NormalizationFactors.TmmWithSingletonPairing(CountTables.Counts),
            ["RLE"] = NormalizationFactors.RelativeLogExpression(CountTables.Counts),
            ["upperquartile"] = NormalizationFactors.UpperQuartile(CountTables.Counts),
            ["DESeq2_sizeFactor"] = SizeFactors.MedianOfRatios(CountTables.Counts),
        };
        var agreement = new Agreement();
        var s = 0;
        foreach (var row in ReferenceTable.Read("counts/expected_normfactors.tsv").Rows)
        {
            foreach (var (name, values) in columns)
                agreement.Check($"{row.Place} {name}", values[s], row.Number(name), 1e-9);
            s++;
        }
        agreement.Verify();
    }

    [Fact]
    public void Counts_per_million_agree_with_edgeR()
    {
        var sizes = CountTables.EffectiveSizes(CountTables.Counts);
        CountTables.Check("cpm", CountsPerMillion.Of(CountTables.Counts, sizes), 1e-9);
        CountTables.Check("logcpm", CountsPerMillion.Log(CountTables.Counts, sizes), 1e-9);
    }

    [Fact]
    public void The_expression_filter_agrees_with_edgeR()
    {
        var agreement = new Agreement();
        var f = 0;
        foreach (var row in ReferenceTable.Read("counts/expected_filterByExpr.tsv").Rows)
            agreement.CheckEqual(row.Place, CountTables.Kept.Contains(f++), row["keep"] == "TRUE");
        agreement.Verify();
    }
}
