using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// Looks through a folder and says which files a mapping that names none would use: the study files of cBioPortal by their names, other
/// tables by their first line.
/// </summary>
internal sealed class SourceScan(string folder, ImportLog log)
{
    private const string SequencedList = "case_lists/cases_sequenced.txt";

    private static readonly string[] Tables = [".txt", ".tsv", ".csv", ".maf", ".gct", ".arff"];

    /// <summary>The mapping with the files that were found, where it names none of their kind itself.</summary>
    public CohortMapping Complete(CohortMapping mapping)
    {
        var used = new HashSet<string>(
            mapping
                .Clinical.Select(c => c.File)
                .Concat(mapping.Layers.Select(l => l.File))
                .Append(mapping.Mutations?.File ?? ""),
            StringComparer.Ordinal
        );
        var files = Directory
            .EnumerateFiles(folder)
            .Select(f => Path.GetFileName(f)!)
            .Where(f => !used.Contains(f))
            .Order(StringComparer.Ordinal)
            .ToList();
        var kinds = files.Where(IsTable).ToLookup(KindOf);
        var clinical = mapping.Clinical.Count > 0 ? [] : Clinical(kinds);
        var matrices = kinds[Kind.Expression]
            .OrderBy(f => f.Contains("score", StringComparison.OrdinalIgnoreCase))
            .ToList();
        List<string> expression = mapping.Layers.Count > 0 ? [] : [.. matrices.Take(1)];
        if (mapping.Layers.Count == 0)
            log.Hold(
                folder,
                "further tables of numbers, not read; name them under 'layers' in the mapping",
                [.. matrices.Skip(1)]
            );
        var mutations = mapping.Mutations is null ? kinds[Kind.Mutations].FirstOrDefault() : null;
        Report(clinical, "clinical");
        Report(expression, "layers");
        if (mutations is not null)
            Report([mutations], "mutations");
        return mapping with
        {
            Clinical = mapping.Clinical.Count > 0 ? mapping.Clinical : [.. clinical.Select(f => new ClinicalFile(f))],
            Layers = mapping.Layers.Count > 0 ? mapping.Layers : [.. expression.Select(f => new LayerFile(f))],
            Mutations = (mapping.Mutations ?? (mutations is null ? null : Sequenced(new MutationFile(mutations))))
                is { } file
                ? new PanelScan(folder, log).Complete(file)
                : null,
        };
    }

    /// <summary>Clinical tables; where there is none, tables of numbers with annotations of their samples.</summary>
    private List<string> Clinical(ILookup<Kind, string> kinds) =>
        kinds.Contains(Kind.Clinical)
            ? [.. kinds[Kind.Clinical].OrderBy(f => f.Contains("sample", StringComparison.OrdinalIgnoreCase))]
            :
            [
                .. kinds[Kind.Expression]
                    .Where(f =>
                        FirstLines.Of(Path.Combine(folder, f), 1) is [var first] && SampleAnnotations.AreIn(first)
                    ),
            ];

    /// <summary>With the list of samples that were sequenced, which studies of cBioPortal keep beside their files.</summary>
    private MutationFile Sequenced(MutationFile file)
    {
        if (!File.Exists(Path.Combine(folder, SequencedList)))
            return file;
        log.Guessed("mutations.profiled_file", SequencedList, "the list of sequenced samples of a cBioPortal study");
        return file with { ProfiledFile = SequencedList };
    }

    private enum Kind
    {
        Other,
        Clinical,
        Expression,
        Mutations,
    }

    private void Report(IReadOnlyList<string> files, string key)
    {
        foreach (var file in files)
            log.Guessed(key, file, "its name and its first lines");
    }

    private static bool IsTable(string name)
    {
        var plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return Tables.Contains(Path.GetExtension(plain).ToLowerInvariant())
            && !name.StartsWith("meta_", StringComparison.Ordinal);
    }

    private Kind KindOf(string name)
    {
        var lower = name.ToLowerInvariant();
        var head = FirstLines.Of(Path.Combine(folder, name), 8);
        // An empty or damaged file is told where it is read, so that its name alone decides.
        if (head.Count == 0)
            return lower.Contains("clinical", StringComparison.Ordinal) ? Kind.Clinical : Kind.Other;
        if (lower.Contains(".arff", StringComparison.Ordinal))
            return Kind.Clinical;
        var header = head.FirstOrDefault(l => !l.StartsWith('#')) ?? "";
        if (header.Contains("Variant_Classification", StringComparison.OrdinalIgnoreCase))
            return Kind.Mutations;
        if (
            lower.Contains("clinical", StringComparison.Ordinal)
            || lower.Contains("samples", StringComparison.Ordinal)
            || header.Contains("PATIENT_ID", StringComparison.OrdinalIgnoreCase)
        )
            return
                lower.Contains("timeline", StringComparison.Ordinal)
                || lower.Contains("resource", StringComparison.Ordinal)
                ? Kind.Other
                : Kind.Clinical;
        var isMatrix =
            lower.Contains("expression", StringComparison.Ordinal)
            || lower.Contains("mrna", StringComparison.Ordinal)
            || lower.Contains("series_matrix", StringComparison.Ordinal)
            || head[0].StartsWith("#1.", StringComparison.Ordinal);
        return isMatrix ? Kind.Expression : Kind.Other;
    }
}
