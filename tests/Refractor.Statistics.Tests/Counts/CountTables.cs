using Refractor.Statistics.Counts;
using Refractor.Statistics.LinearModels;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Counts;

/// <summary>The inputs of the count tables, and what several tests need of them.</summary>
internal static class CountTables
{
    public static ReferenceTable Table { get; } = ReferenceTable.Read("counts/counts.tsv");

    public static string[] Genes { get; } = Table.Texts("gene");

    public static FeatureMatrix Counts { get; } = Table.Matrix();

    public static ReferenceTable Samples { get; } = ReferenceTable.Read("counts/samples.tsv");

    public static DesignMatrix Design { get; } =
        DesignMatrix
            .For(Samples.Count)
            .Intercept()
            .Factor("batch", Samples.Texts("batch"))
            .Factor("group", Samples.Texts("group"))
            .ToDesign();

    /// <summary>Numbers of the genes that edgeR's filter keeps.</summary>
    public static int[] Kept { get; } = ExpressionFilter.Default.Keep(Counts, Design, EffectiveSizes(Counts));

    /// <summary>Counts of these genes.</summary>
    public static FeatureMatrix KeptCounts { get; } = Counts.Select(Kept);

    /// <summary>Sums of counts times the TMM factors of all counts.</summary>
    public static double[] EffectiveSizes(FeatureMatrix counts)
    {
        var factors = NormalizationFactors.Tmm(Counts);
        var sizes = new double[counts.Samples];
        var row = new double[counts.Samples];
        for (var f = 0; f < counts.Features; f++)
        {
            counts.CopyFeature(f, row);
            for (var s = 0; s < row.Length; s++)
                sizes[s] += row[s];
        }
        return [.. sizes.Zip(factors, (a, b) => a * b)];
    }

    /// <summary>Compares a matrix with a table of one gene a row.</summary>
    public static void Check(string table, FeatureMatrix actual, double relative, double floor = 0)
    {
        var expected = ReferenceTable.Read($"counts/expected_{table}.tsv");
        var row = new double[actual.Samples];
        var agreement = new Agreement();
        var f = 0;
        foreach (var line in expected.Rows)
        {
            actual.CopyFeature(f++, row);
            for (var s = 0; s < row.Length; s++)
                agreement.Check($"{line.Place} {expected.Columns[s + 1]}", row[s], line.Number(s + 1), relative, floor);
        }
        agreement.Verify();
    }
}
