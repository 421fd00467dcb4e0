using System.Globalization;
using Refractor.Cohorts.Tables;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Storing;

/// <summary>The files of samples, mutations and panels.</summary>
internal static class MutationFiles
{
    public const string Samples = "samples.tsv";
    private const string Mutations = "mutations.tsv";
    private const string Panel = "panel.tsv";
    private const string Unnamed = "panel";

    private static readonly TermTable<PanelScope> Scopes = new("all_genes", "listed", "not_listed");

    public static void Write(string folder, Cohort cohort)
    {
        var samples = new TableText("sample", "patient", "time", "sequenced", "panel");
        for (var s = 0; s < cohort.Samples.Count; s++)
        {
            var sample = cohort.Samples[s];
            samples.Add([
                sample.Id,
                cohort.Patients[sample.Patient],
                $"{sample.Time}",
                TableText.Flag(cohort.Mutations is { } m ? m.PanelOf[s] is not null : null),
                cohort.Mutations?.PanelOf[s]?.Name,
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
        var genes = new TableText("panel", "gene");
        foreach (var panel in layer.Panels)
        foreach (var gene in panel.Genes.Order(StringComparer.Ordinal))
            genes.Add([panel.Name, gene]);
        if (layer.Panels.Any(p => p.Scope == PanelScope.Listed))
            File.WriteAllText(Path.Combine(folder, Panel), genes.ToString());
    }

    public static StoredMutations Describe(MutationLayer layer) =>
        new(
            layer.Mutations.Count,
            layer.Profiled,
            Panels: [.. layer.Panels.Select(p => new StoredPanel(p.Name, Scopes.NameOf(p.Scope)))]
        );

    /// <param name="folder">Folder of the cohort.</param>
    /// <param name="patients">Patients.</param>
    /// <param name="panels">For each sample the name of its panel; null if it was not sequenced.</param>
    public static IReadOnlyList<Sample> ReadSamples(string folder, IReadOnlyList<string> patients, out string?[] panels)
    {
        var byName = patients.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i, StringComparer.Ordinal);
        var table = Read(folder, Samples);
        var panel = table.IndexOf("panel");
        panels = [.. table.Rows.Select(r => r[3] == "1" ? (panel < 0 ? Unnamed : r[panel]) : null)];
        return [.. table.Rows.Select(r => new Sample(r[0]!, byName[r[1]!], Enum.Parse<TimePoint>(r[2]!)))];
    }

    public static MutationLayer Read(
        string folder,
        StoredMutations stored,
        IReadOnlyDictionary<string, int> samples,
        IReadOnlyList<string?> panelOf
    )
    {
        var mutations = Read(folder, Mutations)
            .Rows.Select(r => new Mutation(samples[r[0]!], r[1]!, r[2] ?? "", r[3], Whole(r[4]), Whole(r[5])));
        var panels = Panels(folder, stored);
        return new MutationLayer([.. mutations], [.. panelOf.Select(p => p is null ? null : panels[p])]);
    }

    private static Dictionary<string, GenePanel> Panels(string folder, StoredMutations stored)
    {
        // Folders of early versions have one panel without a name.
        if (stored.Panels is not { } panels)
            return new Dictionary<string, GenePanel>
            {
                [Unnamed] = stored.PanelGenes is null
                    ? GenePanel.AllGenes("all genes")
                    : GenePanel.Of(Unnamed, Read(folder, Panel).Rows.Select(r => r[0]!)),
            };
        var genes = panels.Any(p => p.Scope == Scopes.NameOf(PanelScope.Listed))
            ? Read(folder, Panel).Rows.ToLookup(r => r[0]!, r => r[1]!, StringComparer.Ordinal)
            : null;
        return panels.ToDictionary(
            p => p.Name,
            p =>
                p.Scope == Scopes.NameOf(PanelScope.AllGenes) ? GenePanel.AllGenes(p.Name)
                : p.Scope == Scopes.NameOf(PanelScope.Listed) ? GenePanel.Of(p.Name, genes![p.Name])
                : GenePanel.NotListed(p.Name),
            StringComparer.Ordinal
        );
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
