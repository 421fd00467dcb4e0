using Refractor.Cohorts.Mapping;
using Refractor.Statistics;

namespace Refractor.Cohorts.Importing;

/// <summary>Makes a layer of a cohort from a table of numbers: samples matched, names cleaned, one row a feature, on the scale of logarithms.</summary>
internal sealed class LayerImport(string folder, ClinicalData data, GeneNames genes, ImportLog log)
{
    /// <summary>The layer; null, with a problem, if too few samples belong to the cohort.</summary>
    public MeasuredLayer? Make(LayerFile file, LayerTable table)
    {
        var (found, match) = new SampleMatcher(data).Find(file.File, table.Samples);
        log.Matched(match);
        var columns = Enumerable.Range(0, found.Length).Where(i => found[i] >= 0).DistinctBy(i => found[i]).ToArray();
        log.Hold(file.File, "samples without a patient in the clinical files", match.OnlyInFile);
        log.Hold(file.File, "further columns of a sample: the first one counts", Further(table, found, columns));
        if (columns.Length == 0)
        {
            log.Error(
                "samples",
                file.File,
                null,
                $"no sample of the clinical files, such as '{string.Join(", ", table.Samples.Take(1))}'",
                "names that match the patients or samples; name their column in the mapping"
            );
            return null;
        }
        if (Names(file, table) is not { } names)
            return null;
        var infinite = table.Values.Sum(MakeFinite);
        log.Hold(
            file.File,
            "infinite values, such as the logarithm of 0, count as missing",
            infinite == 0 ? [] : [Counted.Of(infinite, "value")]
        );
        var rows = new FeatureRows(table, names, log).Choose(file.Duplicates);
        var loaded = table.RowsAreSamples ? columns.Length : rows.Length;
        log.Count(new FileCount(file.File, file.Name, loaded, table.Rows - loaded, table.RowsRejected));
        if (rows.Length == 0)
        {
            log.Error(
                $"layers: {file.Name}",
                file.File,
                null,
                $"no row of numbers ({Counted.Of(table.RowsRejected, "row")} could not be read)",
                "a table of numbers; series of sequencing keep them in supplementary files, to be named under 'layers'"
            );
            return null;
        }
        var values = Take(table, rows, columns);
        var scale = file.Scale ?? ScaleGuess.Of(file, values, log);
        if (scale is MeasuredScale.Linear or MeasuredScale.Counts)
        {
            ToLogarithms(values);
            log.Hold(file.File, "log2(x + 1) taken of all values, which are on a linear scale", [file.Name]);
        }
        return new MeasuredLayer(
            file.Name,
            file.Level,
            scale is MeasuredScale.Linear or MeasuredScale.Counts ? MeasuredScale.Log : scale,
            [.. rows.Select(r => names[r]!)],
            [.. columns.Select(c => found[c])],
            FeatureMatrix.OfFeatures(columns.Length, [.. values.Select(row => (ReadOnlyMemory<float>)row)])
        );
    }

    /// <summary>The current name of every row, null for those that are held; nothing, with a problem, if probes cannot be named.</summary>
    private string?[]? Names(LayerFile file, LayerTable table)
    {
        if (file.Probes is not { } rule)
            return genes.Current(file.File, file.Level, table.Features, table.Entrez);
        if (new ProbeGenes(folder, log).Of(file.File, rule, table.Features) is not { } symbols)
            return null;
        var current = genes.Current(file.File, file.Level, symbols, null);
        return [.. current.Select((name, i) => symbols[i].Length == 0 ? null : name)];
    }

    private static List<string> Further(LayerTable table, int[] found, int[] columns)
    {
        var used = columns.ToHashSet();
        return
        [
            .. Enumerable
                .Range(0, found.Length)
                .Where(i => found[i] >= 0 && !used.Contains(i))
                .Select(i => table.Samples[i]),
        ];
    }

    /// <summary>The chosen columns of the chosen rows, in the memory of the table: a column never moves to the right.</summary>
    private static Memory<float>[] Take(LayerTable table, int[] rows, int[] columns)
    {
        var values = Array.ConvertAll(rows, r => table.Values[r][..columns.Length]);
        if (columns.Length < table.Samples.Count)
            Parallel.For(0, rows.Length, r => MoveLeft(table.Values[rows[r]].Span, columns));
        return values;
    }

    private static void MoveLeft(Span<float> row, int[] columns)
    {
        for (var c = 0; c < columns.Length; c++)
            row[c] = row[columns[c]];
    }

    private static int MakeFinite(Memory<float> row)
    {
        var infinite = 0;
        foreach (ref var value in row.Span)
            if (float.IsInfinity(value))
                (value, infinite) = (float.NaN, infinite + 1);
        return infinite;
    }

    private static void ToLogarithms(Memory<float>[] values) =>
        Parallel.ForEach(
            values,
            row =>
            {
                foreach (ref var value in row.Span)
                    value = value < 0 ? float.NaN : MathF.Log2(value + 1);
            }
        );
}
