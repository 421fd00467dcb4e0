using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Refractor.Statistics.Ordering;

/// <summary>
/// The order of the n samples by the value of each of f features, ascending, and which of them are tied: all that rank statistics need.
/// Sorted once for a matrix, it serves any number of screens: ROC curves, rank tests, rank correlation, cut-points.
/// </summary>
/// <remarks>
/// <para>Memory: 2 bytes a value up to 65,536 samples (4 bytes beyond), 1 bit a value for ties, 4 bytes a feature: 20,000 features ×
/// 3,000 samples take 128 MB, about half of the matrix itself in single precision.</para>
/// <para>Samples of equal value stand in the order of their numbers; −0 equals +0; infinite values have their place; samples whose
/// value is missing (NaN) stand last, in the order of their numbers, and count neither as measured nor as tied.</para>
/// <para>The three arrays (<see cref="ShortIndices"/> or <see cref="LongIndices"/>, <see cref="MeasuredCounts"/>, <see cref="TieBits"/>)
/// hold everything; <c>FromArrays</c> takes them back without a copy, from a memory-mapped file as well.</para>
/// </remarks>
public sealed class SampleOrder
{
    /// <summary>The largest number of samples whose numbers fit into 16 bits.</summary>
    public const int MostShortSamples = 65_536;

    private readonly int _words;

    internal SampleOrder(
        int features,
        int samples,
        ReadOnlyMemory<ushort> shortIndices,
        ReadOnlyMemory<int> longIndices,
        ReadOnlyMemory<int> measured,
        ReadOnlyMemory<ulong> ties
    )
    {
        (Features, Samples, _words) = (features, samples, WordsPerFeature(samples));
        (ShortIndices, LongIndices, MeasuredCounts, TieBits) = (shortIndices, longIndices, measured, ties);
    }

    /// <summary>Number of features f.</summary>
    public int Features { get; }

    /// <summary>Number of samples n.</summary>
    public int Samples { get; }

    /// <summary>f × n sample numbers from 0, lowest value first, the first feature first; empty beyond 65,536 samples.</summary>
    public ReadOnlyMemory<ushort> ShortIndices { get; }

    /// <summary>The same for more than 65,536 samples; else empty.</summary>
    public ReadOnlyMemory<int> LongIndices { get; }

    /// <summary>f counts of the samples that have a value.</summary>
    public ReadOnlyMemory<int> MeasuredCounts { get; }

    /// <summary>
    /// f × <see cref="WordsPerFeature"/> words. Bit i mod 64 of word i / 64 says that the value at position i of the order equals the one
    /// at position i + 1.
    /// </summary>
    public ReadOnlyMemory<ulong> TieBits { get; }

    /// <summary>Bytes that the arrays take.</summary>
    public long Bytes =>
        2L * ShortIndices.Length + 4L * LongIndices.Length + 4L * MeasuredCounts.Length + 8L * TieBits.Length;

    /// <summary>Words of <see cref="TieBits"/> for one feature: n / 64, rounded up.</summary>
    public static int WordsPerFeature(int samples) => (int)(((long)samples + 63) / 64);

    /// <summary>Sorts the samples for every feature.</summary>
    /// <param name="matrix">f features × n samples; NaN is missing.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The order does not depend on it.</param>
    public static SampleOrder Of(FeatureMatrix matrix, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix.Samples <= MostShortSamples
            ? SampleSorter.Sort<ushort>(matrix, threads)
            : SampleSorter.Sort<int>(matrix, threads);
    }

    /// <summary>Takes a stored order of at most 65,536 samples back, without copying it.</summary>
    /// <param name="features">f.</param>
    /// <param name="samples">n.</param>
    /// <param name="shortIndices">f × n sample numbers; see <see cref="ShortIndices"/>.</param>
    /// <param name="measured">f counts; see <see cref="MeasuredCounts"/>.</param>
    /// <param name="ties">f × <see cref="WordsPerFeature"/> words; see <see cref="TieBits"/>.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, or a sample number or count lies beyond n. Whether the numbers are a permutation is not looked at.
    /// </exception>
    public static SampleOrder FromArrays(
        int features,
        int samples,
        ReadOnlyMemory<ushort> shortIndices,
        ReadOnlyMemory<int> measured,
        ReadOnlyMemory<ulong> ties
    )
    {
        if (samples > MostShortSamples)
            throw new ArgumentException(
                $"{samples} samples do not fit into 16-bit numbers; expected at most {MostShortSamples}.",
                nameof(samples)
            );
        CheckLengths(features, samples, shortIndices.Length, measured, ties.Length);
        var largest = shortIndices.IsEmpty ? -1 : TensorPrimitives.Max(shortIndices.Span);
        CheckLargest(largest, samples, nameof(shortIndices));
        return new SampleOrder(features, samples, shortIndices, default, measured, ties);
    }

