using System.Numerics.Tensors;

namespace Refractor.Statistics.LinearAlgebra;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric m × m matrix: Householder reflections to tridiagonal form, then implicitly shifted QL
/// (Golub and Van Loan, Matrix Computations, sections 8.3 and 8.4). The eigenvalues come in descending order; the sign of a vector is
/// as it falls.
/// </summary>
internal sealed class SymmetricEigen
{
    // Two or three steps an eigenvalue are usual; values that are not finite would never end.
    private const int MaxSteps = 100;

    private readonly double[] _vectors;

    private SymmetricEigen(double[] values, double[] vectors) => (Values, _vectors) = (values, vectors);

    /// <summary>m eigenvalues, the largest first.</summary>
    public double[] Values { get; }

    /// <summary>The eigenvector of the i-th eigenvalue: m values, of length 1.</summary>
    public ReadOnlySpan<double> Vector(int i) => _vectors.AsSpan(i * Values.Length, Values.Length);

    /// <summary>Decomposes a symmetric matrix.</summary>
    /// <param name="matrix">m × m finite values; left unchanged.</param>
    /// <param name="size">m.</param>
    public static SymmetricEigen Of(ReadOnlySpan<double> matrix, int size)
    {
        var tridiagonal = new Tridiagonal(matrix.ToArray(), size);
        var vectors = tridiagonal.TransposedBasis();
        var values = tridiagonal.Diagonal;
        Diagonalise(values, tridiagonal.OffDiagonal, vectors);
        return Sorted(values, vectors);
    }

    /// <summary>
    /// Turns a tridiagonal matrix into its eigenvalues by QL steps with Wilkinson's shift, and rotates the rows of the basis along.
    /// </summary>
    /// <param name="diagonal">m values; receives the eigenvalues, unsorted.</param>
    /// <param name="offDiagonal">m values: the i-th couples rows i and i + 1, the last is unused; destroyed.</param>
    /// <param name="basis">Rows of m values, one for each value of the diagonal; receives the eigenvectors.</param>
    private static void Diagonalise(double[] diagonal, double[] offDiagonal, double[] basis)
    {
        var m = diagonal.Length;
        for (var l = 0; l < m; l++)
        {
            var end = Split(diagonal, offDiagonal, l);
            for (var step = 0; step < MaxSteps && end > l; step++)
            {
                Step(diagonal, offDiagonal, basis, l, end);
                end = Split(diagonal, offDiagonal, l);
            }
        }
    }

    private static int Split(double[] d, double[] e, int l)
    {
        var end = l;
        while (end < d.Length - 1)
        {
            var scale = Math.Abs(d[end]) + Math.Abs(d[end + 1]);
            if (Math.Abs(e[end]) <= double.BitIncrement(1) * scale - scale)
                break;
            end++;
        }
        return end;
    }

    private static void Step(double[] d, double[] e, double[] basis, int l, int end)
    {
        var m = d.Length;
        var half = (d[l + 1] - d[l]) / (2 * e[l]);
        var shifted = d[end] - d[l] + (e[l] / (half + Math.CopySign(Hypotenuse(half, 1), half)));
        var (sine, cosine, carry) = (1.0, 1.0, 0.0);
        for (var i = end - 1; i >= l; i--)
        {
            var (f, b) = (sine * e[i], cosine * e[i]);
            var radius = Hypotenuse(f, shifted);
            e[i + 1] = radius;
            if (radius == 0)
            {
                d[i + 1] -= carry;
                e[end] = 0;
                return;
            }
            (sine, cosine) = (f / radius, shifted / radius);
            var g = d[i + 1] - carry;
            var r = ((d[i] - g) * sine) + (2 * cosine * b);
            carry = sine * r;
            d[i + 1] = g + carry;
            shifted = (cosine * r) - b;
            Rotate(basis.AsSpan(i * m, m), basis.AsSpan((i + 1) * m, m), cosine, sine);
        }
        d[l] -= carry;
        e[l] = shifted;
        e[end] = 0;
    }

    private static double Hypotenuse(double a, double b) => double.Hypot(a, b);

