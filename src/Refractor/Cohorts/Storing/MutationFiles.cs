using System.Globalization;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Storing;

/// <summary>The files of samples, mutations and the panel.</summary>
internal static class MutationFiles
{
    public const string Samples = "samples.tsv";
    private const string Mutations = "mutations.tsv";
    private const string Panel = "panel.tsv";

    public static void Write(string folder, Cohort cohort)
    {
        var samples = new TableText("sample", "patient", "time", "sequenced");
        for (var s = 0; s < cohort.Samples.Count; s++)
        {
            var sample = cohort.Samples[s];
            samples.Add([
                sample.Id,
                cohort.Patients[sample.Patient],
                $"{sample.Time}",
                TableText.Flag(cohort.Mutations?.Profiled[s]),
            ]);
        }
        File.WriteAllText(Path.Combine(folder, Samples), samples.ToString());
        if (cohort.Mutations is not { } layer)
            return;
        var table = new TableText("sample", "gene", "class", "protein", "alternate_reads", "depth");
        foreach (var m in layer.Mutations)
            table.Add([
                cohort.Samples[m.Sample].Id,
                m.Gene,
                m.Class,
                m.Protein,
                Whole(m.AlternateReads),
                Whole(m.Depth),
            ]);
        File.WriteAllText(Path.Combine(folder, Mutations), table.ToString());
        if (layer.Panel is { } panel)
            File.WriteAllText(
                Path.Combine(folder, Panel),
                "gene\n" + string.Concat(panel.Order(StringComparer.Ordinal).Select(g => g + "\n"))
            );
    }

    public static IReadOnlyList<Sample> ReadSamples(string folder, IReadOnlyList<string> patients, out bool[] sequenced)
    {
        var byName = patients.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i, StringComparer.Ordinal);
        var table = Read(folder, Samples);
        sequenced = [.. table.Rows.Select(r => r[3] == "1")];
        return [.. table.Rows.Select(r => new Sample(r[0]!, byName[r[1]!], Enum.Parse<TimePoint>(r[2]!)))];
    }

    public static MutationLayer Read(
        string folder,
        StoredMutations stored,
        IReadOnlyDictionary<string, int> samples,
        bool[] sequenced
    )
    {
        var mutations = Read(folder, Mutations)
            .Rows.Select(r => new Mutation(samples[r[0]!], r[1]!, r[2] ?? "", r[3], Whole(r[4]), Whole(r[5])));
        var panel = stored.PanelGenes is null
            ? null
            : File.ReadAllLines(Path.Combine(folder, Panel))[1..].ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new MutationLayer([.. mutations], sequenced, panel);
    }

    private static TextTable Read(string folder, string file) =>
        TextTableReader.Read(
            Path.Combine(folder, file),
            new TextTableOptions
            {
                Separator = '\t',
                Comment = null,
                MissingWords = [],
            }
        );

    private static string? Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Whole(string? cell) =>
        int.TryParse(cell, CultureInfo.InvariantCulture, out var number) ? number : null;
}
