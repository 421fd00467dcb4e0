namespace Refractor.Statistics.LinearModels;

/// <summary>Estimates the block correlation of one feature after the other, on one thread.</summary>
internal sealed class BlockCorrelationWorker(FeatureMatrix values, ModelPlan plan, int[] blocks, BlockLikelihood common)
{
    // limma keeps this distance from the ends of the range of a correlation.
    private const double Margin = 0.01;

    private readonly double[] _all = new double[values.Samples];
    private readonly double[] _weights = plan.Weights is null ? [] : new double[values.Samples];
    private readonly double[] _coordinates = new double[plan.Common.Rank];
    private readonly double[] _buffer = new double[values.Samples];

    /// <summary>The correlation; NaN if the feature has too few values or blocks, or no residual variance.</summary>
    public double Estimate(int feature)
    {
        values.CopyFeature(feature, _all);
        plan.Weights?.CopyFeature(feature, _weights);
        var likelihood = common;
        var space = plan.Common;
        if (plan.Weights is not null || Array.Exists(space.Samples, s => double.IsNaN(_all[s])))
        {
            var samples = Array.FindAll(space.Samples, Observed);
            space = plan.SpaceOf(samples, _weights);
            likelihood = new BlockLikelihood(space, blocks);
        }
        var n = space.Samples.Length;
        if (n <= plan.Columns.Length + 2 || likelihood.Count < 2 || likelihood.Count >= n - 1)
            return double.NaN;
        var y = Array.ConvertAll(space.Samples, s => _all[s]);
        space.Transform.Apply(y, _buffer);
        var size = System.Numerics.Tensors.TensorPrimitives.SumOfSquares<double>(y);
        space.Project(y, _coordinates);
        var residual = System.Numerics.Tensors.TensorPrimitives.SumOfSquares<double>(y);
        if (!(residual > 1e-24 * size))
            return double.NaN;
        var lowest = 1.0 / (1 - common.LargestBlock) + Margin;
        return likelihood.MostLikely(y, residual, lowest, 1 - Margin);
    }

    private bool Observed(int sample) => !double.IsNaN(_all[sample]) && (_weights.Length == 0 || _weights[sample] > 0);
}
