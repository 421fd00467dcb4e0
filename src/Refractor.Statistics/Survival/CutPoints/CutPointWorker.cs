using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>Looks for the best cut-off of one feature after the other, with buffers of one thread.</summary>
internal sealed class CutPointWorker
{
    private readonly FeatureMatrix _matrix;
    private readonly SampleOrder _order;
    private readonly CutPointPlan _plan;
    private readonly int[] _samples;
    private readonly double[] _values;
    private readonly double[] _sums;
    private readonly bool[] _tied;
    private readonly bool[] _present;

    public CutPointWorker(FeatureMatrix matrix, SampleOrder order, CutPointPlan plan)
    {
        (_matrix, _order, _plan) = (matrix, order, plan);
        var n = matrix.Samples;
        (_samples, _values, _sums) = (new int[n], new double[n], new double[n + 1]);
        (_tied, _present) = (new bool[n + 1], new bool[n]);
    }

    /// <summary>The best cut-off.</summary>
    /// <param name="N">Samples used.</param>
    /// <param name="Cut">Size of the low group.</param>
    /// <param name="CutOff">Its largest value.</param>
    /// <param name="Z">Standardised statistic, positive where the high group has earlier events.</param>
    /// <param name="First">Smallest size looked at.</param>
    /// <param name="Last">Largest size looked at.</param>
    /// <param name="Steps">Sum of the steps between neighbouring sizes.</param>
    /// <param name="Cubes">Sum of their cubes.</param>
    /// <param name="Reason">Why there is none.</param>
    public readonly record struct Found(
        int N,
        int Cut,
        double CutOff,
        double Z,
        int First,
        int Last,
        double Steps,
        double Cubes,
        NotEstimable Reason
    );

    public Found Find(int feature)
    {
        _order.CopyOrder(feature, _samples);
        _matrix.CopyFeature(feature, _values);
        var measured = _order.Measured(feature);
        if (measured == _samples.Length && _plan.UsesAll)
            return Best(measured, _plan.Scores, _plan.Complete, _plan.Times.Events);
        var n = 0;
        Array.Clear(_present);
        for (var k = 0; k < measured; k++)
            if (!double.IsNaN(_plan.Times.Times[_samples[k]]))
            {
                _present[_samples[k]] = true;
                _samples[n++] = _samples[k];
            }
        var times = _plan.Times.Where(_present);
        var scores = n == _plan.Times.N ? _plan.Scores : LogRankScores.Of(times);
        var weights = n == _plan.Complete.N ? _plan.Complete : new CutWeights(n, _plan.Options);
        return Best(n, scores, weights, times.Events);
    }

    private Found Best(int n, double[] scores, CutWeights weights, int events)
    {
        if (n < 2 || events == 0)
            return None(n, n < 2 ? NotEstimable.TooFewValues : NotEstimable.NoEvents);
        var squares = AddUp(n, scores);
        var (first, last, steps, cubes) = (0, 0, 0.0, 0.0);
        var (best, square) = (0, -1.0);
        for (var l = weights.From; l <= weights.To; l++)
        {
            if (_tied[l])
                continue;
            var found = _sums[l] * _sums[l] * weights.Inverse[l];
            if (found > square * (1 + 1e-12))
                (best, square) = (l, found);
            if (last > 0 && l - last > 1)
            {
                var step = MaximumBounds.Step(last, l, n);
                (steps, cubes) = (steps + step, cubes + step * step * step);
            }
            else if (last > 0)
            {
                var (step, cube) = weights.Between(last, l);
                (steps, cubes) = (steps + step, cubes + cube);
            }
            first = first == 0 ? l : first;
            last = l;
        }
        if (best == 0)
            return None(n, NotEstimable.NoVariation);
        if (!(squares > 0))
            return None(n, NotEstimable.ZeroVariance);
        var z = -_sums[best] * Math.Sqrt(weights.Inverse[best] / squares);
        return new Found(n, best, _values[_samples[best - 1]], z, first, last, steps, cubes, NotEstimable.None);
    }

    // Sums of the scores of the l lowest samples, and whether the l-th is tied with the next.
    private double AddUp(int n, double[] scores)
    {
        unchecked
        {
            var (sum, squares) = (0.0, 0.0);
            for (var k = 0; k < n; k++)
            {
                var score = scores[_samples[k]];
                sum += score;
                squares += score * score;
                _sums[k + 1] = sum;
                _tied[k + 1] = k + 1 < n && _values[_samples[k]] == _values[_samples[k + 1]];
            }
            return squares;
        }
    }

    private static Found None(int n, NotEstimable reason) => new(n, 0, 0, 0, 0, 0, 0, 0, reason);
}
