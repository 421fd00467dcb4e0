namespace Refractor.Statistics.LinearAlgebra;

/// <summary>
/// Householder QR of an n × p design, with columns that are linear combinations of earlier ones moved to the end, by the rule of
/// LINPACK's modified dqrdc2 that R's <c>lm</c>, <c>glm</c> and limma use: a column counts as aliased when less than a tolerance of its
/// length is left after the columns before it.
/// </summary>
internal sealed class QrDecomposition
{
    private const double AliasTolerance = 1e-7;

    // Column after column; below the diagonal the Householder vectors, scaled so that v[k] = 1 is not needed: v is stored in full.
    private readonly double[][] _columns;
    private readonly double[] _diagonal;
    private readonly double[] _scales;

    /// <summary>Decomposes a design.</summary>
    /// <param name="columns">p columns of n values each; copied.</param>
    /// <param name="rows">n.</param>
    public QrDecomposition(IReadOnlyList<double[]> columns, int rows)
    {
        Rows = rows;
        _columns = [.. columns.Select(c => (double[])c.Clone())];
        Order = [.. Enumerable.Range(0, columns.Count)];
        _diagonal = new double[columns.Count];
        _scales = new double[columns.Count];
        Rank = Decompose();
    }

    /// <summary>n.</summary>
    public int Rows { get; }

    /// <summary>Number of columns that are no linear combination of earlier ones.</summary>
    public int Rank { get; }

    /// <summary>The original index of each column of the decomposition; the first <see cref="Rank"/> are independent.</summary>
    public int[] Order { get; }

    /// <summary>R[i, j] for i ≤ j, both below the rank.</summary>
    public double R(int i, int j) => i == j ? _diagonal[i] : _columns[j][i];

    /// <summary>Replaces y by Q'y: the first <see cref="Rank"/> values are the effects, the others the residual contrasts.</summary>
    public void MultiplyTransposed(Span<double> y)
    {
        for (var k = 0; k < Rank; k++)
            Reflect(k, y);
    }

    /// <summary>Replaces y by Qy.</summary>
    public void Multiply(Span<double> y)
    {
        for (var k = Rank - 1; k >= 0; k--)
            Reflect(k, y);
    }

    /// <summary>The first <see cref="Rank"/> columns of Q, each n long.</summary>
    public double[][] ThinQ() =>
        [
            .. Enumerable
                .Range(0, Rank)
                .Select(k =>
                {
                    var column = new double[Rows];
                    column[k] = 1;
                    Multiply(column);
                    return column;
                }),
        ];

    /// <summary>Solves R b = z for the independent columns, in the order of the decomposition.</summary>
    public void SolveUpper(ReadOnlySpan<double> z, Span<double> b)
    {
        for (var i = Rank - 1; i >= 0; i--)
        {
            var sum = z[i];
            for (var j = i + 1; j < Rank; j++)
                sum -= R(i, j) * b[j];
            b[i] = sum / _diagonal[i];
        }
    }

    /// <summary>(X'X)⁻¹ of the independent columns, in the order of the decomposition: rank × rank.</summary>
    public double[,] InverseCrossProduct()
    {
        var inverse = InverseR();
        var product = new double[Rank, Rank];
        for (var i = 0; i < Rank; i++)
        for (var j = i; j < Rank; j++)
        {
            var sum = 0.0;
            for (var k = j; k < Rank; k++)
                sum += inverse[i, k] * inverse[j, k];
            product[i, j] = product[j, i] = sum;
        }
        return product;
    }

    /// <summary>R⁻¹ of the independent columns: rank × rank, upper triangular.</summary>
    public double[,] InverseR()
    {
        var inverse = new double[Rank, Rank];
        var (unit, solved) = (new double[Rank], new double[Rank]);
        for (var j = 0; j < Rank; j++)
        {
            Array.Clear(unit);
            unit[j] = 1;
            SolveUpper(unit, solved);
            for (var i = 0; i <= j; i++)
                inverse[i, j] = solved[i];
        }
        return inverse;
    }

    private int Decompose()
    {
        var p = _columns.Length;
        var full = Array.ConvertAll(_columns, c => Norm(c, 0));
        var rank = 0;
        var last = p;
        while (rank < last && rank < Rows)
        {
            if (Norm(_columns[rank], rank) < full[rank] * AliasTolerance || full[rank] == 0)
            {
                MoveToEnd(rank, full);
                last--;
                continue;
            }
            MakeReflection(rank);
            for (var j = rank + 1; j < p; j++)
                Reflect(rank, _columns[j]);
            rank++;
        }
        return rank;
    }

    private void MoveToEnd(int k, double[] full)
    {
        var (column, index, length) = (_columns[k], Order[k], full[k]);
        for (var j = k; j < _columns.Length - 1; j++)
            (_columns[j], Order[j], full[j]) = (_columns[j + 1], Order[j + 1], full[j + 1]);
        (_columns[^1], Order[^1], full[^1]) = (column, index, length);
    }

    private void MakeReflection(int k)
    {
        var x = _columns[k];
        var norm = Norm(x, k);
        if (x[k] > 0)
            norm = -norm;
        _diagonal[k] = norm;
        x[k] -= norm;
        var square = 0.0;
        for (var i = k; i < Rows; i++)
            square += x[i] * x[i];
        _scales[k] = square == 0 ? 0 : 2 / square;
    }

    private void Reflect(int k, Span<double> y)
    {
        var v = _columns[k];
        var dot = 0.0;
        for (var i = k; i < Rows; i++)
            dot += v[i] * y[i];
        dot *= _scales[k];
        for (var i = k; i < Rows; i++)
            y[i] -= dot * v[i];
    }

    private static double Norm(double[] x, int from)
    {
        var scale = 0.0;
        for (var i = from; i < x.Length; i++)
            scale = Math.Max(scale, Math.Abs(x[i]));
        if (scale == 0)
            return 0;
        var sum = 0.0;
        for (var i = from; i < x.Length; i++)
            sum += x[i] / scale * (x[i] / scale);
        return scale * Math.Sqrt(sum);
    }
}
