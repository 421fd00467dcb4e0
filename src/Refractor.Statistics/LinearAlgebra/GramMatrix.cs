using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.LinearAlgebra;

/// <summary>Inner products AA' of m rows of equal length: m × m, symmetric, the same for any number of threads.</summary>
internal static class GramMatrix
{
    private const int Tile = 32;
    private const int Chunk = 512;

    /// <summary>All inner products of the rows.</summary>
    /// <param name="rows">m rows, one after the other.</param>
    /// <param name="length">Values in a row.</param>
    /// <param name="threads">Threads; 0 for one per core.</param>
    /// <returns>m × m values, row after row.</returns>
    public static double[] Of(double[] rows, int length, int threads = 1)
    {
        var m = length == 0 ? 0 : rows.Length / length;
        var gram = new double[m * m];
        var tiles = (m + Tile - 1) / Tile;
        FeatureLoop.Run(
            tiles * (tiles + 1) / 2,
            threads,
            1,
            () =>
                (from, to) =>
                {
                    for (var index = from; index < to; index++)
                        FillTile(rows, length, m, index, gram);
                }
        );
        return gram;
    }

    private static void FillTile(double[] rows, int length, int m, int index, double[] gram)
    {
        var (row, column) = TileAt(index);
        var (lastI, lastJ) = (Math.Min(m, (row + 1) * Tile), Math.Min(m, (column + 1) * Tile));
        for (var start = 0; start < length; start += Chunk)
        {
            var size = Math.Min(Chunk, length - start);
            for (var i = row * Tile; i < lastI; i += 4)
            for (var j = column * Tile; j < lastJ; j += 2)
                AddBlock(rows, length, start, size, (i, lastI), (j, lastJ), m, gram);
        }
        for (var i = row * Tile; i < lastI; i++)
        for (var j = column * Tile; j < Math.Min(lastJ, i + 1); j++)
            gram[(j * m) + i] = gram[(i * m) + j];
    }

    // The tiles on and below the diagonal, counted row after row.
    private static (int Row, int Column) TileAt(int index)
    {
        var row = (int)((Math.Sqrt((8.0 * index) + 1) - 1) / 2);
        return (row, index - (row * (row + 1) / 2));
    }

    private static void AddBlock(
        double[] rows,
        int length,
        int start,
        int size,
        (int From, int To) i,
        (int From, int To) j,
        int m,
        double[] gram
    )
    {
        if (i.From + 4 <= i.To && j.From + 2 <= j.To)
        {
            AddFourByTwo(rows, length, start, size, i.From, j.From, m, gram);
            return;
        }
        for (var a = i.From; a < Math.Min(i.To, i.From + 4); a++)
        for (var b = j.From; b < Math.Min(j.To, j.From + 2); b++)
            gram[(a * m) + b] += TensorPrimitives.Dot(
                rows.AsSpan((a * length) + start, size),
                rows.AsSpan((b * length) + start, size)
            );
    }

    // Eight sums at a time: each of the six loads serves two or four products.
    private static void AddFourByTwo(double[] rows, int length, int start, int size, int i, int j, int m, double[] gram)
    {
        ReadOnlySpan<double> a0 = rows.AsSpan((i * length) + start, size);
        ReadOnlySpan<double> a1 = rows.AsSpan(((i + 1) * length) + start, size);
        ReadOnlySpan<double> a2 = rows.AsSpan(((i + 2) * length) + start, size);
        ReadOnlySpan<double> a3 = rows.AsSpan(((i + 3) * length) + start, size);
        ReadOnlySpan<double> b0 = rows.AsSpan((j * length) + start, size);
        ReadOnlySpan<double> b1 = rows.AsSpan(((j + 1) * length) + start, size);
        var v0 = MemoryMarshal.Cast<double, Vector512<double>>(a0);
        var v1 = MemoryMarshal.Cast<double, Vector512<double>>(a1)[..v0.Length];
        var v2 = MemoryMarshal.Cast<double, Vector512<double>>(a2)[..v0.Length];
        var v3 = MemoryMarshal.Cast<double, Vector512<double>>(a3)[..v0.Length];
        var w0 = MemoryMarshal.Cast<double, Vector512<double>>(b0)[..v0.Length];
        var w1 = MemoryMarshal.Cast<double, Vector512<double>>(b1)[..v0.Length];
        Vector512<double> s00 = default,
            s01 = default,
            s10 = default,
            s11 = default;
        Vector512<double> s20 = default,
            s21 = default,
            s30 = default,
            s31 = default;
        for (var k = 0; k < v0.Length; k++)
        {
            var (x, y) = (w0[k], w1[k]);
            s00 = Vector512.FusedMultiplyAdd(v0[k], x, s00);
            s01 = Vector512.FusedMultiplyAdd(v0[k], y, s01);
            s10 = Vector512.FusedMultiplyAdd(v1[k], x, s10);
            s11 = Vector512.FusedMultiplyAdd(v1[k], y, s11);
            s20 = Vector512.FusedMultiplyAdd(v2[k], x, s20);
            s21 = Vector512.FusedMultiplyAdd(v2[k], y, s21);
            s30 = Vector512.FusedMultiplyAdd(v3[k], x, s30);
            s31 = Vector512.FusedMultiplyAdd(v3[k], y, s31);
        }
        var done = v0.Length * Vector512<double>.Count;
        gram[(i * m) + j] += Vector512.Sum(s00) + Rest(a0, b0, done);
        gram[(i * m) + j + 1] += Vector512.Sum(s01) + Rest(a0, b1, done);
        gram[((i + 1) * m) + j] += Vector512.Sum(s10) + Rest(a1, b0, done);
        gram[((i + 1) * m) + j + 1] += Vector512.Sum(s11) + Rest(a1, b1, done);
        gram[((i + 2) * m) + j] += Vector512.Sum(s20) + Rest(a2, b0, done);
        gram[((i + 2) * m) + j + 1] += Vector512.Sum(s21) + Rest(a2, b1, done);
        gram[((i + 3) * m) + j] += Vector512.Sum(s30) + Rest(a3, b0, done);
        gram[((i + 3) * m) + j + 1] += Vector512.Sum(s31) + Rest(a3, b1, done);
    }

    private static double Rest(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int from)
    {
        var sum = 0.0;
        for (var k = from; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }
}
