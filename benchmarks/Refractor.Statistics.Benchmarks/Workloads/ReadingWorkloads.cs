using Refractor.Cohorts.Tables;

namespace Refractor.Statistics.Benchmarks.Workloads;

/// <summary>Reading a matrix of expression values from text.</summary>
internal static class ReadingWorkloads
{
    public static IEnumerable<Workload> All =>
        [
            new("read", "refractor", data => Read(data, ".tsv", threads: 0)),
            new("read", "refractor_1thread", data => Read(data, ".tsv", threads: 1)),
            new("read", "refractor_gz", data => Read(data, ".tsv.gz", threads: 0)),
        ];

    private static Func<double> Read(WorkloadData data, string ending, int threads)
    {
        var path = data.File($"expr_{data.Size}{ending}");
        return () => NumberTableReader.Read(path, new NumberTableOptions { Threads = threads }).Rows.Count;
    }
}
