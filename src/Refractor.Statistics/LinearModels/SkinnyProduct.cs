using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.LinearModels;

/// <summary>
/// Products of four rows in single precision with the columns of a basis, and their sums of squares, in one pass and in double
/// precision. The four share the loads of the basis; every sum is added up in the same order whatever the neighbours are.
/// </summary>
internal static class SkinnyProduct
{
    /// <summary>Rows that are worked on together.</summary>
    public const int Rows = 4;

    /// <summary>The number of columns, rounded up to what the kernel takes; columns added are to be zero.</summary>
    public static int PaddedColumns(int columns) => columns <= 2 ? 2 : 2 + (columns - 2 + 3) / 4 * 4;

    /// <summary>Multiplies.</summary>
    /// <param name="rows">Four rows of n values each.</param>
    /// <param name="shifts">What is taken off each row beforehand.</param>
    /// <param name="basis">n values of each column, padded.</param>
    /// <param name="products">Receives, for each row, its product with every padded column.</param>
    /// <param name="squares">Receives the sum of squares of each shifted row.</param>
    public static void Multiply(
        FourRows rows,
        ReadOnlySpan<double> shifts,
        ReadOnlySpan<double> basis,
        Span<double> products,
        Span<double> squares
    )
    {
        unchecked
        {
            var n = rows.Length;
            var columns = basis.Length / n;
            Two(rows, shifts, basis[..(2 * n)], products, columns, squares);
            for (var k = 2; k < columns; k += 4)
                Four(rows, shifts, basis.Slice(k * n, 4 * n), products[k..], columns);
        }
    }

    private static void Two(
        FourRows rows,
        ReadOnlySpan<double> shifts,
        ReadOnlySpan<double> basis,
        Span<double> products,
        int columns,
        Span<double> squares
    )
    {
        unchecked
        {
            var n = rows.Length;
            ref var y0 = ref MemoryMarshal.GetReference(rows.First);
            ref var y1 = ref MemoryMarshal.GetReference(rows.Second);
            ref var y2 = ref MemoryMarshal.GetReference(rows.Third);
            ref var y3 = ref MemoryMarshal.GetReference(rows.Fourth);
            ref var q0 = ref MemoryMarshal.GetReference(basis);
            ref var q1 = ref Unsafe.Add(ref q0, n);
            var (c0, c1) = (Vector512.Create(shifts[0]), Vector512.Create(shifts[1]));
            var (c2, c3) = (Vector512.Create(shifts[2]), Vector512.Create(shifts[3]));
            Vector512<double> s0 = default,
                s1 = default,
                s2 = default,
                s3 = default;
            Vector512<double> a00 = default,
                a01 = default,
                a10 = default,
                a11 = default;
            Vector512<double> a20 = default,
                a21 = default,
                a30 = default,
                a31 = default;
            var i = 0;
            for (; i <= n - 8; i += 8)
            {
                var (p0, p1) = (Load(ref q0, i), Load(ref q1, i));
                var v = Widen(ref y0, i) - c0;
                s0 = Vector512.FusedMultiplyAdd(v, v, s0);
                a00 = Vector512.FusedMultiplyAdd(v, p0, a00);
                a01 = Vector512.FusedMultiplyAdd(v, p1, a01);
                v = Widen(ref y1, i) - c1;
                s1 = Vector512.FusedMultiplyAdd(v, v, s1);
                a10 = Vector512.FusedMultiplyAdd(v, p0, a10);
                a11 = Vector512.FusedMultiplyAdd(v, p1, a11);
                v = Widen(ref y2, i) - c2;
                s2 = Vector512.FusedMultiplyAdd(v, v, s2);
                a20 = Vector512.FusedMultiplyAdd(v, p0, a20);
                a21 = Vector512.FusedMultiplyAdd(v, p1, a21);
                v = Widen(ref y3, i) - c3;
                s3 = Vector512.FusedMultiplyAdd(v, v, s3);
                a30 = Vector512.FusedMultiplyAdd(v, p0, a30);
                a31 = Vector512.FusedMultiplyAdd(v, p1, a31);
            }
            (squares[0], squares[1]) = (Vector512.Sum(s0), Vector512.Sum(s1));
            (squares[2], squares[3]) = (Vector512.Sum(s2), Vector512.Sum(s3));
            (products[0], products[1]) = (Vector512.Sum(a00), Vector512.Sum(a01));
            (products[columns], products[columns + 1]) = (Vector512.Sum(a10), Vector512.Sum(a11));
            (products[2 * columns], products[2 * columns + 1]) = (Vector512.Sum(a20), Vector512.Sum(a21));
            (products[3 * columns], products[3 * columns + 1]) = (Vector512.Sum(a30), Vector512.Sum(a31));
            for (; i < n; i++)
            for (var r = 0; r < Rows; r++)
            {
                var v = rows[r][i] - shifts[r];
                squares[r] += v * v;
                products[r * columns] += v * basis[i];
                products[r * columns + 1] += v * basis[n + i];
            }
        }
    }

