using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.MetaAnalysis;

/// <summary>
/// Weighted least squares of k effects on p independent columns for weights that change: the residual projection
/// P = W − WX(X'WX)⁻¹X'W through its traces and quadratic forms, without the k × k matrix.
/// </summary>
internal sealed class WeightedProjection
{
    private readonly double[][] _columns;
    private readonly double[] _effects;
    private readonly double[] _weights;
    private readonly double[] _scaled;

    public WeightedProjection(double[][] columns, double[] effects)
    {
        (_columns, _effects) = (columns, effects);
        _weights = new double[effects.Length];
        _scaled = new double[effects.Length];
        Residuals = new double[effects.Length];
        Coefficients = new double[columns.Length];
        Covariance = new double[columns.Length, columns.Length];
    }

    /// <summary>k.</summary>
    public int Studies => _effects.Length;

    /// <summary>k − p.</summary>
    public int DegreesOfFreedom => _effects.Length - _columns.Length;

    /// <summary>p coefficients for the weights last set.</summary>
    public double[] Coefficients { get; }

    /// <summary>(X'WX)⁻¹.</summary>
    public double[,] Covariance { get; private set; }

    /// <summary>y − Xb.</summary>
    public double[] Residuals { get; }

    /// <summary>log det(X'WX).</summary>
    public double LogDeterminant { get; private set; }

    /// <summary>Sum of the weights.</summary>
    public double WeightSum { get; private set; }

    /// <summary>Weighted residual sum of squares y'Py: Cochran's Q at these weights.</summary>
    public double ResidualSquares { get; private set; }

    /// <summary>Sets the weights 1 / (v + τ²).</summary>
    public void Weigh(ReadOnlySpan<double> variances, double tau2)
    {
        for (var i = 0; i < _weights.Length; i++)
            _weights[i] = 1 / (variances[i] + tau2);
        Fit();
    }

    /// <summary>Sets weights of any kind.</summary>
    public void Weigh(ReadOnlySpan<double> weights)
    {
        weights.CopyTo(_weights);
        Fit();
    }

    /// <summary>Mean squared difference of the effects from their unweighted mean.</summary>
    public double SpreadOfEffects()
    {
        var mean = _effects.Average();
        return _effects.Average(y => (y - mean) * (y - mean));
    }

    /// <summary>y'PPy.</summary>
    public double SquaredProjection()
    {
        var sum = 0.0;
        for (var i = 0; i < _weights.Length; i++)
            sum += _weights[i] * Residuals[i] * (_weights[i] * Residuals[i]);
        return sum;
    }

    /// <summary>y'PPPy.</summary>
    public double CubedProjection()
    {
        var sum = 0.0;
        for (var i = 0; i < _weights.Length; i++)
        {
            _scaled[i] = _weights[i] * Residuals[i];
            sum += _weights[i] * _scaled[i] * _scaled[i];
        }
        var crossed = new double[_columns.Length];
        for (var a = 0; a < crossed.Length; a++)
        for (var i = 0; i < _weights.Length; i++)
            crossed[a] += _columns[a][i] * _weights[i] * _scaled[i];
        for (var a = 0; a < crossed.Length; a++)
        for (var b = 0; b < crossed.Length; b++)
            sum -= crossed[a] * Covariance[a, b] * crossed[b];
        return sum;
    }

    /// <summary>tr(PD) for a diagonal D.</summary>
    public double Trace(ReadOnlySpan<double> d)
    {
        var sum = 0.0;
        var inner = new double[_weights.Length];
        for (var i = 0; i < inner.Length; i++)
        {
            sum += _weights[i] * d[i];
            inner[i] = _weights[i] * _weights[i] * d[i];
        }
        return sum - TraceOfProduct(Covariance, Crossed(inner));
    }

    /// <summary>tr(PDPE) for diagonals D and E.</summary>
    public double Trace(ReadOnlySpan<double> d, ReadOnlySpan<double> e)
    {
        var sum = 0.0;
        var (both, first, second) = (
            new double[_weights.Length],
            new double[_weights.Length],
            new double[_weights.Length]
        );
        for (var i = 0; i < both.Length; i++)
        {
            var squared = _weights[i] * _weights[i];
            sum += squared * d[i] * e[i];
            both[i] = squared * _weights[i] * d[i] * e[i];
            first[i] = squared * d[i];
            second[i] = squared * e[i];
        }
        var left = Product(Covariance, Crossed(first));
        var right = Product(Covariance, Crossed(second));
        return sum - 2 * TraceOfProduct(Covariance, Crossed(both)) + TraceOfProduct(left, right);
    }

    private void Fit()
    {
        WeightSum = 0;
        foreach (var weight in _weights)
            WeightSum += weight;
        var cholesky =
            Cholesky.Of(Crossed(_weights))
            ?? throw new InvalidOperationException("The columns were expected to be independent.");
        (Covariance, LogDeterminant) = (cholesky.Inverse(), cholesky.LogDeterminant);
        Array.Clear(Coefficients);
        _effects.CopyTo(Residuals, 0);
        // Solving once more for the residuals removes what the first solution lost to rounding.
        Improve(cholesky);
        Improve(cholesky);
        ResidualSquares = 0;
        for (var i = 0; i < _weights.Length; i++)
            ResidualSquares += _weights[i] * Residuals[i] * Residuals[i];
    }

    private void Improve(Cholesky cholesky)
    {
        Span<double> step = stackalloc double[_columns.Length];
        for (var a = 0; a < step.Length; a++)
        for (var i = 0; i < _weights.Length; i++)
            step[a] += _columns[a][i] * _weights[i] * Residuals[i];
        cholesky.Solve(step);
        for (var a = 0; a < step.Length; a++)
            Coefficients[a] += step[a];
        for (var i = 0; i < _weights.Length; i++)
        {
            var fitted = 0.0;
            for (var a = 0; a < step.Length; a++)
                fitted += _columns[a][i] * Coefficients[a];
            Residuals[i] = _effects[i] - fitted;
        }
    }

    private double[,] Crossed(double[] weights)
    {
        var crossed = new double[_columns.Length, _columns.Length];
        for (var a = 0; a < _columns.Length; a++)
        for (var b = 0; b <= a; b++)
        {
            var sum = 0.0;
            for (var i = 0; i < weights.Length; i++)
                sum += _columns[a][i] * weights[i] * _columns[b][i];
            crossed[a, b] = crossed[b, a] = sum;
        }
        return crossed;
    }

    private static double[,] Product(double[,] a, double[,] b)
    {
        var p = a.GetLength(0);
        var product = new double[p, p];
        for (var i = 0; i < p; i++)
        for (var j = 0; j < p; j++)
        for (var k = 0; k < p; k++)
            product[i, j] += a[i, k] * b[k, j];
        return product;
    }

    private static double TraceOfProduct(double[,] a, double[,] b)
    {
        var p = a.GetLength(0);
        var sum = 0.0;
        for (var i = 0; i < p; i++)
        for (var j = 0; j < p; j++)
            sum += a[i, j] * b[j, i];
        return sum;
    }
}
