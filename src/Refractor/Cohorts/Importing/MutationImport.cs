using System.Globalization;
using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// Reads mutations, and which samples and genes were looked at. A sample that is not known to have been sequenced is never taken for wild
/// type.
/// </summary>
internal sealed class MutationImport(string folder, ClinicalData data, GeneNames genes, ImportLog log)
{
    private const string SequencedSamples = "sequenced_samples:";

    // A file of fewer genes than this is taken for a panel: the exome of one tumour alone names more.
    private const int FewestGenesOfExome = 1000;

    /// <summary>The mutations; null, with a problem, if the columns are not there.</summary>
    public MutationLayer? Read(MutationFile file)
    {
        var table = TextTableReader.Read(
            Path.Combine(folder, file.File),
            new TextTableOptions { Encoding = file.Encoding }
        );
        log.Add(table.Problems);
        var (sample, gene) = (table.IndexOf(file.Sample), table.IndexOf(file.Gene));
        if (sample < 0 || gene < 0)
        {
            log.Error(
                "mutations",
                file.File,
                1,
                $"no column '{(sample < 0 ? file.Sample : file.Gene)}'",
                "the columns of sample and gene; name them in the mapping"
            );
            return null;
        }
        new MutationCells(file, table, log).Check();
        var names = table.Values(sample).OfType<string>().Distinct().ToList();
        var sequenced = SequencedIn(table, file);
        var (found, match) = new SampleMatcher(data).Find(file.File, [.. names.Union(sequenced)]);
        log.Matched(match);
        log.Hold(file.File, "samples without a patient in the clinical files", match.OnlyInFile);
        var samples = names
            .Union(sequenced)
            .Zip(found)
            .ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
        var mutations = Mutations(file, table, samples, sample, gene);
        var panels = new PanelImport(folder, data, genes, log).Read(file);
        var profiled = Profiled(file, samples, sequenced);
        var others =
            panels.Default ?? (file.PanelMatrix is null ? Panel(file, table, gene) : WithoutPanel(profiled, panels));
        var layer = new MutationLayer(
            mutations,
            [.. profiled.Select((p, s) => panels.OfSamples[s] ?? (p ? others : null))]
        );
        HoldOffPanel(file.File, layer);
        return layer;
    }

    /// <summary>What cBioPortal means by NA for a sample that was sequenced.</summary>
    private GenePanel WithoutPanel(bool[] profiled, SamplePanels panels)
    {
        var count = profiled.Where((p, s) => p && panels.OfSamples[s] is null).Count();
        if (count > 0)
            log.Guessed(
                "mutations.gene_panel",
                $"all genes for {count} sequenced samples without a panel",
                "a sample that was sequenced without a panel has an exome or a genome"
            );
        return GenePanel.AllGenes("no panel");
    }

