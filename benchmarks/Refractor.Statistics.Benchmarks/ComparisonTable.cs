using System.Globalization;

namespace Refractor.Statistics.Benchmarks;

/// <summary>Sets our times beside those of R, as a Markdown table of medians. Our first three runs in a process warm up and are left out.</summary>
internal static class ComparisonTable
{
    // The just-in-time compiler optimises a method after some calls; R has its routines compiled beforehand.
    private const int WarmUpRuns = 3;

    /// <summary>Prints one line for each comparison of which our side was timed.</summary>
    /// <param name="comparisons">A table with workload, size, ours, strongest, usual.</param>
    /// <param name="times">Lines of <see cref="Measurement.ToLine"/>, of either side.</param>
    /// <param name="writer">Receives the table.</param>
    public static void Write(string comparisons, string times, TextWriter writer)
    {
        var seconds = File.ReadLines(times)
            .Select(l => l.Split('\t'))
            .Where(c => !c[1].StartsWith("refractor", StringComparison.Ordinal) || Number(c[3]) > WarmUpRuns)
            .GroupBy(c => (c[0], c[1], c[2]))
            .ToDictionary(g => g.Key, g => g.Select(c => (Wall: Number(c[4]), Peak: Number(c[7]))).ToArray());
        writer.WriteLine(
            "| workload | size | ours, ms | strongest R, ms | ratio | usual R, ms | ratio | memory, ours / R, MB |"
        );
        writer.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|");
        foreach (var cells in File.ReadLines(comparisons).Skip(1).Select(l => l.Split('\t')))
        {
            if (!seconds.TryGetValue((cells[0], cells[2], cells[1]), out var ours))
                continue;
            var own = Median(ours);
            var strongest = seconds.GetValueOrDefault((cells[0], cells[3], cells[1]));
            var usual = seconds.GetValueOrDefault((cells[0], cells[4], cells[1]));
            writer.WriteLine(
                $"| {cells[0]} {cells[2].Replace("refractor", "", StringComparison.Ordinal).Trim('_')} | {cells[1]} | {Milliseconds(own)} | {Of(strongest, own)} | {Of(usual, own)} | {Peak(ours)} / {Peak(strongest)} |"
            );
        }
    }

    private static string Of((double Wall, double Peak)[]? times, double own) =>
        times is null
            ? "–| –"
            : string.Create(CultureInfo.InvariantCulture, $"{Milliseconds(Median(times))} | {Median(times) / own:G3}×");

    private static double Median((double Wall, double Peak)[] times) =>
        times.Select(t => t.Wall).Order().ElementAt(times.Length / 2);

    private static string Peak((double Wall, double Peak)[]? times) =>
        times is null ? "–" : times.Max(t => t.Peak).ToString("F0", CultureInfo.InvariantCulture);

    private static string Milliseconds(double seconds) =>
        (1000 * seconds).ToString(seconds < 0.0995 ? "G3" : "N0", CultureInfo.InvariantCulture);

    private static double Number(string cell) =>
        double.TryParse(cell, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
