using System.Numerics.Tensors;

namespace Refractor.Statistics.ElasticNet;

/// <summary>
/// Minimises a penalised quadratic one coefficient after another (Friedman, Hastie and Tibshirani, J Stat Softw 2010), until none moves.
/// </summary>
internal sealed class CoordinateDescent
{
    // Of the squared move of a coefficient, in units of the quadratic: coefficients are then good to about 1e-11.
    private const double Converged = 1e-24;
    private const int MaximalPasses = 1_000_000;

    private readonly double[][] _columns;
    private readonly double[] _weighted;
    private readonly double[] _curvatures;
    private double[] _slopes = [];
    private double[] _weights = [];
    private double _weightSum;

    public CoordinateDescent(double[][] columns, int samples)
    {
        _columns = columns;
        _weighted = new double[samples];
        _curvatures = new double[columns.Length];
    }

    /// <summary>Coefficients, changed in place.</summary>
    /// <param name="coefficients">f.</param>
    /// <param name="intercept">Changed if there is one.</param>
    /// <param name="hasIntercept">Whether there is one.</param>
    /// <param name="slopes">Slopes of the likelihood at the start; changed to those at the end.</param>
    /// <param name="weights">Curvatures of the likelihood in the predictors.</param>
    /// <param name="candidates">Features that may change.</param>
    /// <param name="penalty">Of absolute values and of squares.</param>
    public void Minimise(
        double[] coefficients,
        ref double intercept,
        bool hasIntercept,
        double[] slopes,
        double[] weights,
        IReadOnlyList<int> candidates,
        (double Absolute, double Square) penalty
    )
    {
        (_slopes, _weights) = (slopes, weights);
        _weightSum = TensorPrimitives.Sum<double>(weights);
        foreach (var j in candidates)
        {
            TensorPrimitives.Multiply(_columns[j], weights, _weighted);
            _curvatures[j] = TensorPrimitives.Dot<double>(_columns[j], _weighted);
        }
        for (var pass = 0; pass < MaximalPasses; pass++)
        {
            if (Pass(coefficients, ref intercept, hasIntercept, candidates, penalty) < Converged)
                return;
            // Most coefficients stay 0: the others are settled among themselves before all are looked at again.
            int[] active = [.. candidates.Where(j => coefficients[j] != 0)];
            for (; pass < MaximalPasses; pass++)
            {
                if (Pass(coefficients, ref intercept, hasIntercept, active, penalty) < Converged)
                    break;
            }
        }
    }

    private double Pass(
        double[] coefficients,
        ref double intercept,
        bool hasIntercept,
        IReadOnlyList<int> features,
        (double Absolute, double Square) penalty
    )
    {
        var largest = 0.0;
        foreach (var j in features)
        {
            if (!(_curvatures[j] > 0))
                continue;
            var slope = TensorPrimitives.Dot<double>(_columns[j], _slopes) + _curvatures[j] * coefficients[j];
            var shrunk = Math.Max(0, Math.Abs(slope) - penalty.Absolute);
            var next = shrunk == 0 ? 0 : Math.CopySign(shrunk, slope) / (_curvatures[j] + penalty.Square);
            var move = next - coefficients[j];
            if (move == 0)
                continue;
            coefficients[j] = next;
            TensorPrimitives.Multiply(_columns[j], _weights, _weighted);
            TensorPrimitives.MultiplyAdd(_weighted, -move, _slopes, _slopes);
            largest = Math.Max(largest, _curvatures[j] * move * move);
        }
        if (!hasIntercept)
            return largest;
        var shift = TensorPrimitives.Sum<double>(_slopes) / _weightSum;
        intercept += shift;
        TensorPrimitives.MultiplyAdd(_weights, -shift, _slopes, _slopes);
        return Math.Max(largest, _weightSum * shift * shift);
    }
}