    private void HoldOffPanel(string file, MutationLayer layer) =>
        log.Hold(
            file,
            "mutations in genes that the panel of their sample does not name: they are kept, and count in no comparison",
            [
                .. layer
                    .Mutations.Where(m =>
                        layer.PanelOf[m.Sample] is { Scope: PanelScope.Listed } p && !p.Covers(m.Gene)
                    )
                    .CountBy(m => m.Gene)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} ({g.Value})")),
            ]
        );

    private List<Mutation> Mutations(
        MutationFile file,
        TextTable table,
        Dictionary<string, int> samples,
        int sample,
        int gene
    )
    {
        var (kind, protein) = (table.IndexOf(file.Class), table.IndexOf(file.Protein));
        var (alternate, reference) = (table.IndexOf(file.AlternateReads), table.IndexOf(file.ReferenceReads));
        if (kind < 0)
            log.Warning(
                "mutations",
                file.File,
                1,
                $"no column '{file.Class}'",
                "the class of the variants; all count as changing the protein"
            );
        var (mutations, incomplete, foreign, repeated) = (new List<Mutation>(), 0, 0, 0);
        var names = Names(file, table, gene);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var r = 0; r < table.Rows.Count; r++)
        {
            var row = table.Rows[r];
            if (row[sample] is not { } name || row[gene] is null)
                incomplete++;
            else if (samples[name] < 0)
                foreign++;
            else if (names[r] is not { } symbol)
                continue;
            else if (!seen.Add(string.Join('\t', row)))
                repeated++;
            else
                mutations.Add(
                    new Mutation(
                        samples[name],
                        symbol,
                        kind >= 0 ? row[kind] ?? "" : "",
                        protein >= 0 ? row[protein] : null,
                        Whole(row, alternate),
                        Depth(row, alternate, reference)
                    )
                );
        }
        Hold(file.File, incomplete, "mutations without a sample or a gene");
        Hold(file.File, foreign, "mutations of samples without a patient");
        Hold(file.File, repeated, "rows that repeat another one in all columns");
        log.Count(
            new FileCount(
                file.File,
                "mutations",
                mutations.Count,
                table.Rows.Count - mutations.Count,
                table.RowsRejected
            )
        );
        return mutations;
    }

    /// <summary>The current symbol of every row; null for those that are held.</summary>
    private string?[] Names(MutationFile file, TextTable table, int gene)
    {
        var entrez = table.IndexOf("Entrez_Gene_Id");
        return genes.Current(
            file.File,
            Level.DnaVariant,
            [.. table.Values(gene).Select(g => g ?? "")],
            entrez < 0 ? null : [.. table.Values(entrez).Select(e => e ?? "")]
        );
    }

    private void Hold(string file, int count, string reason) =>
        log.Hold(
            file,
            reason,
            count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "row" : "rows")}")]
        );

    /// <summary>The samples that were sequenced, as far as the mutation file or a file beside it names them.</summary>
    private IReadOnlyList<string> SequencedIn(TextTable table, MutationFile file)
    {
        if (file.ProfiledFile is { } list)
            return
            [
                .. File.ReadLines(Path.Combine(folder, list))
                    .SelectMany(l =>
                        l.StartsWith("case_list_ids:", StringComparison.Ordinal) ? l[14..].Split('\t')
                        : l.Contains(':', StringComparison.Ordinal) ? []
                        : [l]
                    )
                    .Select(l => l.Trim())
                    .Where(l => l.Length > 0),
            ];
        var head = table.Comments.FirstOrDefault(c =>
            c.StartsWith(SequencedSamples, StringComparison.OrdinalIgnoreCase)
        );
        return head?[SequencedSamples.Length..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) ?? [];
    }

    private bool[] Profiled(MutationFile file, Dictionary<string, int> samples, IReadOnlyList<string> sequenced)
    {
        var profiled = new bool[data.Samples.Count];
        foreach (var sample in samples.Values.Where(s => s >= 0))
            profiled[sample] = true;
        if (file.ProfiledColumn is { } column)
            AddByColumn(column, profiled);
        else if (sequenced.Count == 0)
            log.Guessed(
                "mutations.profiled_file",
                $"the {profiled.Count(p => p)} samples with a mutation",
                "no list of sequenced samples; a sample without any mutation counts as not sequenced"
            );
        return profiled;
    }

    private void AddByColumn(string name, bool[] profiled)
    {
        if (data.Find(name) is not { } column)
        {
            log.Error(
                "mutations.profiled_column",
                "mapping",
                null,
                $"the column '{name}'",
                "a column of the clinical files"
            );
            return;
        }
        var meaning = Meaning.OfTreatment(new TreatmentRule(name));
        for (var s = 0; s < profiled.Length; s++)
            if (column[data.Samples[s].Patient] is { } word && meaning.Of(word) == true)
                profiled[s] = true;
    }

    /// <summary>The panel of all samples of a study that tells none of them apart.</summary>
    private GenePanel Panel(MutationFile file, TextTable table, int gene)
    {
        if (file.Panel.Count > 0)
            return GenePanel.Of("panel", genes.Current(file.Panel));
        var named = table.Values(gene).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (named.Count >= FewestGenesOfExome)
            return GenePanel.AllGenes("all genes");
        log.Guessed(
            "mutations.panel",
            $"the {named.Count} genes of the file",
            "too few for an exome; a gene without any mutation counts as not sequenced"
        );
        return GenePanel.Of("genes of the file", genes.Current([.. named]));
    }

    private static int? Whole(string?[] row, int column) =>
        column >= 0 && int.TryParse(row[column], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static int? Depth(string?[] row, int alternate, int reference) =>
        Whole(row, alternate) + Whole(row, reference);
}
