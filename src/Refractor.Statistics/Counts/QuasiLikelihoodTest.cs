using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearModels;
using Refractor.Statistics.MultipleTesting;

namespace Refractor.Statistics.Counts;

/// <summary>Quasi-likelihood F tests of one contrast: the columns of edgeR's <c>glmQLFTest</c>, in the order of the genes.</summary>
public sealed class QuasiLikelihoodTest
{
    internal QuasiLikelihoodTest(QuasiLikelihoodModel quasi, Contrast contrast)
    {
        Contrast = contrast;
        var (model, trended) = (quasi.Model, quasi.Model.Dispersions.Trended);
        var nested = new NestedModels(model, contrast);
        (Statistic, var converged) = nested.Ratios(model.Rows.Expressed, g => trended[g]);
        (Effect, Abundance, TotalDf) = (nested.Effects(trended), model.Abundance, quasi.TotalDf());
        Reasons = [.. model.Rows.Reasons];
        LogP = new double[Statistic.Length];
        Array.Fill(LogP, double.NaN);
        foreach (var g in model.Rows.Expressed)
        {
            Statistic[g] /= quasi.PosteriorVariance[g];
            Reasons[g] =
                !(TotalDf[g] > 0) ? NotEstimable.NoResidualDegreesOfFreedom
                : !(quasi.PosteriorVariance[g] > 0) ? NotEstimable.ZeroVariance
                : !converged[g] ? NotEstimable.NotConverged
                : NotEstimable.None;
            if (Reasons[g] == NotEstimable.None)
                LogP[g] = FDistribution.LogProbability(Statistic[g], 1, TotalDf[g], Tail.Upper);
        }
        BoundByPoisson(quasi, nested);
        LogAdjustedP = AdjustedP.BenjaminiHochbergOfLog(LogP);
    }

    /// <summary>What was tested.</summary>
    public Contrast Contrast { get; }

    /// <summary>Log2 fold change, with a prior count of 0.125 (logFC); NaN without reads.</summary>
    public double[] Effect { get; }

    /// <summary>Log2 reads per million of the average library (logCPM).</summary>
    public double[] Abundance { get; }

    /// <summary>F with 1 and <see cref="TotalDf"/> degrees of freedom.</summary>
    public double[] Statistic { get; }

    /// <summary>Degrees of freedom of the shrunk variance.</summary>
    public double[] TotalDf { get; }

    /// <summary>Natural logarithm of the p value, not below that of Poisson counts; NaN where there is none.</summary>
    public double[] LogP { get; }

    /// <summary>Natural logarithm of the p value adjusted by Benjamini and Hochberg.</summary>
    public double[] LogAdjustedP { get; }

    /// <summary>Why a gene has no p value; <see cref="NotEstimable.None"/> where it has.</summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>The p value of a gene.</summary>
    public PValue P(int gene) => PValue.FromLog(LogP[gene]);

    // Counts do not vary less than Poisson's: the p value of a gene that seems to is at least that of their likelihood ratio.
    private void BoundByPoisson(QuasiLikelihoodModel quasi, NestedModels nested)
    {
        int[] low = [.. quasi.Model.Rows.Expressed.Where(g => quasi.IsBelowPoisson(g) && !double.IsNaN(LogP[g]))];
        var (ratios, _) = nested.Ratios(low, _ => 0);
        foreach (var g in low)
            LogP[g] = Math.Max(LogP[g], ChiSquared.LogProbability(ratios[g], 1, Tail.Upper));
    }
}
