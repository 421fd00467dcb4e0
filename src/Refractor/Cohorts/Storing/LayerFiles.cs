using Refractor.Knowledge;
using Refractor.Statistics;
using Refractor.Statistics.Ordering;

namespace Refractor.Cohorts.Storing;

/// <summary>The files of a layer: names as text, numbers and their order as plain arrays, which are mapped into memory when read.</summary>
internal static class LayerFiles
{
    private static readonly TermTable<MeasuredScale> Scales = new("log", "z", "log_ratio", "linear", "counts");

    public static StoredLayer Describe(MeasuredLayer layer) =>
        new(
            layer.Name,
            Terms.Levels.NameOf(layer.Level),
            Scales.NameOf(layer.Scale),
            layer.Features.Count,
            layer.Samples.Count
        );

    /// <summary>Writes a layer.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="samples">Samples of the cohort.</param>
    /// <param name="progress">Told of the features that are written; null for none.</param>
    /// <param name="cancel">Stops between features.</param>
    public static void Write(
        string folder,
        MeasuredLayer layer,
        IReadOnlyList<Sample> samples,
        IProgress<StepProgress>? progress,
        CancellationToken cancel
    )
    {
        string Path(string ending) => System.IO.Path.Combine(folder, $"{layer.Name}.{ending}");
        WriteNames(Path("features.tsv"), "feature", layer.Features);
        WriteNames(Path("samples.tsv"), "sample", layer.Samples.Select(s => samples[s].Id));
        var done = 0;
        using var writer = new LayerWriter(layer.Matrix, Path);
        writer.Write(
            count =>
                progress?.Report(
                    new StepProgress(
                        $"sorting and storing {layer.Name}",
                        Interlocked.Add(ref done, count),
                        layer.Features.Count
                    )
                ),
            cancel
        );
    }

    public static MeasuredLayer Read(string folder, StoredLayer stored, IReadOnlyDictionary<string, int> samples)
    {
        string Path(string ending) => System.IO.Path.Combine(folder, $"{stored.Name}.{ending}");
        var (f, n) = (stored.Features, stored.Samples);
        if (!Terms.Levels.TryParse(stored.Level, out var level) || !Scales.TryParse(stored.Scale, out var scale))
            throw new InvalidDataException(
                $"cohort.json: layer {stored.Name} has level '{stored.Level}' and scale '{stored.Scale}', of which one is not known; import the cohort again."
            );
        var measured = MappedMemory<int>.Of(Path("measured.i32"), f);
        var ties = MappedMemory<ulong>.Of(Path("ties.u64"), f * SampleOrder.WordsPerFeature(n));
        return new MeasuredLayer(
            stored.Name,
            level,
            scale,
            ReadNames(Path("features.tsv"), f),
            [.. ReadNames(Path("samples.tsv"), n).Select(s => samples[s])],
            FeatureMatrix.Of(f, n, MappedMemory<float>.Of(Path("f32"), checked(f * n))),
            n <= SampleOrder.MostShortSamples
                ? SampleOrder.FromArrays(f, n, MappedMemory<ushort>.Of(Path("order.u16"), f * n), measured, ties)
                : SampleOrder.FromArrays(f, n, MappedMemory<int>.Of(Path("order.i32"), f * n), measured, ties)
        );
    }

    private static void WriteNames(string path, string header, IEnumerable<string> names) =>
        File.WriteAllText(path, header + "\n" + string.Concat(names.Select(n => n + "\n")));

    private static string[] ReadNames(string path, int expected)
    {
        var names = File.ReadAllLines(path)[1..];
        return names.Length == expected
            ? names
            : throw new InvalidDataException(
                $"{path}: found {names.Length} names; expected {expected}. Import the cohort again."
            );
    }
}
