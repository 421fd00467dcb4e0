using Refractor.Statistics.Enrichment;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>1,000 sets on a ranking of 20,000 features, and in a list of 500 of them.</summary>
internal static class EnrichmentWorkloads
{
    private const int SetCount = 1000;
    private const int Repeats = 10;

    public static IEnumerable<Workload> All =>
        [.. Variants("", threads: 0), .. Variants("_1thread", threads: 1), new("ora", "refractor", OverRepresent)];

    private static IEnumerable<Workload> Variants(string suffix, int threads) =>
        [
            new("gsea", $"refractor_multilevel{suffix}", data => Enrich(data, PrerankedGsea.Multilevel, threads)),
            new("gsea", $"refractor_simple_1000{suffix}", data => Enrich(data, PrerankedGsea.Simple, threads)),
        ];

    private delegate EnrichmentScreen Method(
        ReadOnlySpan<double> statistics,
        FeatureSets sets,
        EnrichmentOptions? options,
        int threads
    );

    private static Func<double> Enrich(WorkloadData data, Method method, int threads)
    {
        var statistics = data.Numbers("ranks_20000.tsv", "stat");
        var sets = Sets(data);
        var options = new EnrichmentOptions
        {
            MinSize = 15,
            MaxSize = 500,
            SmallestP = 0,
        };
        return () => method(statistics, sets, options, threads).Scores.Sum();
    }

    private static Func<double> OverRepresent(WorkloadData data)
    {
        var sets = Sets(data);
        var genes = data.Texts("ranks_20000.tsv", "gene");
        int[] query = [.. data.Texts("ora_query_500.tsv", "gene").Select(g => Array.IndexOf(genes, g))];
        return () =>
        {
            var sum = 0.0;
            for (var i = 0; i < Repeats; i++)
                sum = OverRepresentation.Test(sets, query).LogP.Sum(Math.Exp);
            return sum;
        };
    }

    private static FeatureSets Sets(WorkloadData data)
    {
        var genes = data.Texts("ranks_20000.tsv", "gene");
        return FeatureSets.Of(genes.Length, data.Sets(genes, SetCount));
    }
}
