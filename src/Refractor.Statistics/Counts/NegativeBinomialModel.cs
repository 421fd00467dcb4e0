using System.Numerics.Tensors;
using Refractor.Statistics.LinearAlgebra;
using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Counts;

/// <summary>
/// Negative binomial log-linear models of read counts, with dispersions shrunk towards a trend over abundance by weighted likelihood
/// (edgeR).
/// </summary>
public sealed class NegativeBinomialModel
{
    // A profile needs no more: its maximum is read from a spline.
    private const double ProfileTolerance = 1e-7;

    private readonly EmpiricalDispersions _dispersions;

    private NegativeBinomialModel(
        DesignMatrix design,
        CountRows rows,
        double[][] columns,
        EmpiricalDispersions dispersions
    )
    {
        (Design, Rows, Columns, _dispersions) = (design, rows, columns, dispersions);
    }

    /// <summary>The design.</summary>
    public DesignMatrix Design { get; }

    /// <summary>Samples whose covariates are all known.</summary>
    public int Samples => Rows.Samples;

    /// <summary>One dispersion for all genes.</summary>
    public double CommonDispersion => _dispersions.Common;

    /// <summary>Dispersion of the trend at the abundance of a gene; NaN without reads.</summary>
    public double[] TrendedDispersion => [.. _dispersions.Trended];

    /// <summary>Dispersion of a gene, shrunk towards the trend; NaN without reads.</summary>
    public double[] Dispersion => [.. _dispersions.Genewise];

    /// <summary>Prior degrees of freedom of the dispersions; +∞ if they differ from the trend by chance alone.</summary>
    public double PriorDf => _dispersions.PriorDf;

    /// <summary>Log2 reads per million of the average library (logCPM); NaN without reads.</summary>
    public double[] Abundance => [.. _dispersions.Abundance];

    /// <summary>Estimates dispersions.</summary>
    /// <param name="counts">f genes × n samples of read counts, without the genes that hardly any sample has.</param>
    /// <param name="design">n samples × p coefficients; a sample with an unknown covariate is left out.</param>
    /// <param name="librarySizes">n effective sizes: library size × normalisation factor. Null for the sums of the samples.</param>
    /// <param name="threads">Threads at most; 0 for one per core. The number changes no digit.</param>
    /// <returns>
    /// The models; <see cref="NotEstimable.Collinear"/> if a column of the design is a combination of others,
    /// <see cref="NotEstimable.NoResidualDegreesOfFreedom"/> without any, <see cref="NotEstimable.NoEvents"/> if no gene has five reads.
    /// </returns>
    /// <exception cref="ArgumentException">Sizes do not fit.</exception>
    /// <remarks>
    /// McCarthy, Chen and Smyth, Nucleic Acids Res 2012; Chen, Lun and Smyth, 2014. A gene with a negative or missing count has no model.
    /// Checked against <c>estimateDisp</c> of edgeR 3.40.
    /// </remarks>
    public static Estimate<NegativeBinomialModel> Fit(
        FeatureMatrix counts,
        DesignMatrix design,
        IReadOnlyList<double>? librarySizes = null,
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
        if (design.Within is not null)
            throw new ArgumentException(
                "The design removes block means; counts need the block as a factor.",
                nameof(design)
            );
        var sizes = CountColumns.LibrarySizes(counts, librarySizes);
        var samples = design.CompleteSamples();
        var columns = Array.ConvertAll(design.Columns, c => Array.ConvertAll(samples, s => c[s]));
        if (samples.Length <= columns.Length)
            return NotEstimable.NoResidualDegreesOfFreedom;
        if (new QrDecomposition(columns, samples.Length).Rank < columns.Length)
            return NotEstimable.Collinear;
        var rows = new CountRows(counts, samples, sizes, threads);
        return EmpiricalDispersions.Of(rows, columns, AdjustedProfiles(rows, columns)) is { } dispersions
            ? new NegativeBinomialModel(design, rows, columns, dispersions)
            : NotEstimable.NoEvents;
    }

    /// <summary>Likelihood ratio tests of a coefficient at the dispersions of the genes.</summary>
    /// <param name="coefficient">Its name in the design.</param>
    /// <exception cref="ArgumentException">The design has no such coefficient.</exception>
    public LikelihoodRatioTest LikelihoodRatio(string coefficient) => LikelihoodRatio(Design.Coefficient(coefficient));

    /// <summary>Likelihood ratio tests of a contrast at the dispersions of the genes.</summary>
    /// <param name="contrast">Weights of the coefficients.</param>
    /// <exception cref="ArgumentException">The contrast has another number of weights than the design has coefficients.</exception>
    public LikelihoodRatioTest LikelihoodRatio(Contrast contrast) => new(this, contrast);

    /// <summary>
    /// Quasi-likelihood models: variances beyond those at the trended dispersion, shrunk towards a trend over abundance. They keep the
    /// error rate better than likelihood ratio tests do, as they know that dispersions are estimates.
    /// </summary>
    public QuasiLikelihoodModel QuasiLikelihood() => new(this);

    internal CountRows Rows { get; }

    internal double[][] Columns { get; }

    internal EmpiricalDispersions Dispersions => _dispersions;

    // Profile likelihoods on the grid, adjusted for the estimated coefficients (Cox and Reid).
    private static double[][] AdjustedProfiles(CountRows rows, double[][] columns)
    {
        var profiles = new double[rows.Features][];
        rows.ForEach(
            EmpiricalDispersions.Informative(rows),
            () =>
            {
                var (fit, likelihood) = (
                    new NegativeBinomialFit(columns, ProfileTolerance),
                    new DispersionLikelihood(columns)
                );
                var expected = new double[rows.Samples];
                return (gene, counts) =>
                {
                    var profile = profiles[gene] = new double[DispersionGrid.Dispersions.Length];
                    // From the largest dispersion, at which the first steps are short.
                    for (var j = profile.Length - 1; j >= 0; j--)
                    {
                        var dispersion = DispersionGrid.Dispersions[j];
                        if (j == profile.Length - 1)
                            fit.TryFit(counts, rows.LogSizes, dispersion);
                        else
                            fit.TryRefit(counts, rows.LogSizes, dispersion);
                        TensorPrimitives.Max(fit.Expected, NegativeBinomialFit.SmallestExpected, expected);
                        likelihood.Set(counts, expected);
                        profile[j] =
                            likelihood.At(Math.Log(dispersion)).Value
                            + TensorPrimitives.Dot<double>(counts, fit.LogExpected);
                    }
                };
            }
        );
        return profiles;
    }
}
