using System.Numerics.Tensors;

namespace Refractor.Statistics.Mixtures;

/// <summary>
/// The Cholesky factor L of the cross-products of those components that are not at their bound, with L⁻¹ of the right-hand sides, as
/// components come and go.
/// </summary>
internal sealed class GrowingCholesky
{
    private readonly double[][] _rows;
    private readonly double[] _projections;
    private readonly double[] _ones;

    public GrowingCholesky(int capacity)
    {
        _rows = [.. Enumerable.Range(0, capacity).Select(_ => new double[capacity])];
        _projections = new double[capacity];
        _ones = new double[capacity];
    }

    /// <summary>Number of components within.</summary>
    public int Count { get; private set; }

    /// <summary>Removes all components.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a component behind the others.</summary>
    /// <param name="products">Its cross-products with those within, then with itself.</param>
    /// <param name="projection">Its entry of A'b.</param>
    /// <param name="tolerance">The fraction of its squared length that must be left after the others.</param>
    /// <returns>False, with nothing changed, if less is left.</returns>
    public bool TryAdd(ReadOnlySpan<double> products, double projection, double tolerance)
    {
        var row = _rows[Count].AsSpan();
        for (var i = 0; i < Count; i++)
        {
            var before = _rows[i].AsSpan(0, i);
            row[i] = (products[i] - TensorPrimitives.Dot(before, row[..i])) / _rows[i][i];
        }
        var length = row[..Count];
        var left = products[Count] - TensorPrimitives.SumOfSquares<double>(length);
        if (!(left > tolerance * products[Count]))
            return false;
        row[Count] = Math.Sqrt(left);
        _projections[Count] =
            (projection - TensorPrimitives.Dot<double>(length, _projections.AsSpan(0, Count))) / row[Count];
        _ones[Count] = (1 - TensorPrimitives.Dot<double>(length, _ones.AsSpan(0, Count))) / row[Count];
        Count++;
        return true;
    }

    /// <summary>Removes the component at a place; those behind move up.</summary>
    public void RemoveAt(int place)
    {
        var removed = _rows[place];
        for (var i = place; i < Count - 1; i++)
            _rows[i] = _rows[i + 1];
        _rows[Count - 1] = removed;
        Count--;
        // The rows behind now reach one column too far; rotations of neighbouring columns bring them back to a triangle.
        for (var k = place; k < Count; k++)
        {
            var (a, b) = (_rows[k][k], _rows[k][k + 1]);
            var length = Math.Sqrt(a * a + b * b);
            var (cos, sin) = (a / length, b / length);
            for (var i = k; i < Count; i++)
                Rotate(_rows[i], k, cos, sin);
            Rotate(_projections, k, cos, sin);
            Rotate(_ones, k, cos, sin);
        }
    }

    /// <summary>The solution for the right-hand side A'b.</summary>
    public void Solve(Span<double> z) => SolveTransposed(_projections, z);

    /// <summary>The solution for a right-hand side of ones.</summary>
    public void SolveOnes(Span<double> z) => SolveTransposed(_ones, z);

    /// <summary>The solution for another right-hand side, in its place.</summary>
    public void SolveFor(Span<double> b)
    {
        for (var i = 0; i < Count; i++)
            b[i] = (b[i] - TensorPrimitives.Dot<double>(_rows[i].AsSpan(0, i), b[..i])) / _rows[i][i];
        SolveTransposed(b, b);
    }

    private void SolveTransposed(ReadOnlySpan<double> b, Span<double> z)
    {
        b[..Count].CopyTo(z);
        for (var i = Count - 1; i >= 0; i--)
        {
            var row = _rows[i].AsSpan();
            z[i] /= row[i];
            TensorPrimitives.MultiplyAdd(row[..i], -z[i], z[..i], z[..i]);
        }
    }

    private static void Rotate(double[] values, int k, double cos, double sin)
    {
        var (a, b) = (values[k], values[k + 1]);
        values[k] = cos * a + sin * b;
        values[k + 1] = cos * b - sin * a;
    }
}