    private static void Rotate(Span<double> lower, Span<double> upper, double cosine, double sine)
    {
        var width = System.Numerics.Vector<double>.Count;
        var (c, s) = (new System.Numerics.Vector<double>(cosine), new System.Numerics.Vector<double>(sine));
        var k = 0;
        for (; k <= lower.Length - width; k += width)
        {
            var a = new System.Numerics.Vector<double>(lower[k..]);
            var b = new System.Numerics.Vector<double>(upper[k..]);
            ((s * a) + (c * b)).CopyTo(upper[k..]);
            ((c * a) - (s * b)).CopyTo(lower[k..]);
        }
        for (; k < lower.Length; k++)
            (lower[k], upper[k]) = ((cosine * lower[k]) - (sine * upper[k]), (sine * lower[k]) + (cosine * upper[k]));
    }

    private static SymmetricEigen Sorted(double[] values, double[] vectors)
    {
        var m = values.Length;
        var order = Enumerable.Range(0, m).OrderByDescending(i => values[i]).ToArray();
        var sorted = new double[vectors.Length];
        for (var i = 0; i < m; i++)
            vectors.AsSpan(order[i] * m, m).CopyTo(sorted.AsSpan(i * m, m));
        return new SymmetricEigen([.. order.Select(i => values[i])], sorted);
    }

    /// <summary>The tridiagonal form T of a symmetric matrix, A = QTQ'.</summary>
    private sealed class Tridiagonal
    {
        private readonly int _size;
        private readonly double[] _matrix;
        private readonly double[] _scales;

        // Works in the given matrix: row k keeps the k-th Householder vector in its columns above k.
        public Tridiagonal(double[] matrix, int size)
        {
            (_size, _matrix) = (size, matrix);
            _scales = new double[size];
            Diagonal = new double[size];
            OffDiagonal = new double[size];
            var product = new double[size];
            for (var k = 0; k < size; k++)
            {
                Diagonal[k] = Row(k, k)[0];
                if (k < size - 1)
                    OffDiagonal[k] = k < size - 2 ? Eliminate(k, product) : Row(k, k + 1)[0];
            }
        }

        public double[] Diagonal { get; }

        public double[] OffDiagonal { get; }

        /// <summary>Q', row after row.</summary>
        public double[] TransposedBasis()
        {
            var basis = new double[_size * _size];
            for (var i = 0; i < _size; i++)
                basis[(i * _size) + i] = 1;
            for (var k = _size - 3; k >= 0; k--)
            {
                var reflection = Row(k, k + 1);
                for (var i = k + 1; _scales[k] != 0 && i < _size; i++)
                {
                    var row = basis.AsSpan((i * _size) + k + 1, _size - k - 1);
                    var factor = -_scales[k] * TensorPrimitives.Dot<double>(row, reflection);
                    TensorPrimitives.MultiplyAdd(reflection, factor, row, row);
                }
            }
            return basis;
        }

        private Span<double> Row(int row, int column) => _matrix.AsSpan((row * _size) + column, _size - column);

        private double Eliminate(int k, double[] buffer)
        {
            var v = Row(k, k + 1);
            var largest = TensorPrimitives.MaxMagnitude<double>(v[1..]);
            if (largest == 0)
                return v[0];
            var scale = Math.Max(Math.Abs(largest), Math.Abs(v[0]));
            TensorPrimitives.Divide(v, scale, v);
            var norm = Math.CopySign(TensorPrimitives.Norm<double>(v), -v[0]);
            v[0] -= norm;
            var beta = 2 / TensorPrimitives.Dot<double>(v, v);
            _scales[k] = beta;

            var product = buffer.AsSpan(0, v.Length);
            for (var i = 0; i < v.Length; i++)
                product[i] = beta * TensorPrimitives.Dot<double>(Row(k + 1 + i, k + 1), v);
            TensorPrimitives.MultiplyAdd(v, -0.5 * beta * TensorPrimitives.Dot<double>(product, v), product, product);
            for (var i = 0; i < v.Length; i++)
            {
                var row = Row(k + 1 + i, k + 1);
                TensorPrimitives.MultiplyAdd(product, -v[i], row, row);
                TensorPrimitives.MultiplyAdd(v, -product[i], row, row);
            }
            return norm * scale;
        }
    }
}
