using System.Numerics.Tensors;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.LinearModels;

/// <summary>The design on one set of observed samples: an orthonormal basis of what it can fit, and the way back to coefficients.</summary>
internal sealed class ModelSpace
{
    private readonly double[] _basis;
    private readonly double[,] _inverseR;
    private readonly int[] _order;
    private readonly int _coefficients;

    /// <param name="columns">p columns over all samples of the matrix.</param>
    /// <param name="samples">The n observed samples.</param>
    /// <param name="transform">What makes their observations independent and equally precise.</param>
    public ModelSpace(double[][] columns, int[] samples, RowTransform transform)
    {
        (Samples, Transform, _coefficients) = (samples, transform, columns.Length);
        var sums = new double[transform.BufferLength];
        var observed = Array.ConvertAll(columns, c => Observed(c, sums));
        var qr = new QrDecomposition(observed, samples.Length);
        (Rank, _order) = (qr.Rank, qr.Order);
        ResidualDf = samples.Length - transform.Removed - Rank;
        _basis = [.. qr.ThinQ().SelectMany(q => q)];
        _inverseR = qr.InverseR();
        Covariance = new UnscaledCovariance(CovarianceOf(null), _coefficients, NullSpace(qr));
    }

    /// <summary>The n observed samples.</summary>
    public int[] Samples { get; }

    public RowTransform Transform { get; }

    /// <summary>Number of independent columns k.</summary>
    public int Rank { get; }

    /// <summary>Columns that can be estimated if those before them are, in their order.</summary>
    public int[] Independent => _order[..Rank];

    public int ResidualDf { get; }

    public UnscaledCovariance Covariance { get; }

    /// <summary>A vector of the orthonormal basis, n long.</summary>
    public ReadOnlySpan<double> Basis(int k) => _basis.AsSpan(k * Samples.Length, Samples.Length);

    /// <summary>Fits transformed observations: coordinates in the basis; leaves the residuals in their place.</summary>
    public void Project(Span<double> y, Span<double> coordinates)
    {
        for (var k = 0; k < Rank; k++)
        {
            coordinates[k] = TensorPrimitives.Dot(Basis(k), y);
            TensorPrimitives.MultiplyAdd(Basis(k), -coordinates[k], y, y);
        }
    }

    /// <summary>Coefficients from coordinates; 0 for those that depend on others.</summary>
    public void ToCoefficients(ReadOnlySpan<double> coordinates, Span<double> coefficients)
    {
        coefficients[.._coefficients].Clear();
        for (var i = 0; i < Rank; i++)
        {
            var sum = 0.0;
            for (var k = i; k < Rank; k++)
                sum += _inverseR[i, k] * coordinates[k];
            coefficients[_order[i]] = sum;
        }
    }

    /// <summary>Coefficients whose fitted values are 1 for every sample; null if the design has no such combination.</summary>
    public double[]? ConstantCoefficients()
    {
        var ones = new double[Samples.Length];
        Array.Fill(ones, 1.0);
        var (coordinates, coefficients) = (new double[Rank], new double[_coefficients]);
        Project(ones, coordinates);
        if (TensorPrimitives.SumOfSquares<double>(ones) > 1e-20 * ones.Length)
            return null;
        ToCoefficients(coordinates, coefficients);
        return coefficients;
    }

    /// <summary>R⁻¹ G⁻¹ R⁻ᵀ as p × p values: the covariance of the coefficients when that of the coordinates is G⁻¹.</summary>
    /// <param name="inverse">G⁻¹, k × k; null for the identity.</param>
    public double[] CovarianceOf(double[,]? inverse)
    {
        var half = inverse is null ? _inverseR : Product(inverse);
        var values = new double[_coefficients * _coefficients];
        for (var i = 0; i < Rank; i++)
        for (var j = 0; j < Rank; j++)
        {
            var sum = 0.0;
            for (var k = i; k < Rank; k++)
                sum += _inverseR[i, k] * half[j, k];
            values[_order[i] * _coefficients + _order[j]] = sum;
        }
        return values;
    }

    private double[,] Product(double[,] inverse)
    {
        var product = new double[Rank, Rank];
        for (var j = 0; j < Rank; j++)
        for (var k = 0; k < Rank; k++)
        {
            for (var l = j; l < Rank; l++)
                product[j, k] += _inverseR[j, l] * inverse[l, k];
        }
        return product;
    }

    private double[] Observed(double[] column, double[] sums)
    {
        var observed = Array.ConvertAll(Samples, s => column[s]);
        Transform.Apply(observed, sums);
        return observed;
    }

    // An aliased column is a combination A of the independent ones, so the coefficients can move along (-A, 1).
    private double[][] NullSpace(QrDecomposition qr)
    {
        var directions = new double[_coefficients - Rank][];
        for (var d = 0; d < directions.Length; d++)
        {
            var (effects, combination) = (new double[Rank], new double[Rank]);
            for (var i = 0; i < Rank; i++)
                effects[i] = qr.R(i, Rank + d);
            qr.SolveUpper(effects, combination);
            var direction = directions[d] = new double[_coefficients];
            direction[_order[Rank + d]] = 1;
            for (var i = 0; i < Rank; i++)
                direction[_order[i]] = Math.Abs(combination[i]) < 1e-9 ? 0 : -combination[i];
        }
        return directions;
    }
}
