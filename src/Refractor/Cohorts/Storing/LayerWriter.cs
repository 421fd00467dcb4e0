using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Refractor.Statistics;
using Refractor.Statistics.Ordering;

namespace Refractor.Cohorts.Storing;

/// <summary>
/// Writes the numbers of a layer and the order of its samples on all cores: each block of features is sorted and written at its place in
/// the files, so that the order of a whole layer is never in memory.
/// </summary>
internal sealed class LayerWriter(FeatureMatrix matrix, Func<string, string> path) : IDisposable
{
    // Features of a block: their order takes 64 kB, which stays in the cache of a core and below the size of large objects.
    private const int SamplesInBlock = 1 << 15;

    private readonly bool _short = matrix.Samples <= SampleOrder.MostShortSamples;
    private readonly int _words = SampleOrder.WordsPerFeature(matrix.Samples);
    private readonly int _block = Math.Max(1, SamplesInBlock / Math.Max(1, matrix.Samples));
    private readonly List<SafeFileHandle> _files = [];

    /// <summary>Writes all files.</summary>
    /// <param name="progress">Told of the features that are done.</param>
    /// <param name="cancel">Stops between blocks.</param>
    public void Write(Action<int> progress, CancellationToken cancel)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Cohort folders are little-endian; this machine is not.");
        var values = Open("f32", sizeof(float));
        var order = Open(_short ? "order.u16" : "order.i32", _short ? sizeof(ushort) : sizeof(int));
        var (measured, ties) = (Open("measured.i32"), Open("ties.u64"));
        var blocks = (matrix.Features + _block - 1) / _block;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel },
            () => new float[_block * matrix.Samples],
            (block, _, buffer) =>
            {
                var from = block * _block;
                var count = Math.Min(matrix.Features - from, _block);
                var sorted = SampleOrder.Of(matrix.Select(Enumerable.Range(from, count)), threads: 1);
                Write<float>(values, Values(from, count, buffer), from, matrix.Samples);
                if (_short)
                    Write(order, sorted.ShortIndices.Span, from, matrix.Samples);
                else
                    Write(order, sorted.LongIndices.Span, from, matrix.Samples);
                Write(measured, sorted.MeasuredCounts.Span, from, 1);
                Write(ties, sorted.TieBits.Span, from, _words);
                progress(count);
                return buffer;
            },
            _ => { }
        );
    }

    public void Dispose()
    {
        foreach (var file in _files)
            file.Dispose();
    }

    /// <param name="ending">Ending of its name.</param>
    /// <param name="perValue">Bytes of each value of the matrix, which are set aside at once; 0 to let the file grow.</param>
    private SafeFileHandle Open(string ending, int perValue = 0)
    {
        var file = File.OpenHandle(
            path(ending),
            FileMode.Create,
            FileAccess.Write,
            FileShare.None,
            preallocationSize: (long)matrix.Features * matrix.Samples * perValue
        );
        _files.Add(file);
        return file;
    }

    private Span<float> Values(int from, int count, float[] buffer)
    {
        for (var f = 0; f < count; f++)
            matrix.CopyFeature(from + f, buffer.AsSpan(f * matrix.Samples, matrix.Samples));
        return buffer.AsSpan(0, count * matrix.Samples);
    }

    /// <summary>Writes the numbers of some features at their place.</summary>
    private static void Write<T>(SafeFileHandle file, ReadOnlySpan<T> numbers, int feature, int perFeature)
        where T : unmanaged
    {
        var at = (long)feature * perFeature * Unsafe.SizeOf<T>();
        RandomAccess.Write(file, MemoryMarshal.AsBytes(numbers), at);
    }
}
