namespace Refractor.Statistics.Normalisation;

/// <summary>Standardises every feature over the samples: (x − mean) / standard deviation, with n − 1.</summary>
/// <remarks>
/// Missing values are left out of mean and standard deviation and stay missing. Checked against R <c>t(scale(t(x)))</c> to 1e-10.
/// </remarks>
public sealed class FeatureScaling
{
    private FeatureScaling(FeatureMatrix matrix, NotEstimable[] reasons) => (Matrix, Reasons) = (matrix, reasons);

    /// <summary>f × n z-scores, in the precision of the input.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>
    /// For each feature why it has no z-scores: <see cref="NotEstimable.TooFewValues"/> with fewer than two measured values,
    /// <see cref="NotEstimable.NoVariation"/> if all are equal. Its values are NaN.
    /// </summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Standardises the features.</summary>
    /// <param name="matrix">f features × n samples; NaN is missing.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The result does not depend on it.</param>
    public static FeatureScaling ZScores(FeatureMatrix matrix, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var moments = FeatureMoments.Of(matrix, threads);
        var reasons = new NotEstimable[matrix.Features];
        var scaled = FeatureMatrixMap.Rows(
            matrix,
            threads,
            (i, values) =>
            {
                reasons[i] =
                    moments.Measured[i] < 2 ? NotEstimable.TooFewValues
                    : moments.Varies(i) ? NotEstimable.None
                    : NotEstimable.NoVariation;
                if (reasons[i] == NotEstimable.None)
                    moments.Standardise(i, values);
                else
                    Array.Fill(values, double.NaN);
            }
        );
        return new FeatureScaling(scaled, reasons);
    }
}
