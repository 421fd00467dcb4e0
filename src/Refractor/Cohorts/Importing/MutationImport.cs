using System.Globalization;
using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// Reads mutations, and which samples and genes were looked at. A sample that is not known to have been sequenced is never taken for wild
/// type.
/// </summary>
internal sealed class MutationImport(string folder, ClinicalData data, ImportLog log)
{
    private const string SequencedSamples = "sequenced_samples:";

    // A file of fewer genes than this is taken for a panel: the exome of one tumour alone names more.
    private const int FewestGenesOfExome = 1000;

    /// <summary>The mutations; null, with a problem, if the columns are not there.</summary>
    public MutationLayer? Read(MutationFile file)
    {
        var table = TextTableReader.Read(Path.Combine(folder, file.File));
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
        return new MutationLayer(mutations, Profiled(file, samples, sequenced), Panel(file, table, gene));
    }

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
        var (mutations, mangled, incomplete, foreign, repeated) = (new List<Mutation>(), new List<string>(), 0, 0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (row[sample] is not { } name || row[gene] is not { } symbol)
                incomplete++;
            else if (samples[name] < 0)
                foreign++;
            else if (FeatureNames.IsMangled(symbol))
                mangled.Add(symbol);
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
        log.Hold(
            file.File,
            "names that a spreadsheet turned into dates or numbers; the gene cannot be told from them",
            mangled
        );
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

    private void Hold(string file, int count, string reason) =>
        log.Hold(file, reason, count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count} rows")]);

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

    private HashSet<string>? Panel(MutationFile file, TextTable table, int gene)
    {
        if (file.Panel.Count > 0)
            return new HashSet<string>(file.Panel, StringComparer.OrdinalIgnoreCase);
        var genes = table.Values(gene).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (genes.Count >= FewestGenesOfExome)
            return null;
        log.Guessed(
            "mutations.panel",
            $"the {genes.Count} genes of the file",
            "too few for an exome; a gene without any mutation counts as not sequenced"
        );
        return genes;
    }

    private static int? Whole(string?[] row, int column) =>
        column >= 0 && int.TryParse(row[column], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static int? Depth(string?[] row, int alternate, int reference) =>
        Whole(row, alternate) + Whole(row, reference);
}
