using System.Numerics.Tensors;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.LinearModels;

/// <summary>
/// Fisher scoring of log weights l of samples, which sum to 0. Each feature with residual variance s² adds (1 − leverage) − w e²/s² to
/// twice the score of a sample, and the prior takes off its number of features times the weight. Steps use the prior's information at
/// equal weights, as limma's do.
/// </summary>
internal sealed class ArrayWeightScoring
{
    private const int MaxIterations = 100;
    private const int BlockSize = 256;

    private readonly FeatureMatrix _values;
    private readonly DesignMatrix _design;
    private readonly int[] _samples;
    private readonly double[] _logWeights;
    private readonly double _prior;
    private readonly int _threads;

    public ArrayWeightScoring(FeatureMatrix values, DesignMatrix design, double prior, int threads)
    {
        (_values, _design, _prior, _threads) = (values, design, prior, threads);
        var plan = new ModelPlan(values, design, LinearModelOptions.Default);
        _samples = plan.Common.Samples;
        _logWeights = new double[_samples.Length];
        Reason =
            plan.Common.ResidualDf <= 0 ? NotEstimable.NoResidualDegreesOfFreedom
            : Pass().Features == 0 ? NotEstimable.ZeroVariance
            : NotEstimable.None;
    }

    public NotEstimable Reason { get; }

    /// <summary>Runs until a step raises the log likelihood of one feature and degree of freedom by less than the tolerance.</summary>
    /// <returns>Whether it got there.</returns>
    public bool Iterate(double tolerance)
    {
        for (var i = 0; i < MaxIterations; i++)
        {
            var (score, plan, features) = Pass();
            var step = Step(score, plan.Common, features);
            TensorPrimitives.Add(_logWeights, step, _logWeights);
            var gain = 2 * TensorPrimitives.Dot<double>(score, step) / (features + _prior) / (step.Length - 1);
            if (gain < tolerance)
                return true;
        }
        return false;
    }

    /// <summary>Weights of all samples; NaN for those that take no part.</summary>
    public double[] Weights()
    {
        var weights = new double[_values.Samples];
        Array.Fill(weights, double.NaN);
        for (var j = 0; j < _samples.Length; j++)
            weights[_samples[j]] = Math.Exp(_logWeights[j]);
        return weights;
    }

    private (double[] Score, ModelPlan Plan, int Features) Pass()
    {
        var weights = Array.ConvertAll(Weights(), w => double.IsNaN(w) ? 0 : w);
        var plan = new ModelPlan(_values, _design, new LinearModelOptions { SampleWeights = weights });
        // One sum for each block of features, added up in order, so that threads change no digit.
        var blocks = new double[(_values.Features + BlockSize - 1) / BlockSize][];
        var features = new int[blocks.Length];
        FeatureLoop.Run(
            _values.Features,
            _threads,
            BlockSize,
            () =>
                (from, to) =>
                {
                    var pass = new ArrayWeightPass(_values, plan);
                    for (var f = from; f < to; f++)
                        pass.Add(f);
                    (blocks[from / BlockSize], features[from / BlockSize]) = (pass.Score, pass.Features);
                }
        );
        var score = new double[_samples.Length];
        foreach (var block in blocks)
            TensorPrimitives.Add(score, block, score);
        for (var j = 0; j < score.Length; j++)
            score[j] = score[j] / 2 - _prior / 2 * Math.Exp(_logWeights[j]);
        Centre(score);
        return (score, plan, features.Sum());
    }

    // Information of one feature: half of the squared residual projection less the share of the profiled variance. Its null vector, all
    // weights alike, is filled so that the solution keeps the sum 0.
    private double[] Step(double[] score, ModelSpace space, int features)
    {
        var n = score.Length;
        var projection = ResidualProjection(space);
        var information = new double[n, n];
        for (var i = 0; i < n; i++)
        for (var j = 0; j < n; j++)
        {
            var shared = projection[i, j] * projection[i, j] - projection[i, i] * projection[j, j] / space.ResidualDf;
            information[i, j] = features / 2.0 * shared + _prior / 2 * ((i == j ? 1 : 0) - 1.0 / n) + 1;
        }
        var step = (double[])score.Clone();
        Cholesky.Of(information, 0)!.Solve(step);
        Centre(step);
        return step;
    }

    private static double[,] ResidualProjection(ModelSpace space)
    {
        var n = space.Samples.Length;
        var projection = new double[n, n];
        for (var i = 0; i < n; i++)
        for (var j = 0; j < n; j++)
        {
            var fitted = 0.0;
            for (var k = 0; k < space.Rank; k++)
                fitted += space.Basis(k)[i] * space.Basis(k)[j];
            projection[i, j] = (i == j ? 1 : 0) - fitted;
        }
        return projection;
    }

    private static void Centre(double[] values)
    {
        var mean = values.Average();
        for (var j = 0; j < values.Length; j++)
            values[j] -= mean;
    }
}
