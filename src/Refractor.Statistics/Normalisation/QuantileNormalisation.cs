namespace Refractor.Statistics.Normalisation;

/// <summary>
/// Quantile normalisation: every sample gets the same distribution, the mean over the samples of their sorted values (Bolstad et al.,
/// Bioinformatics 2003).
/// </summary>
/// <remarks>
/// A sample with missing values takes part with its quantiles, interpolated linearly between its measured values; its missing values
/// stay missing. Checked against limma 3.54 (<c>normalizeQuantiles</c>, ties TRUE and FALSE, with and without missing values) to 1e-10; with ties
/// FALSE limma leaves the order of equal values to an unstable sort, here it is that of the rows.
/// </remarks>
public static class QuantileNormalisation
{
    /// <summary>Normalises.</summary>
    /// <param name="matrix">f features × n samples; NaN is missing.</param>
    /// <param name="averageTies">
    /// Whether equal values of a sample stay equal: they get the quantile of their mean rank. Otherwise they are spread over their
    /// quantiles in the order of the rows, which makes the distributions exactly equal and depends on that order.
    /// </param>
    /// <param name="threads">How many threads at most; 0 for one per core. The result does not depend on it.</param>
    /// <returns>
    /// A matrix of the same shape and precision. The only measured value of a sample becomes the median of the mean distribution.
    /// </returns>
    public static FeatureMatrix Normalise(FeatureMatrix matrix, bool averageTies = true, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.StoresSingles)
            return FeatureMatrix.Of(
                matrix.Features,
                matrix.Samples,
                new QuantileRun<float>(matrix, averageTies, threads).Normalise((sorter, column) => sorter.Sort(column))
            );
        return FeatureMatrix.Of(
            matrix.Features,
            matrix.Samples,
            new QuantileRun<double>(matrix, averageTies, threads).Normalise((sorter, column) => sorter.Sort(column))
        );
    }
}
