namespace Refractor.Statistics.Normalisation;

/// <summary>
/// Removes shifts and scales of batches by empirical Bayes (Johnson, Li and Rabinovic, Biostatistics 2007). For figures and clustering:
/// a test should have the batch among its covariates instead, since adjusted values hide the degrees of freedom that the batches took.
/// </summary>
/// <remarks>
/// <para>Missing and infinite values take no part and stay as they are. A feature is adjusted over the batches in which it was measured; it stays as it is,
/// with a reason, if in one of them it has a single value or equal ones, or if its covariates cannot be told from the batches. A sample
/// whose covariate is missing (NaN) gets missing values.</para>
/// <para>The estimates are iterated to 1e-12, where R stops at 1e-4. Checked against sva 3.46 (<c>ComBat</c> with and without model,
/// par.prior TRUE and FALSE) to 1e-4.</para>
/// </remarks>
public sealed class ComBat
{
    private ComBat(FeatureMatrix matrix, NotEstimable[] reasons) => (Matrix, Reasons) = (matrix, reasons);

    /// <summary>f × n adjusted values, in the precision of the input.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>
    /// For each feature why it was left as it is: <see cref="NotEstimable.TooFewValues"/> (a single value in a batch, or one batch
    /// alone), <see cref="NotEstimable.ZeroVariance"/> (equal values in a batch), <see cref="NotEstimable.Collinear"/>.
    /// </summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Adjusts all features.</summary>
    /// <param name="matrix">f features × n samples on a logarithmic scale; NaN is missing.</param>
    /// <param name="batches">n batches: any number names one.</param>
    /// <param name="covariates">
    /// What must be kept, such as the response: columns of n values, without a constant; a factor of k levels takes k − 1. NaN is
    /// missing. Without them, a response that differs between batches is removed with the batches.
    /// </param>
    /// <param name="parametric">
    /// Whether shifts are normal and scales inverse gamma over the features of a batch; otherwise their distribution is taken from the
    /// features as it is, which takes time that grows with f².
    /// </param>
    /// <param name="threads">How many threads at most; 0 for one per core. The result does not depend on it.</param>
    /// <returns>
    /// The adjusted values; <see cref="NotEstimable.OneGroup"/> with one batch, <see cref="NotEstimable.TooFewValues"/> if a batch has one
    /// sample, <see cref="NotEstimable.Collinear"/> if the covariates cannot be told from the batches.
    /// </returns>
    /// <exception cref="ArgumentException">Batches or covariates have another length than n.</exception>
    public static Estimate<ComBat> Adjust(
        FeatureMatrix matrix,
        IReadOnlyList<int> batches,
        IReadOnlyList<double[]>? covariates = null,
        bool parametric = true,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var design = BatchDesign.Of(matrix.Samples, batches, covariates ?? []);
        if (design.Reason != NotEstimable.None)
            return design.Reason;
        var fits = FitAll(matrix, design, threads);
        for (var batch = 0; batch < design.Batches; batch++)
        {
            var effects = fits.Select(f => f.Effects[batch]).Where(e => e is not null).Select(e => e!).ToArray();
            if (parametric)
                BatchPrior.Shrink(effects);
            else
                EmpiricalBatchPrior.Shrink(effects, threads);
        }
        var adjusted = FeatureMatrixMap.Rows(matrix, threads, (i, values) => fits[i].Adjust(values, design));
        return new ComBat(adjusted, Array.ConvertAll(fits, f => f.Reason));
    }

    private static BatchFit[] FitAll(FeatureMatrix matrix, BatchDesign design, int threads)
    {
        var fits = new BatchFit[matrix.Features];
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
                        fits[i] = BatchFit.Of(values, design);
                    }
                };
            }
        );
        return fits;
    }
}
