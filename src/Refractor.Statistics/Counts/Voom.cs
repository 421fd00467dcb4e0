using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Counts;

/// <summary>
/// Read counts made ready for linear models: log2 counts per million with a precision weight for each, from the trend of residual
/// standard deviations over mean log counts (limma's <c>voom</c>).
/// </summary>
public sealed class Voom
{
    private Voom(FeatureMatrix values, FeatureMatrix weights, VoomTrend trend)
    {
        (Values, Weights, Trend) = (values, weights, trend);
    }

    /// <summary>f × n log2 counts per million.</summary>
    public FeatureMatrix Values { get; }

    /// <summary>f × n precision weights, for <see cref="LinearModelOptions.Weights"/>.</summary>
    public FeatureMatrix Weights { get; }

    /// <summary>The trend that the weights come from.</summary>
    public VoomTrend Trend { get; }

    /// <summary>Transforms counts.</summary>
    /// <param name="counts">f features × n samples of read counts, without the genes that hardly any sample has.</param>
    /// <param name="design">n samples × p coefficients.</param>
    /// <param name="librarySizes">n effective sizes: library size × normalisation factor. Null for the sums of the samples.</param>
    /// <param name="options">Blocks and sample weights for the fits; not cell weights, which voom makes.</param>
    /// <param name="span">Share of the genes that each line of the trend takes in; 0.5 by default, as in limma.</param>
    /// <param name="threads">Threads at most; 0 for one per core.</param>
    /// <returns>
    /// Values and weights; the reason why there are none if no degree of freedom is left, or fewer than two genes have reads.
    /// </returns>
    /// <exception cref="ArgumentException">Sizes do not fit.</exception>
    /// <remarks>Law et al., Genome Biol 2014. Checked against limma 3.54.</remarks>
    public static Estimate<Voom> Transform(
        FeatureMatrix counts,
        DesignMatrix design,
        IReadOnlyList<double>? librarySizes = null,
        LinearModelOptions? options = null,
        double span = 0.5,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(design);
        if (!(span > 0 && span <= 1))
            throw new ArgumentException($"Found a span of {span}; expected one above 0, at most 1.", nameof(span));
        var sizes = CountColumns.LibrarySizes(counts, librarySizes);
        var values = CountsPerMillion.Map(counts, (count, s) => Math.Log2((count + 0.5) / (sizes[s] + 1) * 1e6));
        var fit = LinearModel.Fit(values, design, options, threads);
        var logSizes = Array.ConvertAll(sizes, s => Math.Log2(s + 1) - Math.Log2(1e6));
        var trend = VoomTrend.Of(counts, fit, logSizes.Average(), span);
        if (trend is null)
            return NotEstimable.NoResidualDegreesOfFreedom;
        return new Voom(values, WeightsOf(fit, trend, logSizes, threads), trend);
    }

    private static FeatureMatrix WeightsOf(LinearModelFit fit, VoomTrend trend, double[] logSizes, int threads)
    {
        var n = logSizes.Length;
        var weights = new double[fit.Features * n];
        FeatureLoop.Run(
            fit.Features,
            threads,
            () =>
                (from, to) =>
                {
                    for (var f = from; f < to; f++)
                    {
                        var row = weights.AsSpan(f * n, n);
                        foreach (var (column, coefficient) in fit.CoefficientsFrom(0, f))
                        {
                            for (var s = 0; s < n; s++)
                                row[s] += fit.Design[s, column] * coefficient;
                        }
                        for (var s = 0; s < n; s++)
                            row[s] = trend.WeightAt(row[s] + logSizes[s]);
                    }
                }
        );
        return FeatureMatrix.Of(fit.Features, n, weights);
    }
}
