using System.Globalization;
using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Importing;

/// <summary>The panels of samples, as far as the source tells them.</summary>
/// <param name="OfSamples">One a sample of the cohort; null where none is told.</param>
/// <param name="Default">The panel of sequenced samples of which none is told; null if that is not said either.</param>
internal sealed record SamplePanels(IReadOnlyList<GenePanel?> OfSamples, GenePanel? Default);

/// <summary>Reads which sample was sequenced with which panel of genes, and what genes the panels have.</summary>
internal sealed class PanelImport(string folder, ClinicalData data, GeneNames names, ImportLog log)
{
    private const string GeneList = "gene_list:";

    private readonly Dictionary<string, GenePanel> _panels = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The panels of all samples.</summary>
    public SamplePanels Read(MutationFile file)
    {
        var panels = new GenePanel?[data.Samples.Count];
        var isTold = file.PanelMatrix is not { } matrix || ReadMatrix(matrix, file, panels);
        var others =
            file.GenePanel is { } name ? Panel(name, file)
            : isTold ? null
            : GenePanel.NotListed("not told");
        foreach (var panel in _panels.Values.Where(p => p.Scope == PanelScope.NotListed))
            WarnOfUnknown(panel.Name, panels.Count(p => p == panel), file);
        return new SamplePanels(panels, others);
    }

    /// <summary>Reads the panels of samples; false, with a problem, if the table does not tell them.</summary>
    private bool ReadMatrix(string matrix, MutationFile file, GenePanel?[] panels)
    {
        var table = TextTableReader.Read(Path.Combine(folder, matrix));
        log.Add(table.Problems);
        var column = table.IndexOf(file.PanelColumn);
        if (column < 0)
        {
            log.Error(
                "panels",
                matrix,
                1,
                $"no column '{file.PanelColumn}'",
                $"the column of the mutation profile, named in the mapping (panel_column); there are {string.Join(", ", table.Columns.Skip(1))}"
            );
            return false;
        }
        int[] rows = [.. Enumerable.Range(0, table.Rows.Count).Where(r => table.Rows[r][0] is not null)];
        string[] names = [.. rows.Select(r => table.Rows[r][0]!).Distinct()];
        var (found, match) = new SampleMatcher(data).Find(matrix, names);
        log.Matched(match);
        var samples = names.Zip(found).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
        var (seen, repeated) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var row in rows.Select(r => table.Rows[r]))
            if (!seen.Add(row[0]!))
                repeated.Add(row[0]!);
            else if (samples[row[0]!] is >= 0 and var sample && row[column] is { } name)
                panels[sample] = Panel(name, file);
        log.Hold(matrix, "samples without a patient in the clinical files", match.OnlyInFile);
        log.Hold(matrix, "further rows of the same sample: the first one counts", repeated);
        var loaded = found.Count(s => s >= 0);
        log.Count(new FileCount(matrix, "gene panels", loaded, table.Rows.Count - loaded, table.RowsRejected));
        return true;
    }

    private GenePanel Panel(string name, MutationFile file)
    {
        if (_panels.TryGetValue(name, out var known))
            return known;
        var rule = file.Panels.FirstOrDefault(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return _panels[name] = rule switch
        {
            { WholeExome: true } => GenePanel.AllGenes(name),
            { Genes.Count: > 0 } => GenePanel.Of(name, names.Current(rule.Genes)),
            { File: { } list } => FromFile(name, list),
            _ => GenePanel.NotListed(name),
        };
    }

    private GenePanel FromFile(string name, string list)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, list));
        var genes = Array.Find(lines, l => l.StartsWith(GeneList, StringComparison.OrdinalIgnoreCase)) is { } line
            ? line[GeneList.Length..].Split(['\t', ' ', ','], StringSplitOptions.RemoveEmptyEntries)
            : [.. lines.Select(l => l.Trim()).Where(l => l.Length > 0 && !l.Contains(':', StringComparison.Ordinal))];
        if (genes.Length == 0)
            log.Error("panels", list, null, "no gene", $"a line '{GeneList}' with symbols, or one symbol a line");
        var panel = GenePanel.Of(name, names.Current(list, Level.DnaVariant, genes, null).OfType<string>());
        log.Count(new FileCount(list, $"gene panel {name}", panel.Genes.Count, genes.Length - panel.Genes.Count, 0));
        return panel;
    }

    private void WarnOfUnknown(string name, int samples, MutationFile file) =>
        log.Warning(
            "panels",
            file.PanelMatrix ?? file.File,
            null,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the panel '{name}' ({samples} {(samples == 1 ? "sample" : "samples")}) without a list of genes"
            ),
            $"its genes: a file with '{GeneList}' in the folder, or mutations.panels.{name} with file, genes or whole_exome; until then these samples count for no gene"
        );
}
