using System.Globalization;
using Refractor.Cohorts.Tables;

namespace Refractor.Statistics.Benchmarks;

/// <summary>The files of one size of the workloads.</summary>
internal sealed class WorkloadData(string folder, string size)
{
    /// <summary>small, medium or large.</summary>
    public string Size { get; } = size;

    /// <summary>A file of the folder.</summary>
    public string File(string name) => Path.Combine(folder, name);

    /// <summary>The expression matrix of the size.</summary>
    public FeatureMatrix Expression() => Matrix($"expr_{Size}.tsv");

    /// <summary>A matrix with named rows and columns.</summary>
    public FeatureMatrix Matrix(string name) => Table(name).ToMatrix();

    /// <summary>A table of numbers with named rows and columns.</summary>
    public NumberTable Table(string name) => NumberTableReader.Read(File(name));

    /// <summary>A column of a table of mixed content, as text.</summary>
    public string[] Texts(string name, string column)
    {
        var lines = System.IO.File.ReadAllLines(File(name));
        var index = Array.IndexOf(lines[0].Split('\t'), column);
        return [.. lines.Skip(1).Select(l => l.Split('\t')[index])];
    }

    /// <summary>A column of a table of mixed content, as numbers.</summary>
    public double[] Numbers(string name, string column) =>
        [
            .. Texts(name, column)
                .Select(t => double.TryParse(t, CultureInfo.InvariantCulture, out var number) ? number : double.NaN),
        ];

    /// <summary>A column of the samples of the size, as text.</summary>
    public string[] SampleTexts(string column) => Texts($"samples_{Size}.tsv", column);

    /// <summary>A column of the samples of the size, as numbers.</summary>
    public double[] SampleNumbers(string column) => Numbers($"samples_{Size}.tsv", column);

    /// <summary>The first gene sets of a GMT file, as rows of a list of genes; absent genes are left out.</summary>
    public int[][] Sets(IReadOnlyList<string> genes, int count)
    {
        var rows = genes.Select((g, i) => (g, i)).ToDictionary(x => x.g, x => x.i);
        return
        [
            .. System
                .IO.File.ReadLines(File("sets_1000.gmt"))
                .Take(count)
                .Select(l => l.Split('\t').Skip(2).Where(rows.ContainsKey).Select(g => rows[g]).ToArray()),
        ];
    }
}
