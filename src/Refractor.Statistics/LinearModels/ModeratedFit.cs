namespace Refractor.Statistics.LinearModels;

/// <summary>
/// Linear models with moderated residual variances (limma's <c>eBayes</c>). Contrasts of the coefficients are tested without another
/// look at the data, so that a further one costs next to nothing.
/// </summary>
public sealed class ModeratedFit
{
    private readonly VariancePrior? _prior;
    private readonly double[] _posterior;
    private readonly double[] _totalDf;

    internal ModeratedFit(LinearModelFit fit, EmpiricalBayesOptions options)
    {
        (Fit, Options) = (fit, options);
        var columns = fit.Columns;
        _prior = Estimate(columns, options);
        _posterior = new double[fit.Features];
        _totalDf = new double[fit.Features];
        var pooled = columns.ResidualDf.Sum();
        for (var f = 0; f < fit.Features; f++)
        {
            var (df, priorDf, priorVariance) = (columns.ResidualDf[f], PriorDfOf(f), PriorVarianceOf(f));
            var variance = df > 0 ? columns.Variance[f] : 0;
            _posterior[f] = double.IsPositiveInfinity(priorDf)
                ? priorVariance
                : (df * variance + priorDf * priorVariance) / (df + priorDf);
            _totalDf[f] = Math.Min(df + priorDf, pooled);
        }
    }

    /// <summary>The models.</summary>
    public LinearModelFit Fit { get; }

    /// <summary>What was asked for.</summary>
    public EmpiricalBayesOptions Options { get; }

    /// <summary>
    /// Prior degrees of freedom, by feature: how many samples' worth of information on its variance a feature takes from the others. +∞
    /// when the variances differ by chance alone; NaN if no feature has a residual degree of freedom.
    /// </summary>
    public double[] PriorDf => [.. Enumerable.Range(0, Fit.Features).Select(PriorDfOf)];

    /// <summary>Prior variance, by feature.</summary>
    public double[] PriorVariance => [.. Enumerable.Range(0, Fit.Features).Select(PriorVarianceOf)];

    /// <summary>Posterior variance, by feature: what tests use.</summary>
    public double[] PosteriorVariance => [.. _posterior];

    /// <summary>Degrees of freedom of the moderated t, by feature: residual and prior ones, at most all residual ones together.</summary>
    public double[] TotalDf => [.. _totalDf];

    /// <summary>Tests a coefficient against 0 in every feature.</summary>
    /// <param name="coefficient">Its name in the design.</param>
    /// <exception cref="ArgumentException">The design has no such coefficient.</exception>
    public ModeratedTest Test(string coefficient) => Test(Fit.Design.Coefficient(coefficient));

    /// <summary>Tests a contrast against 0 in every feature.</summary>
    /// <param name="contrast">Weights of the coefficients.</param>
    /// <remarks>Standard errors are exact with missing and weighted cells too, where limma's <c>contrasts.fit</c> approximates.</remarks>
    /// <exception cref="ArgumentException">The contrast has another number of weights than the design has coefficients.</exception>
    public ModeratedTest Test(Contrast contrast) => new(this, contrast);

    /// <summary>Tests in every feature whether several contrasts are all 0.</summary>
    /// <param name="contrasts">One or more; they may depend on each other.</param>
    /// <exception cref="ArgumentException">No contrast, or one of another length than the design.</exception>
    public ModeratedFTest TestTogether(params IReadOnlyList<Contrast> contrasts) => new(this, contrasts);

    internal double[] Posterior => _posterior;

    internal double[] Df => _totalDf;

    internal double PriorDfOf(int feature) => _prior?.DfOf(feature) ?? double.NaN;

    internal double PriorVarianceOf(int feature) => _prior?.VarianceOf(feature) ?? double.NaN;

    /// <summary>Median of the prior variance.</summary>
    internal double MedianPriorVariance
    {
        get
        {
            if (_prior is null)
                return double.NaN;
            double[] sorted = [.. _prior.Variance.Where(v => !double.IsNaN(v)).Order()];
            return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
        }
    }

    private static VariancePrior? Estimate(FitColumns columns, EmpiricalBayesOptions options)
    {
        var covariate = options.Trend ? options.TrendCovariate?.ToArray() ?? columns.Mean : null;
        if (covariate is not null && covariate.Length != columns.Mean.Length)
            throw new ArgumentException(
                $"Found {covariate.Length} values of the trend covariate; expected {columns.Mean.Length}, one a feature.",
                nameof(options)
            );
        return options.Robust
            ? RobustVariancePrior.Estimate(columns.Variance, columns.ResidualDf, covariate, options)
            : VariancePrior.Estimate(columns.Variance, columns.ResidualDf, covariate);
    }
}
