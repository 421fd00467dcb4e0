using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// Finds what a study of cBioPortal tells of gene panels: the matrix of samples and panels, the panels themselves, and the panel and the
/// name of the profile in the description of the mutation file.
/// </summary>
internal sealed class PanelScan(string folder, ImportLog log)
{
    private const string Matrix = "data_gene_panel_matrix.txt";
    private const int LinesOfMeta = 40;

    /// <summary>The mutation file with the panels that were found; what the user says of panels stays as it is.</summary>
    public MutationFile Complete(MutationFile file)
    {
        if (file.Panel.Count > 0)
            return file;
        var meta = Meta(file.File);
        var matrix = file.PanelMatrix ?? (File.Exists(Path.Combine(folder, Matrix)) ? Matrix : null);
        if (file.PanelMatrix is null && matrix is not null)
            log.Guessed("mutations.panel_matrix", matrix, "the gene panel matrix of a cBioPortal study");
        var panel = file.GenePanel ?? meta.GetValueOrDefault("gene_panel");
        if (file.GenePanel is null && panel is not null)
            log.Guessed("mutations.gene_panel", panel, "the description of the mutation file names it");
        return file with
        {
            PanelMatrix = matrix,
            PanelColumn =
                file.PanelColumn == new MutationFile("").PanelColumn
                    ? meta.GetValueOrDefault("stable_id", file.PanelColumn)
                    : file.PanelColumn,
            GenePanel = panel,
            Panels = matrix is null && panel is null ? file.Panels : Panels(file.Panels),
        };
    }

    /// <summary>The description of a data file: the meta file that names it.</summary>
    private Dictionary<string, string> Meta(string file) =>
        Directory
            .EnumerateFiles(folder, "meta_*.txt")
            .Order(StringComparer.Ordinal)
            .Select(Fields)
            .FirstOrDefault(f => f.GetValueOrDefault("data_filename") == file)
        ?? [];

    private Dictionary<string, PanelRule> Panels(IReadOnlyDictionary<string, PanelRule> named)
    {
        var panels = new Dictionary<string, PanelRule>(named, StringComparer.OrdinalIgnoreCase);
        foreach (var path in Directory.EnumerateFiles(folder, "*gene_panel*.txt").Order(StringComparer.Ordinal))
        {
            var (file, fields) = (Path.GetFileName(path), Fields(path));
            if (!fields.ContainsKey("gene_list") || !fields.TryGetValue("stable_id", out var name))
                continue;
            if (panels.TryAdd(name, new PanelRule { File = file }))
                log.Guessed($"mutations.panels.{name}", file, "its stable_id and its gene_list");
        }
        return panels;
    }

    /// <summary>The lines <c>key: value</c> at the beginning of a file.</summary>
    private static Dictionary<string, string> Fields(string path)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in FirstLines.Of(path, LinesOfMeta))
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var at)
                fields.TryAdd(line[..at].Trim(), line[(at + 1)..].Trim());
        return fields;
    }
}
