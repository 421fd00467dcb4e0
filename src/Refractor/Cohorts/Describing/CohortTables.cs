using System.Globalization;
using Refractor.Cohorts.Storing;

namespace Refractor.Cohorts.Describing;

/// <summary>The tables of a stored cohort as text for other programs.</summary>
public static class CohortTables
{
    private static readonly string[] Texts = ["patients", "samples", "mutations"];

    /// <summary>The names of the tables that a cohort has.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="folder">Its folder; null for a cohort that comes with the program.</param>
    public static IReadOnlyList<string> Of(Cohort cohort, string? folder) =>
        [
            .. folder is null ? ["patients"] : Texts.Where(t => File.Exists(Path.Combine(folder, $"{t}.tsv"))),
            .. cohort.Layers.Select(l => l.Name),
            ClinicalLayer.Name,
        ];

    /// <summary>Writes a table, tab-separated with a header.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="folder">Its folder; null for a cohort that comes with the program.</param>
    /// <param name="table">One of <see cref="Of"/>.</param>
    /// <param name="writer">Receives the text.</param>
    public static void Write(Cohort cohort, string? folder, string table, TextWriter writer)
    {
        if (!Texts.Contains(table))
            Write(cohort.LayerOf(table), cohort.Samples, writer);
        else if (folder is null)
            writer.Write(PatientTable.Write(cohort));
        else
            writer.Write(File.ReadAllText(Path.Combine(folder, $"{table}.tsv")));
    }

    private static void Write(MeasuredLayer layer, IReadOnlyList<Sample> samples, TextWriter writer)
    {
        writer.Write("feature\t" + string.Join('\t', layer.Samples.Select(s => samples[s].Id)) + "\n");
        var row = new double[layer.Samples.Count];
        for (var f = 0; f < layer.Features.Count; f++)
        {
            layer.Matrix.CopyFeature(f, row);
            writer.Write(layer.Features[f]);
            foreach (var value in row)
                writer.Write(
                    "\t" + (double.IsNaN(value) ? "" : ((float)value).ToString("R", CultureInfo.InvariantCulture))
                );
            writer.Write('\n');
        }
    }
}
