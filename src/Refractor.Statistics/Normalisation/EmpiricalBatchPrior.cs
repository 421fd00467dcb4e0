using System.Numerics.Tensors;

namespace Refractor.Statistics.Normalisation;

/// <summary>
/// Pulls the effects of a batch on all features towards each other without assuming a distribution: each is the mean of the effects on
/// all other features, weighted by the likelihood that these give to its own values. Kept in logarithms, so that many samples do not
/// drive all weights to 0.
/// </summary>
internal static class EmpiricalBatchPrior
{
    /// <summary>Sets shift and scale of each effect to its posterior mean.</summary>
    public static void Shrink(BatchEffect[] effects, int threads)
    {
        if (effects.Length < 2)
            return;
        var means = Array.ConvertAll(effects, e => e.Mean);
        var variances = Array.ConvertAll(effects, e => e.Variance);
        var precisions = Array.ConvertAll(variances, v => -0.5 / v);
        var logs = Array.ConvertAll(variances, v => -0.5 * Math.Log(v));
        FeatureLoop.Run(
            effects.Length,
            threads,
            () =>
            {
                var weights = new double[effects.Length];
                return (from, to) =>
                {
                    for (var i = from; i < to; i++)
                    {
                        LogLikelihoods(effects[i], means, precisions, logs, weights);
                        weights[i] = double.NegativeInfinity;
                        TensorPrimitives.Subtract(weights, TensorPrimitives.Max<double>(weights), weights);
                        TensorPrimitives.Exp<double>(weights, weights);
                        var total = TensorPrimitives.Sum<double>(weights);
                        effects[i].Shift = TensorPrimitives.Dot<double>(weights, means) / total;
                        effects[i].Scale = TensorPrimitives.Dot<double>(weights, variances) / total;
                    }
                };
            }
        );
    }

    private static void LogLikelihoods(
        BatchEffect effect,
        double[] means,
        double[] precisions,
        double[] logs,
        double[] result
    )
    {
        double n = effect.Count;
        var squares = (n - 1) * effect.Variance;
        TensorPrimitives.Subtract(means, effect.Mean, result);
        TensorPrimitives.Multiply<double>(result, result, result);
        TensorPrimitives.Multiply(result, n, result);
        TensorPrimitives.Add(result, squares, result);
        TensorPrimitives.Multiply<double>(result, precisions, result);
        TensorPrimitives.MultiplyAdd(logs, n, result, result);
    }
}
