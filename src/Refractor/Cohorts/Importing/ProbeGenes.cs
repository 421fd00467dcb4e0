using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// The genes of the probes of an array, by the annotation of its platform. A probe without a gene, or of several genes
/// (<c>DDR1 /// MIR4640</c>), names none.
/// </summary>
internal sealed class ProbeGenes(string folder, ImportLog log)
{
    private const string Several = "///";

    /// <summary>The gene of every probe, empty for those that are held; null, with a problem, if the annotation has no such column.</summary>
    public string[]? Of(string file, ProbeFile rule, IReadOnlyList<string> probes)
    {
        var table = TextTableReader.Read(Path.Combine(folder, rule.File));
        log.Add(table.Problems);
        var (probe, gene) = (table.IndexOf(rule.Probe), table.IndexOf(rule.Gene));
        if (probe < 0 || gene < 0)
        {
            log.Error(
                "probes",
                rule.File,
                1,
                $"no column '{(probe < 0 ? rule.Probe : rule.Gene)}'",
                $"one of {string.Join(", ", table.Columns.Take(30))}"
            );
            return null;
        }
        var genes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows)
            if (row[probe] is { } name && row[gene] is { } symbol)
                genes.TryAdd(name, symbol);
        string[] found =
        [
            .. probes.Select(p => genes.GetValueOrDefault(p) ?? genes.GetValueOrDefault(WithoutX(p)) ?? ""),
        ];
        Hold("probes without a gene in the annotation of the platform", g => g.Length == 0);
        Hold("probes of several genes", IsOfSeveral);
        return Array.ConvertAll(found, g => IsOfSeveral(g) ? "" : g);

        void Hold(string reason, Func<string, bool> applies) =>
            log.Hold(file, reason, [.. probes.Where((_, i) => applies(found[i]))]);
    }

    private static bool IsOfSeveral(string genes) => genes.Contains(Several, StringComparison.Ordinal);

    /// <summary>A probe as the platform names it where R has put an X before digits.</summary>
    private static string WithoutX(string probe) => probe is ['X', >= '0' and <= '9', ..] ? probe[1..] : probe;
}
