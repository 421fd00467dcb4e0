using System.Numerics.Tensors;

namespace Refractor.Statistics.ElasticNet;

/// <summary>Features with mean 0 and variance 1 (divisor n) in the samples used.</summary>
internal sealed class StandardizedFeatures
{
    // A standard deviation below this fraction of the largest value is rounding: the feature is constant.
    private const double ConstantTolerance = 1e-12;

    /// <param name="features">f × n.</param>
    /// <param name="rows">Samples used, m of them.</param>
    public StandardizedFeatures(FeatureMatrix features, int[] rows)
    {
        Rows = rows;
        Columns = new double[features.Features][];
        Means = new double[features.Features];
        Deviations = new double[features.Features];
        var all = new double[features.Samples];
        for (var j = 0; j < Columns.Length; j++)
        {
            features.CopyFeature(j, all);
            Columns[j] = [.. rows.Select(r => all[r])];
            Standardize(j);
        }
    }

    /// <summary>Samples used.</summary>
    public int[] Rows { get; }

    /// <summary>f columns of m values; all 0 for a constant feature.</summary>
    public double[][] Columns { get; }

    /// <summary>Means before.</summary>
    public double[] Means { get; }

    /// <summary>Standard deviations before; 0 for a constant feature.</summary>
    public double[] Deviations { get; }

    /// <summary>Samples in which all features are known.</summary>
    public static int[] CompleteSamples(FeatureMatrix features)
    {
        var isComplete = new bool[features.Samples];
        Array.Fill(isComplete, true);
        var values = new double[features.Samples];
        for (var j = 0; j < features.Features; j++)
        {
            features.CopyFeature(j, values);
            for (var i = 0; i < values.Length; i++)
                isComplete[i] &= double.IsFinite(values[i]);
        }
        return [.. Enumerable.Range(0, isComplete.Length).Where(i => isComplete[i])];
    }

    private void Standardize(int j)
    {
        var column = Columns[j].AsSpan();
        if (column.Length == 0)
            return;
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(column));
        Means[j] = TensorPrimitives.Sum<double>(column) / column.Length;
        TensorPrimitives.Subtract(column, Means[j], column);
        var deviation = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(column) / column.Length);
        if (!(deviation > ConstantTolerance * largest))
        {
            column.Clear();
            return;
        }
        Deviations[j] = deviation;
        TensorPrimitives.Divide(column, deviation, column);
    }
}
