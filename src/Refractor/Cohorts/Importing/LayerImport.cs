using Refractor.Cohorts.Mapping;
using Refractor.Statistics;

namespace Refractor.Cohorts.Importing;

/// <summary>Makes a layer of a cohort from a table of numbers: samples matched, names cleaned, one row a feature, on the scale of logarithms.</summary>
internal sealed class LayerImport(ClinicalData data, ImportLog log)
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
        var rows = new FeatureRows(table, log).Choose();
        var loaded = table.RowsAreSamples ? columns.Length : rows.Length;
        log.Count(new FileCount(file.File, file.Name, loaded, table.Rows - loaded, table.RowsRejected));
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
            [.. rows.Select(r => FeatureNames.Clean(table.Features[r]))],
            [.. columns.Select(c => found[c])],
            FeatureMatrix.Of(rows.Length, columns.Length, values)
        );
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

    private static float[] Take(LayerTable table, int[] rows, int[] columns)
    {
        var values = new float[rows.Length * columns.Length];
        for (var r = 0; r < rows.Length; r++)
        {
            var row = table.Row(rows[r]);
            for (var c = 0; c < columns.Length; c++)
                values[(r * columns.Length) + c] = row[columns[c]];
        }
        return values;
    }

    private static void ToLogarithms(float[] values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = values[i] < 0 ? float.NaN : MathF.Log2(values[i] + 1);
    }
}
