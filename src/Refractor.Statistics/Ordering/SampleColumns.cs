using System.Runtime.InteropServices;

namespace Refractor.Statistics.Ordering;

/// <summary>
/// Reads a matrix sample by sample. A matrix lies feature after feature, so a block of samples is read at once: one cache line of
/// every feature gives the values of 16 samples in single precision.
/// </summary>
internal static class SampleColumns
{
    /// <summary>Samples in a block.</summary>
    public const int Block = 16;

    // Features whose lines are turned together: the part of each column that is written stays in the first-level cache.
    private const int Tile = 64;

    /// <summary>Copies the values of samples, as stored.</summary>
    /// <typeparam name="T">float if the matrix stores single precision, else double.</typeparam>
    /// <param name="matrix">f features × n samples.</param>
    /// <param name="from">First sample.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="columns">Receives f values of the first sample, then f of the next, and so on.</param>
    public static void Copy<T>(FeatureMatrix matrix, int from, int to, Span<T> columns)
        where T : unmanaged
    {
        var f = matrix.Features;
        for (var start = 0; start < f; start += Tile)
        {
            var end = Math.Min(f, start + Tile);
            for (var i = start; i < end; i++)
            {
                var row = Row<T>(matrix, i)[from..to];
                for (var j = 0; j < row.Length; j++)
                    columns[unchecked(j * f + i)] = row[j];
            }
        }
    }

    /// <inheritdoc cref="Copy"/>
    /// <summary>Copies the values of samples in double precision.</summary>
    public static void CopyDoubles(FeatureMatrix matrix, int from, int to, Span<double> columns)
    {
        if (!matrix.StoresSingles)
        {
            Copy(matrix, from, to, columns);
            return;
        }
        var f = matrix.Features;
        for (var i = 0; i < f; i++)
        {
            var row = Row<float>(matrix, i)[from..to];
            for (var j = 0; j < row.Length; j++)
                columns[unchecked(j * f + i)] = row[j];
        }
    }

    /// <summary>Writes the columns of samples back into a matrix that lies feature after feature.</summary>
    /// <param name="columns">f values of the first sample, then f of the next, and so on.</param>
    /// <param name="samples">n.</param>
    /// <param name="from">First sample.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="matrix">f × n values.</param>
    public static void CopyBack<T>(ReadOnlySpan<T> columns, int samples, int from, int to, Span<T> matrix)
        where T : unmanaged
    {
        var f = samples == 0 ? 0 : matrix.Length / samples;
        for (var start = 0; start < f; start += Tile)
        {
            var end = Math.Min(f, start + Tile);
            for (var i = start; i < end; i++)
            {
                var row = matrix.Slice(i * samples + from, to - from);
                for (var j = 0; j < row.Length; j++)
                    row[j] = columns[unchecked(j * f + i)];
            }
        }
    }

    /// <summary>The n values of a feature, as stored.</summary>
    public static ReadOnlySpan<T> Row<T>(FeatureMatrix matrix, int feature)
        where T : unmanaged
    {
        if (matrix.TryGetSingles(feature, out var singles))
            return MemoryMarshal.Cast<float, T>(singles);
        matrix.TryGetDoubles(feature, out var doubles);
        return MemoryMarshal.Cast<double, T>(doubles);
    }
}