    private static void Four(
        FourRows rows,
        ReadOnlySpan<double> shifts,
        ReadOnlySpan<double> basis,
        Span<double> products,
        int columns
    )
    {
        unchecked
        {
            var n = rows.Length;
            ref var y0 = ref MemoryMarshal.GetReference(rows.First);
            ref var y1 = ref MemoryMarshal.GetReference(rows.Second);
            ref var y2 = ref MemoryMarshal.GetReference(rows.Third);
            ref var y3 = ref MemoryMarshal.GetReference(rows.Fourth);
            var (c0, c1) = (Vector512.Create(shifts[0]), Vector512.Create(shifts[1]));
            var (c2, c3) = (Vector512.Create(shifts[2]), Vector512.Create(shifts[3]));
            Vector512<double> a00 = default,
                a01 = default,
                a02 = default,
                a03 = default;
            Vector512<double> a10 = default,
                a11 = default,
                a12 = default,
                a13 = default;
            Vector512<double> a20 = default,
                a21 = default,
                a22 = default,
                a23 = default;
            Vector512<double> a30 = default,
                a31 = default,
                a32 = default,
                a33 = default;
            ref var q0 = ref MemoryMarshal.GetReference(basis);
            ref var q1 = ref Unsafe.Add(ref q0, n);
            ref var q2 = ref Unsafe.Add(ref q1, n);
            ref var q3 = ref Unsafe.Add(ref q2, n);
            var i = 0;
            for (; i <= n - 8; i += 8)
            {
                var (v0, v1) = (Widen(ref y0, i) - c0, Widen(ref y1, i) - c1);
                var (v2, v3) = (Widen(ref y2, i) - c2, Widen(ref y3, i) - c3);
                var p = Load(ref q0, i);
                a00 = Vector512.FusedMultiplyAdd(v0, p, a00);
                a10 = Vector512.FusedMultiplyAdd(v1, p, a10);
                a20 = Vector512.FusedMultiplyAdd(v2, p, a20);
                a30 = Vector512.FusedMultiplyAdd(v3, p, a30);
                p = Load(ref q1, i);
                a01 = Vector512.FusedMultiplyAdd(v0, p, a01);
                a11 = Vector512.FusedMultiplyAdd(v1, p, a11);
                a21 = Vector512.FusedMultiplyAdd(v2, p, a21);
                a31 = Vector512.FusedMultiplyAdd(v3, p, a31);
                p = Load(ref q2, i);
                a02 = Vector512.FusedMultiplyAdd(v0, p, a02);
                a12 = Vector512.FusedMultiplyAdd(v1, p, a12);
                a22 = Vector512.FusedMultiplyAdd(v2, p, a22);
                a32 = Vector512.FusedMultiplyAdd(v3, p, a32);
                p = Load(ref q3, i);
                a03 = Vector512.FusedMultiplyAdd(v0, p, a03);
                a13 = Vector512.FusedMultiplyAdd(v1, p, a13);
                a23 = Vector512.FusedMultiplyAdd(v2, p, a23);
                a33 = Vector512.FusedMultiplyAdd(v3, p, a33);
            }
            Store(products, 0, a00, a01, a02, a03);
            Store(products, columns, a10, a11, a12, a13);
            Store(products, 2 * columns, a20, a21, a22, a23);
            Store(products, 3 * columns, a30, a31, a32, a33);
            for (; i < n; i++)
            for (var r = 0; r < Rows; r++)
            for (var k = 0; k < 4; k++)
                products[r * columns + k] += (rows[r][i] - shifts[r]) * basis[k * n + i];
        }
    }

    private static void Store(
        Span<double> products,
        int at,
        Vector512<double> a,
        Vector512<double> b,
        Vector512<double> c,
        Vector512<double> d
    )
    {
        (products[at], products[at + 1]) = (Vector512.Sum(a), Vector512.Sum(b));
        (products[at + 2], products[at + 3]) = (Vector512.Sum(c), Vector512.Sum(d));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ref double at, int i) => Vector512.LoadUnsafe(ref at, (nuint)i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Widen(ref float at, int i) =>
        Vector512.WidenLower(Vector256.LoadUnsafe(ref at, (nuint)i).ToVector512Unsafe());
}

/// <summary>Four rows of the same length.</summary>
internal readonly ref struct FourRows(
    ReadOnlySpan<float> first,
    ReadOnlySpan<float> second,
    ReadOnlySpan<float> third,
    ReadOnlySpan<float> fourth
)
{
    public ReadOnlySpan<float> First { get; } = first;
    public ReadOnlySpan<float> Second { get; } = second;
    public ReadOnlySpan<float> Third { get; } = third;
    public ReadOnlySpan<float> Fourth { get; } = fourth;

    public int Length => First.Length;

    public ReadOnlySpan<float> this[int row] =>
        row switch
        {
            0 => First,
            1 => Second,
            2 => Third,
            _ => Fourth,
        };
}
