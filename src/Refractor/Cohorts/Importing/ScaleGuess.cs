using Refractor.Cohorts.Mapping;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// Guesses how numbers are scaled. The rule for a linear scale is that of GEO2R: the 99th percentile is above 100, or the range above 50
/// and the first quartile above 0. Negative numbers are never on a linear scale.
/// </summary>
internal static class ScaleGuess
{
    private const int Sampled = 200_000;

    public static MeasuredScale Of(LayerFile file, Memory<float>[] values, ImportLog log)
    {
        var width = values.Length == 0 ? 0 : values[0].Length;
        var count = (long)values.Length * width;
        var step = Math.Max(1, count / Sampled);
        var some = Enumerable
            .Range(0, (int)(count / step))
            .Select(i => values[i * step / width].Span[(int)(i * step % width)])
            .Where(float.IsFinite)
            .Order()
            .ToArray();
        var (scale, because) = some.Length == 0 ? (MeasuredScale.Log, "no number") : Of(some);
        log.Guessed($"layers: {file.File}: scale", Name(scale), because);
        return scale;
    }

    private static (MeasuredScale Scale, string Because) Of(float[] sorted)
    {
        var (low, q25, median, q99, high) = (
            sorted[0],
            At(sorted, 0.25),
            At(sorted, 0.5),
            At(sorted, 0.99),
            sorted[^1]
        );
        var seen = FormattableString.Invariant($"range {low:G4} to {high:G4}, median {median:G4}");
        if (low < 0)
            return Math.Abs(median) < 0.5 && high < 30
                ? (MeasuredScale.ZScore, $"{seen}: negative values around 0")
                : (MeasuredScale.Log, $"{seen}: negative values");
        if (q99 > 100 || (high - low > 50 && q25 > 0))
            return sorted.All(v => v == MathF.Floor(v))
                ? (MeasuredScale.Counts, $"{seen}: whole numbers")
                : (MeasuredScale.Linear, seen);
        return (MeasuredScale.Log, seen);
    }

    private static float At(float[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static string Name(MeasuredScale scale) =>
        scale switch
        {
            MeasuredScale.ZScore => "z",
            MeasuredScale.LogRatio => "log_ratio",
            _ => scale.ToString().ToLowerInvariant(),
        };
}
