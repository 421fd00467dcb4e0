using System.Numerics.Tensors;

namespace Refractor.Statistics.ElasticNet;

/// <summary>
/// Minimises a penalised quadratic one coefficient after another (Friedman, Hastie and Tibshirani, J Stat Softw 2010), until none moves.
/// </summary>
internal sealed class CoordinateDescent
{
    private const int MaximalPasses = 1_000_000;

    private readonly double[][] _columns;
    private readonly double[] _weighted;
    private readonly double[] _curvatures;

    public CoordinateDescent(double[][] columns, int samples)
    {
        _columns = columns;
        _weighted = new double[samples];
        _curvatures = new double[columns.Length];
    }

    /// <summary>Moves the coefficients, and the slopes with them; the predictors are left behind.</summary>
    /// <param name="state">Coefficients, with slopes and weights of the approximation.</param>
    /// <param name="hasIntercept">Whether the intercept moves as well.</param>
    /// <param name="candidates">Features that may move.</param>
    /// <param name="penalty">Of absolute values and of squares.</param>
    /// <param name="tolerance">The squared move, times curvature, below which a coefficient counts as settled.</param>
    public void Minimise(
        PathState state,
        bool hasIntercept,
        int[] candidates,
        (double Absolute, double Square) penalty,
        double tolerance
    )
    {
        foreach (var j in candidates)
        {
            TensorPrimitives.Multiply(_columns[j], state.Weights, _weighted);
            _curvatures[j] = TensorPrimitives.Dot<double>(_columns[j], _weighted);
        }
        for (var pass = 0; pass < MaximalPasses; pass++)
        {
            if (Pass(state, hasIntercept, candidates, penalty) < tolerance)
                return;
            // Most coefficients stay 0: the others are settled among themselves before all are looked at again.
            int[] active = [.. candidates.Where(j => state.Coefficients[j] != 0)];
            for (; pass < MaximalPasses; pass++)
            {
                if (Pass(state, hasIntercept, active, penalty) < tolerance)
                    break;
            }
        }
    }

    private double Pass(PathState state, bool hasIntercept, int[] moving, (double Absolute, double Square) penalty)
    {
        var largest = 0.0;
        foreach (var j in moving)
        {
            var (curvature, old) = (_curvatures[j], state.Coefficients[j]);
            if (!(curvature > 0))
                continue;
            var slope = TensorPrimitives.Dot<double>(_columns[j], state.Slopes) + curvature * old;
            var shrunk = Math.Max(0, Math.Abs(slope) - penalty.Absolute);
            var move = (shrunk == 0 ? 0 : Math.CopySign(shrunk, slope) / (curvature + penalty.Square)) - old;
            if (move == 0)
                continue;
            state.Coefficients[j] = old + move;
            TensorPrimitives.Multiply(_columns[j], state.Weights, _weighted);
            TensorPrimitives.MultiplyAdd(_weighted, -move, state.Slopes, state.Slopes);
            largest = Math.Max(largest, curvature * move * move);
        }
        if (!hasIntercept)
            return largest;
        var weights = TensorPrimitives.Sum<double>(state.Weights);
        var shift = TensorPrimitives.Sum<double>(state.Slopes) / weights;
        state.Intercept += shift;
        TensorPrimitives.MultiplyAdd(state.Weights, -shift, state.Slopes, state.Slopes);
        return Math.Max(largest, weights * shift * shift);
    }
}
