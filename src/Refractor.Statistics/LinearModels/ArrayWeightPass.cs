using System.Numerics.Tensors;

namespace Refractor.Statistics.LinearModels;

/// <summary>Adds up what features say about the weights of samples.</summary>
internal sealed class ArrayWeightPass
{
    private readonly FeatureMatrix _values;
    private readonly ModelPlan _plan;
    private readonly double[] _all;
    private readonly int[] _placeOf;
    private readonly double[] _commonLeverages;

    public ArrayWeightPass(FeatureMatrix values, ModelPlan plan)
    {
        (_values, _plan) = (values, plan);
        _all = new double[values.Samples];
        _placeOf = new int[values.Samples];
        var samples = plan.Common.Samples;
        for (var j = 0; j < samples.Length; j++)
            _placeOf[samples[j]] = j;
        Score = new double[samples.Length];
        _commonLeverages = Leverages(plan.Common);
    }

    /// <summary>Twice the score of each sample that takes part.</summary>
    public double[] Score { get; }

    /// <summary>Features that had something to say.</summary>
    public int Features { get; private set; }

    public void Add(int feature)
    {
        _values.CopyFeature(feature, _all);
        var (space, leverages) = (_plan.Common, _commonLeverages);
        if (Array.Exists(space.Samples, s => double.IsNaN(_all[s])))
        {
            space = _plan.SpaceOf(Array.FindAll(space.Samples, s => !double.IsNaN(_all[s])), []);
            leverages = Leverages(space);
        }
        if (space.ResidualDf <= 0)
            return;
        var y = Array.ConvertAll(space.Samples, s => _all[s]);
        space.Transform.Apply(y, []);
        var size = TensorPrimitives.SumOfSquares<double>(y);
        space.Project(y, new double[space.Rank]);
        var squares = TensorPrimitives.SumOfSquares<double>(y);
        if (!(squares > 1e-24 * size))
            return;
        Features++;
        var variance = squares / space.ResidualDf;
        for (var i = 0; i < y.Length; i++)
            Score[_placeOf[space.Samples[i]]] += 1 - leverages[i] - y[i] * y[i] / variance;
    }

    private static double[] Leverages(ModelSpace space)
    {
        var leverages = new double[space.Samples.Length];
        for (var k = 0; k < space.Rank; k++)
            TensorPrimitives.MultiplyAdd(space.Basis(k), space.Basis(k), leverages, leverages);
        return leverages;
    }
}
