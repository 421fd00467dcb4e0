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

    private readonly StandardizedFeatures _features;
    private readonly PathModel _model;
    private readonly ElasticNetOptions _options;
    private readonly PathState _state;
    private readonly PenaltySolver _solver;
    private readonly bool[] _isCandidate;
    private readonly int[] _all;

    public PathFitter(StandardizedFeatures features, PathModel model, ElasticNetOptions options)
    {
        (_features, _model, _options) = (features, model, options);
        _state = new PathState(features.Columns.Length, features.Rows.Length, model.NullPredictor);
        _solver = new PenaltySolver(features, model, _state);
        _isCandidate = new bool[features.Columns.Length];
        _all = [.. Enumerable.Range(0, features.Columns.Length)];
    }

    public ElasticNetPath Run()
    {
        var path = new ElasticNetPath.Steps();
        _model.Approximate(_state.Predictor, _state.Slopes, _state.Weights);
        double[] gradient = [.. _features.Columns.Select(c => TensorPrimitives.Dot<double>(c, _state.Slopes))];
        var largest = gradient.Max(Math.Abs) / Math.Max(_options.Alpha, SmallestAlpha);
        var smallest = _options.SmallestFraction ?? (_features.Rows.Length < _features.Columns.Length ? 0.01 : 0.0001);
        var (previous, ratio) = (largest, 0.0);
        for (var step = 0; step < _options.Steps; step++)
        {
            var lambda = step == 0 ? largest : largest * Math.Pow(smallest, step * _model.StepPower(_options.Steps));
            Fit(step == 0 ? Infinite : lambda, previous, gradient);
            previous = lambda;
            var before = ratio;
            ratio = 1 - _model.Deviance(_state.Predictor) / _model.NullDeviance;
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
    /// <param name="gradient">Slopes of all features at the step before; replaced by the new ones.</param>
    private void Fit(double lambda, double previous, double[] gradient)
    {
        var penalty = (lambda * _options.Alpha, lambda * (1 - _options.Alpha) / _model.SquarePenaltyScale);
        for (var j = 0; j < _isCandidate.Length; j++)
            _isCandidate[j] |= _features.Deviations[j] > 0 && Math.Abs(gradient[j]) > penalty.Item1;
        // The rule of Tibshirani et al. (J R Stat Soc B 2012) says which slopes can hardly have grown enough; they are looked at last.
        var limit = _options.Alpha * (2 * lambda - previous);
        int[] likely = [.. Enumerable.Range(0, gradient.Length).Where(j => Math.Abs(gradient[j]) >= limit)];
        while (true)
        {
            _solver.Solve([.. Enumerable.Range(0, _isCandidate.Length).Where(j => _isCandidate[j])], penalty);
            if (AddViolators(likely, gradient, penalty.Item1))
                continue;
            if (!AddViolators(_all, gradient, penalty.Item1))
                return;
        }
    }

    /// <summary>Updates slopes, and makes candidates of the features whose slope exceeds the penalty; whether there were any.</summary>
    private bool AddViolators(int[] features, double[] gradient, double penalty)
    {
        var added = false;
        foreach (var j in features)
        {
            gradient[j] = TensorPrimitives.Dot<double>(_features.Columns[j], _state.Slopes);
            if (_isCandidate[j] || _features.Deviations[j] == 0 || Math.Abs(gradient[j]) <= penalty)
                continue;
            added = _isCandidate[j] = true;
        }
        return added;
    }

    private (double Intercept, double[] Coefficients) OnOriginalScale()
    {
        var coefficients = new double[_state.Coefficients.Length];
        var intercept = _state.Intercept;
        for (var j = 0; j < coefficients.Length; j++)
        {
            if (_state.Coefficients[j] == 0)
                continue;
            coefficients[j] = _state.Coefficients[j] / _features.Deviations[j];
            intercept -= coefficients[j] * _features.Means[j];
        }
        return (_model.HasIntercept ? intercept : 0, coefficients);
    }
}
