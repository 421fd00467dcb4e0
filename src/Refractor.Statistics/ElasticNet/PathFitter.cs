using System.Numerics.Tensors;

namespace Refractor.Statistics.ElasticNet;

/// <summary>Follows the coefficients from the largest penalty to the smallest, each step starting from the last.</summary>
internal sealed class PathFitter
{
    // glmnet's default control values: the path ends where a step adds less than this fraction of the deviance explained, or where almost all
    // of it is explained; but not within the first steps.
    private const double SmallestGain = 1e-5;
    private const double LargestRatio = 0.999;
    private const int LeastSteps = 5;

    // For ridge regression no penalty makes all coefficients 0; the path starts from that of a small share of absolute values.
    private const double SmallestAlpha = 1e-3;

    // The penalty of the first step, at which all coefficients are 0 whatever the share.
    private const double Infinite = 9.9e35;

    private const double Converged = 1e-10;
    private const int MaximalApproximations = 500;
    private const int MaximalHalvings = 30;

    private readonly StandardizedFeatures _features;
    private readonly PathModel _model;
    private readonly ElasticNetOptions _options;
    private readonly CoordinateDescent _descent;
    private readonly double[] _coefficients;
    private readonly double[] _predictor;
    private readonly double[] _slopes;
    private readonly double[] _weights;
    private double _intercept;

    public PathFitter(StandardizedFeatures features, PathModel model, ElasticNetOptions options)
    {
        (_features, _model, _options) = (features, model, options);
        var m = features.Rows.Length;
        (_predictor, _slopes, _weights) = (new double[m], new double[m], new double[m]);
        _coefficients = new double[features.Columns.Length];
        _descent = new CoordinateDescent(features.Columns, m);
        _intercept = model.NullPredictor;
    }

    public ElasticNetPath Run()
    {
        var path = new ElasticNetPath.Steps();
        Array.Fill(_predictor, _intercept);
        _model.Approximate(_predictor, _slopes, _weights);
        var gradient = Gradient();
        var largest = gradient.Max(Math.Abs) / Math.Max(_options.Alpha, SmallestAlpha);
        var smallest = _options.SmallestFraction ?? (_features.Rows.Length < _features.Columns.Length ? 0.01 : 0.0001);
        var (previous, ratio) = (largest, 0.0);
        for (var step = 0; step < _options.Steps; step++)
        {
            var lambda = step == 0 ? largest : largest * Math.Pow(smallest, step * _model.StepPower(_options.Steps));
            gradient = Fit(step == 0 ? Infinite : lambda, previous, gradient);
            previous = lambda;
            var before = ratio;
            ratio = 1 - _model.Deviance(_predictor) / _model.NullDeviance;
            var (intercept, coefficients) = OnOriginalScale();
            path.Add(lambda, ratio, intercept, coefficients);
            if (step + 1 >= LeastSteps && (ratio - before < SmallestGain * ratio || ratio > LargestRatio))
                break;
        }
        return new ElasticNetPath(path, _model.NullDeviance, _features.Rows.Length);
    }

    /// <summary>Moves to the optimum of a penalty.</summary>
    /// <param name="lambda">The penalty.</param>
    /// <param name="previous">That of the step before.</param>
    /// <param name="gradient">Slopes of all features at the step before.</param>
    /// <returns>Slopes of all features.</returns>
    private double[] Fit(double lambda, double previous, double[] gradient)
    {
        var penalty = (lambda * _options.Alpha, lambda * (1 - _options.Alpha) / _model.SquarePenaltyScale);
        // The rule of Tibshirani et al. (J R Stat Soc B 2012) leaves out features whose slope cannot have grown enough; checked afterwards.
        var limit = _options.Alpha * (2 * lambda - previous);
        var isCandidate = new bool[_coefficients.Length];
        for (var j = 0; j < isCandidate.Length; j++)
            isCandidate[j] = _features.Deviations[j] > 0 && (_coefficients[j] != 0 || Math.Abs(gradient[j]) >= limit);
        while (true)
        {
            Converge([.. Enumerable.Range(0, isCandidate.Length).Where(j => isCandidate[j])], penalty);
            gradient = Gradient();
            var isComplete = true;
            for (var j = 0; j < isCandidate.Length; j++)
            {
                if (isCandidate[j] || _features.Deviations[j] == 0 || Math.Abs(gradient[j]) <= penalty.Item1)
                    continue;
                isCandidate[j] = true;
                isComplete = false;
            }
            if (isComplete)
                return gradient;
        }
    }

    private void Converge(int[] candidates, (double Absolute, double Square) penalty)
    {
        var value = Objective(penalty);
        for (var i = 0; i < MaximalApproximations; i++)
        {
            var (start, startIntercept) = ((double[])_coefficients.Clone(), _intercept);
            _model.Approximate(_predictor, _slopes, _weights);
            _descent.Minimise(
                _coefficients,
                ref _intercept,
                _model.HasIntercept,
                _slopes,
                _weights,
                candidates,
                penalty
            );
            var move = candidates.Select(j => Math.Abs(_coefficients[j] - start[j])).DefaultIfEmpty(0).Max();
            value = Accept(start, startIntercept, value, penalty);
            if (Math.Max(move, Math.Abs(_intercept - startIntercept)) < Converged)
                break;
        }
        _model.Approximate(_predictor, _slopes, _weights);
    }

    /// <summary>Goes back half the way as long as the approximation promised too much.</summary>
    private double Accept(
        double[] start,
        double startIntercept,
        double before,
        (double Absolute, double Square) penalty
    )
    {
        var value = UpdatedObjective(penalty);
        for (var halving = 0; value > before + 1e-12 * Math.Abs(before) && halving < MaximalHalvings; halving++)
        {
            for (var j = 0; j < start.Length; j++)
                _coefficients[j] = (_coefficients[j] + start[j]) / 2;
            _intercept = (_intercept + startIntercept) / 2;
            value = UpdatedObjective(penalty);
        }
        return value;
    }

    private double UpdatedObjective((double Absolute, double Square) penalty)
    {
        Array.Fill(_predictor, _intercept);
        for (var j = 0; j < _coefficients.Length; j++)
        {
            if (_coefficients[j] != 0)
                TensorPrimitives.MultiplyAdd(_features.Columns[j], _coefficients[j], _predictor, _predictor);
        }
        return Objective(penalty);
    }

    private double Objective((double Absolute, double Square) penalty) =>
        _model.Deviance(_predictor) / (2 * _predictor.Length)
        + penalty.Absolute * TensorPrimitives.SumOfMagnitudes<double>(_coefficients)
        + penalty.Square / 2 * TensorPrimitives.SumOfSquares<double>(_coefficients);

    private double[] Gradient()
    {
        var gradient = new double[_coefficients.Length];
        for (var j = 0; j < gradient.Length; j++)
            gradient[j] = TensorPrimitives.Dot<double>(_features.Columns[j], _slopes);
        return gradient;
    }

    private (double Intercept, double[] Coefficients) OnOriginalScale()
    {
        var coefficients = new double[_coefficients.Length];
        var intercept = _intercept;
        for (var j = 0; j < coefficients.Length; j++)
        {
            if (_coefficients[j] == 0)
                continue;
            coefficients[j] = _coefficients[j] / _features.Deviations[j];
            intercept -= coefficients[j] * _features.Means[j];
        }
        return (_model.HasIntercept ? intercept : 0, coefficients);
    }
}
