using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Counts;

/// <summary>Which genes a test of a count model leaves out.</summary>
public sealed record CountTestOptions
{
    /// <summary>As DESeq2's <c>results</c> by default.</summary>
    public static CountTestOptions Default { get; } = new();

    /// <summary>
    /// Whether genes whose largest Cook's distance is beyond the 99 % quantile of F get no p value. On by default: a single wild count is
    /// no evidence of a difference.
    /// </summary>
    public bool LeaveOutOutliers { get; init; } = true;

    /// <summary>
    /// Whether genes of low mean count are kept out of the adjustment, at the mean that lets the most genes pass. On by default; they keep
    /// their p value.
    /// </summary>
    public bool FilterByMean { get; init; } = true;

    /// <summary>The false discovery rate that the filter is chosen for; 0.1 by default.</summary>
    public double FalseDiscoveryRate { get; init; } = 0.1;
}

/// <summary>Wald tests of one contrast of a count model: the columns of DESeq2's <c>results</c>, in the order of the genes.</summary>
public sealed class CountTest
{
    private const double Log2 = 0.69314718055994530942;
    private const double OutlierQuantile = 0.99;

    internal CountTest(CountModel model, Contrast contrast, CountTestOptions options)
    {
        Contrast = contrast;
        BaseMean = model.BaseMean;
        var genes = BaseMean.Length;
        (Effect, StandardError) = (new double[genes], new double[genes]);
        (Statistic, LogP) = (new double[genes], new double[genes]);
        Reasons = new NotEstimable[genes];
        var weights = contrast.ToArray(model.Design.Coefficients);
        for (var g = 0; g < genes; g++)
            Compute(model.Columns, g, weights);
        if (options.LeaveOutOutliers)
            LeaveOutOutliers(model);
        (LogAdjustedP, FilterThreshold) = options.FilterByMean
            ? MeanFilter.Adjust(BaseMean, LogP, options.FalseDiscoveryRate)
            : (MultipleTesting.AdjustedP.BenjaminiHochbergOfLog(LogP), 0);
    }

    /// <summary>What was tested.</summary>
    public Contrast Contrast { get; }

    /// <summary>Mean of the counts over size factors.</summary>
    public double[] BaseMean { get; }

    /// <summary>log2 fold change.</summary>
    public double[] Effect { get; }

    /// <summary>Its standard error.</summary>
    public double[] StandardError { get; }

    /// <summary>Effect over standard error; standard normal without a difference.</summary>
    public double[] Statistic { get; }

    /// <summary>Natural logarithm of the two-sided p value; NaN for genes without reads and for outliers.</summary>
    public double[] LogP { get; }

    /// <summary>
    /// Natural logarithm of the p value adjusted by Benjamini and Hochberg; NaN for genes without a p value or below
    /// <see cref="FilterThreshold"/>.
    /// </summary>
    public double[] LogAdjustedP { get; }

    /// <summary>Mean count below which genes were kept out of the adjustment.</summary>
    public double FilterThreshold { get; }

    /// <summary>Why a gene has no p value; <see cref="NotEstimable.None"/> where it has.</summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>The p value of a gene.</summary>
    public PValue P(int gene) => PValue.FromLog(LogP[gene]);

    private void Compute(CountModelColumns columns, int gene, double[] weights)
    {
        if (columns.Coefficients[gene] is not { } coefficients)
        {
            (Effect[gene], StandardError[gene], Statistic[gene], LogP[gene]) = (
                double.NaN,
                double.NaN,
                double.NaN,
                double.NaN
            );
            Reasons[gene] = NotEstimable.NoEvents;
            return;
        }
        var (effect, variance) = (0.0, 0.0);
        for (var a = 0; a < weights.Length; a++)
        {
            effect += weights[a] * coefficients[a];
            for (var b = 0; b < weights.Length; b++)
                variance += weights[a] * columns.Covariances[gene]![a, b] * weights[b];
        }
        (Effect[gene], StandardError[gene]) = (effect / Log2, Math.Sqrt(variance) / Log2);
        Statistic[gene] = Effect[gene] / StandardError[gene];
        LogP[gene] = Normal.TwoSided(Statistic[gene]).Log;
        Reasons[gene] = columns.Converged[gene] ? NotEstimable.None : NotEstimable.NotConverged;
    }

    private void LeaveOutOutliers(CountModel model)
    {
        var p = model.Design.Coefficients;
        var limit = FDistribution.Quantile(1 - OutlierQuantile, p, model.Samples - p, Tail.Upper);
        for (var g = 0; g < LogP.Length; g++)
        {
            // Between two groups, a count that three samples exceed is no outlier.
            var common = p == 2 && model.Columns.ThreeAreHigher[g];
            if (model.Columns.MaxCooks[g] > limit && !common)
                (LogP[g], Reasons[g]) = (double.NaN, NotEstimable.Outlier);
        }
    }
}
