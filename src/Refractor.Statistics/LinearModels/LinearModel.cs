namespace Refractor.Statistics.LinearModels;

/// <summary>Fits one linear model to every feature of a matrix, as limma's <c>lmFit</c>.</summary>
public static class LinearModel
{
    /// <summary>Fits.</summary>
    /// <param name="values">
    /// f features × n samples, on a logarithmic scale; NaN is missing and dropped feature by feature, exactly: coefficients, contrasts
    /// and their standard errors are those of the samples that are there.
    /// </param>
    /// <param name="design">n samples × p coefficients; a sample with an unknown covariate is left out.</param>
    /// <param name="options">Weights and correlated blocks; none by default.</param>
    /// <param name="threads">Threads at most; 0 for one per core. The number changes no digit.</param>
    /// <param name="progress">Told how many features are done, from any thread and not in turn; null for none.</param>
    /// <returns>Coefficients, residual variances and what contrasts need, in double precision.</returns>
    /// <exception cref="ArgumentException">Sizes do not fit, or the correlation is impossible for blocks of that size.</exception>
    /// <remarks>
    /// Smyth, Stat Appl Genet Mol Biol 2004. Householder QR with the rule of R's <c>lm</c> for aliased columns; residual variances from
    /// values about their mean, so that nothing cancels. Keeps p × p numbers more for each feature with missing or weighted cells.
    /// Checked against limma 3.54, with and without weights, blocks and missing cells.
    /// </remarks>
    public static LinearModelFit Fit(
        FeatureMatrix values,
        DesignMatrix design,
        LinearModelOptions? options = null,
        int threads = 0,
        IProgress<int>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(design);
        var plan = new ModelPlan(values, design, options ?? LinearModelOptions.Default);
        var columns = new FitColumns(values.Features, plan.Columns.Length);
        var rows = CompleteRows.For(values, plan);
        FeatureLoop.Run(
            values.Features,
            threads,
            () =>
            {
                var fitter = new FeatureFitter(values, plan, columns);
                if (rows is null)
                {
                    return (from, to) =>
                    {
                        for (var f = from; f < to; f++)
                            fitter.Fit(f);
                    };
                }
                var worker = rows.Worker(columns, fitter);
                return worker.Fit;
            },
            progress
        );
        return new LinearModelFit(design, plan, columns);
    }
}