    /// <inheritdoc cref="FromArrays(int, int, ReadOnlyMemory{ushort}, ReadOnlyMemory{int}, ReadOnlyMemory{ulong})"/>
    /// <summary>Takes a stored order of more than 65,536 samples back, without copying it.</summary>
    /// <param name="features">f.</param>
    /// <param name="samples">n.</param>
    /// <param name="longIndices">f × n sample numbers; see <see cref="LongIndices"/>.</param>
    /// <param name="measured">f counts; see <see cref="MeasuredCounts"/>.</param>
    /// <param name="ties">f × <see cref="WordsPerFeature"/> words; see <see cref="TieBits"/>.</param>
    public static SampleOrder FromArrays(
        int features,
        int samples,
        ReadOnlyMemory<int> longIndices,
        ReadOnlyMemory<int> measured,
        ReadOnlyMemory<ulong> ties
    )
    {
        CheckLengths(features, samples, longIndices.Length, measured, ties.Length);
        if (!longIndices.IsEmpty && TensorPrimitives.Min(longIndices.Span) < 0)
            throw new ArgumentException("A sample number is negative.", nameof(longIndices));
        var largest = longIndices.IsEmpty ? -1 : TensorPrimitives.Max(longIndices.Span);
        CheckLargest(largest, samples, nameof(longIndices));
        return new SampleOrder(features, samples, default, longIndices, measured, ties);
    }

    /// <summary>Number of samples that have a value of this feature.</summary>
    /// <param name="feature">0 to f − 1.</param>
    public int Measured(int feature) => MeasuredCounts.Span[feature];

    /// <summary>Copies the n sample numbers of one feature, lowest value first, missing ones last.</summary>
    /// <param name="feature">0 to f − 1.</param>
    /// <param name="samples">Receives n numbers; at least n long.</param>
    public void CopyOrder(int feature, Span<int> samples)
    {
        if (LongIndices.IsEmpty)
            TensorPrimitives.ConvertTruncating(Indices<ushort>(feature), samples);
        else
            Indices<int>(feature).CopyTo(samples);
    }

    /// <summary>Whether the value at a position of the order equals the one at the next position.</summary>
    /// <param name="feature">0 to f − 1.</param>
    /// <param name="position">0 to n − 1.</param>
    public bool IsTiedWithNext(int feature, int position) => (Ties(feature)[position >> 6] >> (position & 63) & 1) != 0;

    /// <summary>Copies the midranks (1 is lowest, tied values share the mean of their ranks) of one feature.</summary>
    /// <param name="feature">0 to f − 1.</param>
    /// <param name="ranks">Receives n ranks by sample number; NaN where the value is missing.</param>
    public void CopyMidranks(int feature, Span<double> ranks)
    {
        if (LongIndices.IsEmpty)
            Midranks.FromOrder(Indices<ushort>(feature), Ties(feature), Measured(feature), ranks);
        else
            Midranks.FromOrder(Indices<int>(feature), Ties(feature), Measured(feature), ranks);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Order of {Samples} samples by {Features} features, {Bytes / 1e6:F1} MB"
        );

    /// <summary>Whether the numbers of samples are stored in 16 bits: says which of the two <see cref="Indices{T}"/> there is.</summary>
    internal bool IsShort => LongIndices.IsEmpty;

    /// <summary>The n sample numbers of one feature as stored.</summary>
    /// <typeparam name="T">ushort if <see cref="IsShort"/>, else int.</typeparam>
    internal ReadOnlySpan<T> Indices<T>(int feature)
        where T : unmanaged =>
        typeof(T) == typeof(ushort)
            ? MemoryMarshal.Cast<ushort, T>(ShortIndices.Span.Slice(feature * Samples, Samples))
            : MemoryMarshal.Cast<int, T>(LongIndices.Span.Slice(feature * Samples, Samples));

    /// <summary>The words of <see cref="TieBits"/> of one feature.</summary>
    internal ReadOnlySpan<ulong> Ties(int feature) => TieBits.Span.Slice(feature * _words, _words);

    private static void CheckLengths(int features, int samples, int indices, ReadOnlyMemory<int> measured, int tieWords)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(features);
        ArgumentOutOfRangeException.ThrowIfNegative(samples);
        CheckLength("sample numbers", (long)features * samples, indices);
        CheckLength("counts of measured samples", features, measured.Length);
        CheckLength("words of tie bits", (long)features * WordsPerFeature(samples), tieWords);
        foreach (var count in measured.Span)
        {
            if (count < 0 || count > samples)
                throw new ArgumentException(
                    $"{count} samples are measured; expected 0 to {samples}.",
                    nameof(measured)
                );
        }
    }

    private static void CheckLength(string what, long expected, int found)
    {
        if (expected != found)
            throw new ArgumentException($"Found {found} {what}; expected {expected}.");
    }

    private static void CheckLargest(int largest, int samples, string parameter)
    {
        if (largest >= samples)
            throw new ArgumentException($"Sample number {largest} found; expected 0 to {samples - 1}.", parameter);
    }
}
