using System.Numerics.Tensors;

namespace Refractor.Statistics.Normalisation;

/// <summary>Mean and standard deviation of every feature over the samples that have a finite value.</summary>
internal sealed class FeatureMoments
{
    private FeatureMoments(int features)
    {
        Means = new double[features];
        Deviations = new double[features];
        Measured = new int[features];
    }

    /// <summary>f means.</summary>
    public double[] Means { get; }

    /// <summary>f standard deviations (n − 1); 0 exactly where all measured values are equal or fewer than two are.</summary>
    public double[] Deviations { get; }

    /// <summary>f counts of measured samples.</summary>
    public int[] Measured { get; }

    /// <summary>Whether the measured values differ.</summary>
    public bool Varies(int feature) => Deviations[feature] > 0;

    /// <summary>Number of features whose measured values are all equal.</summary>
    public int Constant => Deviations.Count(d => d == 0);

    /// <summary>Computes the moments of all features.</summary>
    public static FeatureMoments Of(FeatureMatrix matrix, int threads)
    {
        var moments = new FeatureMoments(matrix.Features);
        FeatureLoop.Run(
            matrix.Features,
            threads,
            () =>
            {
                var values = new double[matrix.Samples];
                return (from, to) =>
                {
                    for (var i = from; i < to; i++)
                    {
                        matrix.CopyFeature(i, values);
                        moments.Fill(i, values);
                    }
                };
            }
        );
        return moments;
    }

    /// <summary>Replaces the values of a feature by (x − mean) / sd; missing ones stay missing.</summary>
    /// <param name="feature">A feature that varies.</param>
    /// <param name="values">n values.</param>
    public void Standardise(int feature, Span<double> values)
    {
        TensorPrimitives.Subtract(values, Means[feature], values);
        TensorPrimitives.Divide(values, Deviations[feature], values);
    }

    /// <summary>Replaces the values of a feature by (x − mean) / sd; missing and infinite ones become 0, the mean.</summary>
    /// <param name="feature">A feature that varies.</param>
    /// <param name="values">n values.</param>
    public void StandardiseAndFill(int feature, Span<double> values)
    {
        Standardise(feature, values);
        if (Measured[feature] == values.Length)
            return;
        foreach (ref var value in values)
            value = double.IsFinite(value) ? value : 0;
    }

    private void Fill(int feature, Span<double> values)
    {
        var present = Compact(values);
        Measured[feature] = present.Length;
        if (present.Length == 0)
            return;
        Means[feature] = TensorPrimitives.Sum<double>(present) / present.Length;
        if (!present.ContainsAnyExcept(present[0]))
            return;
        TensorPrimitives.Subtract(present, Means[feature], present);
        Deviations[feature] = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(present) / (present.Length - 1));
    }

    private static Span<double> Compact(Span<double> values)
    {
        var count = 0;
        foreach (var value in values)
        {
            if (double.IsFinite(value))
                values[count++] = value;
        }
        return values[..count];
    }
}
