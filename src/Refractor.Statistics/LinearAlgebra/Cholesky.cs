namespace Refractor.Statistics.LinearAlgebra;

/// <summary>Cholesky factor L of a symmetric positive definite p × p matrix A = LL'.</summary>
internal sealed class Cholesky
{
    private readonly double[,] _l;

    private Cholesky(double[,] l) => _l = l;

    /// <summary>Sum of the logarithms of the squared diagonal of L, which is log det A.</summary>
    public double LogDeterminant
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < _l.GetLength(0); i++)
                sum += 2 * Math.Log(_l[i, i]);
            return sum;
        }
    }

    /// <summary>Decomposes A, of which the lower triangle is read; null if it is not positive definite.</summary>
    /// <param name="a">p × p.</param>
    /// <param name="tolerance">A pivot below this fraction of its diagonal counts as zero.</param>
    public static Cholesky? Of(double[,] a, double tolerance = 1e-13)
    {
        var p = a.GetLength(0);
        var l = new double[p, p];
        for (var j = 0; j < p; j++)
        {
            var pivot = a[j, j];
            for (var k = 0; k < j; k++)
                pivot -= l[j, k] * l[j, k];
            if (!(pivot > tolerance * Math.Abs(a[j, j])))
                return null;
            l[j, j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < p; i++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++)
                    sum -= l[i, k] * l[j, k];
                l[i, j] = sum / l[j, j];
            }
        }
        return new Cholesky(l);
    }

    /// <summary>Replaces b by A⁻¹b.</summary>
    public void Solve(Span<double> b)
    {
        SolveLower(b);
        var p = _l.GetLength(0);
        for (var i = p - 1; i >= 0; i--)
        {
            var sum = b[i];
            for (var k = i + 1; k < p; k++)
                sum -= _l[k, i] * b[k];
            b[i] = sum / _l[i, i];
        }
    }

    /// <summary>Replaces b by L⁻¹b.</summary>
    public void SolveLower(Span<double> b)
    {
        for (var i = 0; i < b.Length; i++)
        {
            var sum = b[i];
            for (var k = 0; k < i; k++)
                sum -= _l[i, k] * b[k];
            b[i] = sum / _l[i, i];
        }
    }

    /// <summary>A⁻¹.</summary>
    public double[,] Inverse()
    {
        var p = _l.GetLength(0);
        var inverse = new double[p, p];
        var column = new double[p];
        for (var j = 0; j < p; j++)
        {
            Array.Clear(column);
            column[j] = 1;
            Solve(column);
            for (var i = 0; i < p; i++)
                inverse[i, j] = column[i];
        }
        return inverse;
    }
}
