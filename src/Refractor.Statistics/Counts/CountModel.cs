using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Counts;

/// <summary>
/// Negative binomial log-linear models of read counts, with dispersions shrunk towards a trend over the mean (DESeq2). For few samples;
/// beyond about 30 a group, models on voom's log counts or rank tests keep their error rates better.
/// </summary>
public sealed class CountModel
{
    private readonly CountModelColumns _columns;

    internal CountModel(
        DesignMatrix design,
        double[] sizeFactors,
        int samples,
        CountModelColumns columns,
        DispersionPrior prior
    )
    {
        (Design, SizeFactors, Samples, _columns, Prior) = (design, sizeFactors, samples, columns, prior);
    }

    /// <summary>The design.</summary>
    public DesignMatrix Design { get; }

    /// <summary>Size factor of each sample.</summary>
    public double[] SizeFactors { get; }

    /// <summary>Samples whose covariates are all known.</summary>
    public int Samples { get; }

    /// <summary>The trend that dispersions are shrunk towards.</summary>
    public DispersionTrend Trend => Prior.Trend;

    /// <summary>Variance of true log dispersions about the trend.</summary>
    public double PriorVariance => Prior.Variance;

    /// <summary>Mean of the counts over size factors, by gene.</summary>
    public double[] BaseMean => [.. _columns.Mean];

    /// <summary>Variance of the counts over size factors, by gene.</summary>
    public double[] BaseVariance => [.. _columns.Variance];

    /// <summary>Dispersion estimated from the gene alone; NaN without reads.</summary>
    public double[] GeneDispersion => [.. _columns.GeneDispersion];

    /// <summary>Dispersion of the trend at the mean of the gene; NaN without reads.</summary>
    public double[] FittedDispersion => [.. _columns.FittedDispersion];

    /// <summary>Dispersion shrunk towards the trend; NaN without reads.</summary>
    public double[] ShrunkDispersion => [.. _columns.MapDispersion];

    /// <summary>Dispersion that tests use: the shrunk one, or that of the gene where it lies far above the trend.</summary>
    public double[] Dispersion => [.. _columns.Dispersion];

    /// <summary>Whether the dispersion of the gene lies more than two residual standard deviations above the trend.</summary>
    public bool[] IsDispersionOutlier => [.. _columns.IsOutlier];

    /// <summary>Whether the coefficients of a gene converged; false without reads.</summary>
    public bool[] Converged => [.. _columns.Converged];

    /// <summary>Largest Cook's distance of a gene over the samples in cells of three or more; NaN if there are none.</summary>
    public double[] MaxCooks => [.. _columns.MaxCooks];

    /// <summary>Fits.</summary>
    /// <param name="counts">f genes × n samples of read counts, 0 or more, not normalised.</param>
    /// <param name="design">n samples × p coefficients; a sample with an unknown covariate is left out.</param>
    /// <param name="sizeFactors">n factors above 0; null for medians of ratios.</param>
    /// <param name="threads">Threads at most; 0 for one per core. The number changes no digit.</param>
    /// <returns>
    /// The models; <see cref="NotEstimable.Collinear"/> if a column of the design is a combination of others,
    /// <see cref="NotEstimable.NoResidualDegreesOfFreedom"/> without any, <see cref="NotEstimable.NotConverged"/> if the dispersions
    /// follow no falling trend.
    /// </returns>
    /// <exception cref="ArgumentException">Sizes do not fit, or a factor is not above 0.</exception>
    /// <remarks>
    /// Love, Huber and Anders, Genome Biol 2014. Dispersions are maximised to convergence. Genes with an outlying count get no p value; DESeq2
    /// replaces such counts where a cell of the design has seven samples or more, which is not done here. Checked against DESeq2 1.38.
    /// </remarks>
    public static Estimate<CountModel> Fit(
        FeatureMatrix counts,
        DesignMatrix design,
        IReadOnlyList<double>? sizeFactors = null,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(design);
        if (design.Samples != counts.Samples)
            throw new ArgumentException(
                $"Found {design.Samples} samples in the design; expected {counts.Samples}, the samples of the counts.",
                nameof(design)
            );
        double[] sizes = sizeFactors is null ? Counts.SizeFactors.MedianOfRatios(counts) : [.. sizeFactors];
        if (sizes.Length != counts.Samples || sizeFactors is not null && Array.Exists(sizes, s => !(s > 0)))
            throw new ArgumentException($"Expected {counts.Samples} size factors above 0.", nameof(sizeFactors));
        return Array.Exists(sizes, double.IsNaN)
            ? NotEstimable.TooFewValues
            : new CountModelFitter(counts, design, sizes, threads).Fit();
    }

    /// <summary>Tests a coefficient against 0 in every gene.</summary>
    /// <param name="coefficient">Its name in the design.</param>
    /// <param name="options">Outliers and filtering; both as in DESeq2 by default.</param>
    /// <exception cref="ArgumentException">The design has no such coefficient.</exception>
    public CountTest Test(string coefficient, CountTestOptions? options = null) =>
        Test(Design.Coefficient(coefficient), options);

    /// <summary>Tests a contrast against 0 in every gene.</summary>
    /// <param name="contrast">Weights of the coefficients.</param>
    /// <param name="options">Outliers and filtering; both as in DESeq2 by default.</param>
    /// <exception cref="ArgumentException">The contrast has another number of weights than the design has coefficients.</exception>
    public CountTest Test(Contrast contrast, CountTestOptions? options = null) =>
        new(this, contrast, options ?? CountTestOptions.Default);

    internal CountModelColumns Columns => _columns;

    internal DispersionPrior Prior { get; }
}
