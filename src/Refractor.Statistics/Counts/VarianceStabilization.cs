namespace Refractor.Statistics.Counts;

/// <summary>Read counts on a logarithmic scale for clustering, plots and correlations.</summary>
public static class VarianceStabilization
{
    private const double Log2 = 0.69314718055994530942;

    /// <summary>log2 of normalised counts plus a pseudo-count (DESeq2's <c>normTransform</c>).</summary>
    /// <param name="counts">f genes × n samples of read counts.</param>
    /// <param name="sizeFactors">n factors above 0.</param>
    /// <param name="pseudoCount">What is added to each normalised count; 1 by default.</param>
    /// <returns>f × n values.</returns>
    public static FeatureMatrix Log(FeatureMatrix counts, IReadOnlyList<double> sizeFactors, double pseudoCount = 1)
    {
        Check(counts, sizeFactors);
        return CountsPerMillion.Map(counts, (count, s) => Math.Log2(count / sizeFactors[s] + pseudoCount));
    }

    /// <summary>
    /// A scale on which the variance hardly depends on the mean, when dispersions follow a trend; log2 of the normalised count for large
    /// ones (DESeq2's <c>varianceStabilizingTransformation</c>).
    /// </summary>
    /// <param name="counts">f genes × n samples of read counts.</param>
    /// <param name="sizeFactors">n factors above 0.</param>
    /// <param name="trend">The trend, such as that of <see cref="CountModel.Trend"/>.</param>
    /// <returns>f × n values.</returns>
    /// <exception cref="ArgumentException">Not n factors.</exception>
    /// <remarks>Anders and Huber, Genome Biol 2010. Checked against DESeq2 1.38.</remarks>
    public static FeatureMatrix Transform(
        FeatureMatrix counts,
        IReadOnlyList<double> sizeFactors,
        DispersionTrend trend
    )
    {
        ArgumentNullException.ThrowIfNull(trend);
        Check(counts, sizeFactors);
        var (a, extra) = (trend.Asymptotic, trend.ExtraPoisson);
        return CountsPerMillion.Map(
            counts,
            (count, s) =>
            {
                var q = count / sizeFactors[s];
                var root = 2 * Math.Sqrt(a * q * (1 + extra + a * q));
                return Math.Log((1 + extra + 2 * a * q + root) / (4 * a)) / Log2;
            }
        );
    }

    private static void Check(FeatureMatrix counts, IReadOnlyList<double> sizeFactors)
    {
        if (sizeFactors.Count != counts.Samples || sizeFactors.Any(s => !(s > 0)))
            throw new ArgumentException(
                $"Found {sizeFactors.Count} size factors; expected {counts.Samples} above 0.",
                nameof(sizeFactors)
            );
    }
}
