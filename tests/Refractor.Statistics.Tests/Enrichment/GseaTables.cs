using Refractor.Statistics.Enrichment;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Enrichment;

/// <summary>The inputs of the reference tables.</summary>
internal static class GseaTables
{
    public static ReferenceTable Ranks { get; } = ReferenceTable.Read("gsea/ranks.tsv");

    public static double[] Statistics { get; } = Ranks.Numbers("stat");

    public static double[] TiedStatistics { get; } = ReferenceTable.Read("gsea/ranks_ties.tsv").Numbers("stat");

    public static string[] Genes { get; } = Ranks.Texts("gene");

    public static (string Name, string[] Genes)[] Gmt { get; } =
    [
        .. File.ReadAllLines(Path.Combine(ReferenceTable.Folder, "gsea", "sets.gmt"))
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[2..])),
    ];

    public static FeatureSets Sets { get; } =
        FeatureSets.Of(Genes, [.. Gmt.Select(s => s.Genes)], [.. Gmt.Select(s => s.Name)]);

    public static int Number(string set) => Array.FindIndex(Gmt, s => s.Name == set);
}
