using System.Numerics.Tensors;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.LinearModels;

/// <summary>
/// Fits one feature after the other. Features whose observations are all there share one decomposition of the design; missing and
/// weighted observations are solved in the basis of that decomposition; whatever that basis cannot answer is decomposed anew.
/// </summary>
internal sealed class FeatureFitter
{
    // A pivot below this fraction of its diagonal: the observations left may not determine all coefficients, so look closely.
    private const double PivotTolerance = 1e-4;

    private readonly FeatureMatrix _values;
    private readonly ModelPlan _plan;
    private readonly FitColumns _columns;
    private readonly double[] _all;
    private readonly double[] _allWeights;
    private readonly double[] _y;
    private readonly double[] _w;
    private readonly double[] _weighted;
    private readonly double[] _sums;
    private readonly double[] _coordinates;
    private readonly double[] _coefficients;

    public FeatureFitter(FeatureMatrix values, ModelPlan plan, FitColumns columns)
    {
        (_values, _plan, _columns) = (values, plan, columns);
        _all = new double[values.Samples];
        _allWeights = plan.Weights is null ? [] : new double[values.Samples];
        var n = plan.Common.Samples.Length;
        (_y, _w, _weighted) = (new double[n], new double[n], new double[n]);
        _sums = new double[Math.Max(plan.Common.Transform.BufferLength, n)];
        _coordinates = new double[plan.Common.Rank];
        _coefficients = new double[plan.Columns.Length];
    }

    public void Fit(int feature)
    {
        _values.CopyFeature(feature, _all);
        var samples = _plan.Common.Samples;
        for (var i = 0; i < samples.Length; i++)
            _y[i] = _all[samples[i]];
        var observed = CountObserved(out var mean);
        _columns.Mean[feature] = mean;
        if (_plan.Weights is null && observed == _y.Length)
            FitAll(feature);
        else if (!_plan.Common.Transform.OnlyWeighs || !TryFitWeighted(feature))
            FitAnew(feature);
    }

    private int CountObserved(out double mean)
    {
        var (count, sum) = (0, 0.0);
        foreach (var y in _y)
        {
            if (double.IsNaN(y))
                continue;
            count++;
            sum += y;
        }
        mean = sum / count;
        return count;
    }

    private void FitAll(int feature)
    {
        var space = _plan.Common;
        space.Transform.Apply(_y, _sums);
        space.Project(_y, _coordinates);
        space.ToCoefficients(_coordinates, _coefficients);
        var squares = TensorPrimitives.SumOfSquares<double>(_y);
        _columns.Set(feature, _coefficients, squares, _y.Length, space.ResidualDf);
    }

    // With Q the basis of all samples and W the weights (0 for missing): G = Q'WQ, coordinates G⁻¹Q'Wy, covariance G⁻¹.
    private bool TryFitWeighted(int feature)
    {
        var space = _plan.Common;
        var n = ReadWeights(feature);
        if (n <= space.Rank)
            return false;
        space.Transform.Apply(_y, _sums);
        var gram = new double[space.Rank, space.Rank];
        for (var a = 0; a < space.Rank; a++)
        {
            TensorPrimitives.Multiply(space.Basis(a), _w, _weighted);
            _coordinates[a] = TensorPrimitives.Dot<double>(_weighted, _y);
            for (var b = 0; b <= a; b++)
                gram[a, b] = TensorPrimitives.Dot(_weighted, space.Basis(b));
        }
        if (Cholesky.Of(gram, PivotTolerance) is not { } cholesky)
            return false;
        cholesky.Solve(_coordinates);
        for (var k = 0; k < space.Rank; k++)
            TensorPrimitives.MultiplyAdd(space.Basis(k), -_coordinates[k], _y, _y);
        TensorPrimitives.Multiply(_y, _y, _weighted);
        space.ToCoefficients(_coordinates, _coefficients);
        _columns.Set(feature, _coefficients, TensorPrimitives.Dot<double>(_weighted, _w), n, n - space.Rank);
        var covariance = space.CovarianceOf(cholesky.Inverse());
        _columns.Own[feature] = new UnscaledCovariance(covariance, _coefficients.Length, []);
        return true;
    }

    // Weights of the observations, 0 for those that are missing, which then count as 0; returns how many are left.
    private int ReadWeights(int feature)
    {
        var samples = _plan.Common.Samples;
        _plan.Weights?.CopyFeature(feature, _allWeights);
        var n = 0;
        for (var i = 0; i < _y.Length; i++)
        {
            var weight = _plan.Weights is null ? 1 : _allWeights[samples[i]];
            if (weight > 0 && !double.IsNaN(_y[i]))
            {
                _w[i] = weight;
                n++;
                continue;
            }
            (_w[i], _y[i]) = (0, 0);
        }
        return n;
    }

    private void FitAnew(int feature)
    {
        _plan.Weights?.CopyFeature(feature, _allWeights);
        int[] samples =
        [
            .. _plan.Common.Samples.Where(s => !double.IsNaN(_all[s]) && (_plan.Weights is null || _allWeights[s] > 0)),
        ];
        var space = _plan.SpaceOf(samples, _allWeights);
        var y = Array.ConvertAll(samples, s => _all[s]);
        space.Transform.Apply(y, _sums);
        space.Project(y, _coordinates);
        space.ToCoefficients(_coordinates, _coefficients);
        var squares = TensorPrimitives.SumOfSquares<double>(y);
        _columns.Set(feature, _coefficients, squares, samples.Length, Math.Max(0, space.ResidualDf));
        _columns.Own[feature] = space.Covariance;
    }
}
