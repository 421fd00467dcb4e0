namespace Refractor.Statistics.LinearModels;

/// <summary>
/// Covariance of the estimated coefficients over the residual variance, (X'X)⁻¹, for the features of one pattern of observations; and
/// which combinations of coefficients that pattern can estimate.
/// </summary>
internal sealed class UnscaledCovariance
{
    // A contrast counts as estimable when it is orthogonal to the null space of the design up to this fraction of its size.
    private const double Tolerance = 1e-8;

    private readonly double[] _values;
    private readonly double[][] _null;
    private readonly int _size;

    /// <param name="values">p × p values.</param>
    /// <param name="size">p.</param>
    /// <param name="nullSpace">Vectors along which coefficients can move without any change of the fitted values.</param>
    public UnscaledCovariance(double[] values, int size, double[][] nullSpace)
    {
        (_values, _size, _null) = (values, size, nullSpace);
    }

    /// <summary>Whether the observations determine the contrast.</summary>
    public bool CanEstimate(ReadOnlySpan<double> contrast)
    {
        foreach (var direction in _null)
        {
            var (sum, size) = (0.0, 0.0);
            for (var i = 0; i < _size; i++)
            {
                sum += direction[i] * contrast[i];
                size += Math.Abs(direction[i] * contrast[i]);
            }
            if (Math.Abs(sum) > Tolerance * size)
                return false;
        }
        return true;
    }

    /// <summary>a'(X'X)⁻¹b.</summary>
    public double Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < _size; i++)
        {
            if (a[i] == 0)
                continue;
            for (var j = 0; j < _size; j++)
                sum += a[i] * _values[i * _size + j] * b[j];
        }
        return sum;
    }
}
