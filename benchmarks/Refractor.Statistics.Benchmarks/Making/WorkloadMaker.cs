namespace Refractor.Statistics.Benchmarks.Making;

/// <summary>Makes the files of the workloads from a seed; about 800 MB with the large size.</summary>
internal static class WorkloadMaker
{
    private static readonly (string Name, int Genes, int Samples)[] Sizes =
    [
        ("small", 2_000, 200),
        ("medium", 20_000, 500),
        ("large", 20_000, 3_000),
    ];

    public static void Make(string folder, IReadOnlyCollection<string> sizes, int seed)
    {
        Directory.CreateDirectory(folder);
        var files = new TableFile(folder);
        foreach (var (size, i) in Sizes.Select((s, i) => (s, i)).Where(s => sizes.Contains(s.s.Name)))
            new ExpressionFiles(files, size.Name, size.Genes, size.Samples, seed + i).Write();
        new OtherFiles(files, seed + 100).Write();
        foreach (var cohort in new[] { "rotterdam.tsv", "gbsg.tsv" })
            File.Copy(Path.Combine(Reference(), "survival", cohort), files.Path(cohort), overwrite: true);
    }

    /// <summary>The folder of the tests that holds the two real cohorts.</summary>
    private static string Reference()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Refractor.slnx")))
            folder = folder.Parent;
        return folder is null
            ? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Refractor.slnx.")
            : Path.Combine(folder.FullName, "tests", "Refractor.Statistics.Tests", "Reference");
    }
}
