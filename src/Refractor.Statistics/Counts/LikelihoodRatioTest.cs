using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearModels;
using Refractor.Statistics.MultipleTesting;

namespace Refractor.Statistics.Counts;

/// <summary>Likelihood ratio tests of one contrast of counts: the columns of edgeR's <c>glmLRT</c>, in the order of the genes.</summary>
public sealed class LikelihoodRatioTest
{
    internal LikelihoodRatioTest(NegativeBinomialModel model, Contrast contrast)
    {
        Contrast = contrast;
        var nested = new NestedModels(model, contrast);
        var dispersions = model.Dispersions.Genewise;
        (Statistic, var converged) = nested.Ratios(model.Rows.Expressed, g => dispersions[g]);
        Effect = nested.Effects(dispersions);
        Abundance = model.Abundance;
        LogP = new double[Statistic.Length];
        ChiSquared.LogUpperTail(Statistic, 1, LogP);
        Reasons = [.. model.Rows.Reasons];
        foreach (var g in model.Rows.Expressed)
            Reasons[g] = converged[g] ? NotEstimable.None : NotEstimable.NotConverged;
        LogAdjustedP = AdjustedP.BenjaminiHochbergOfLog(LogP);
    }

    /// <summary>What was tested.</summary>
    public Contrast Contrast { get; }

    /// <summary>Log2 fold change, with a prior count of 0.125 (logFC); NaN without reads.</summary>
    public double[] Effect { get; }

    /// <summary>Log2 reads per million of the average library (logCPM).</summary>
    public double[] Abundance { get; }

    /// <summary>Twice the log likelihood ratio (LR): χ² with 1 degree of freedom without a difference.</summary>
    public double[] Statistic { get; }

    /// <summary>Natural logarithm of the p value; NaN without reads.</summary>
    public double[] LogP { get; }

    /// <summary>Natural logarithm of the p value adjusted by Benjamini and Hochberg.</summary>
    public double[] LogAdjustedP { get; }

    /// <summary>Why a gene has no p value; <see cref="NotEstimable.None"/> where it has.</summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>The p value of a gene.</summary>
    public PValue P(int gene) => PValue.FromLog(LogP[gene]);
}
