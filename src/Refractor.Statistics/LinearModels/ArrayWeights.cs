namespace Refractor.Statistics.LinearModels;

/// <summary>
/// Precision weights of samples: one that lies far from what its group would suggest in most features counts less (limma's
/// <c>arrayWeights</c> by residual maximum likelihood).
/// </summary>
public sealed class ArrayWeights
{
    private ArrayWeights(double[] weights, bool converged) => (Values, Converged) = (weights, converged);

    /// <summary>n weights with geometric mean 1; NaN for a sample that takes no part.</summary>
    public double[] Values { get; }

    /// <summary>Whether the iteration met its criterion.</summary>
    public bool Converged { get; }

    /// <summary>Estimates the weights.</summary>
    /// <param name="values">f features × n samples; NaN is missing.</param>
    /// <param name="design">n samples × p coefficients.</param>
    /// <param name="priorFeatures">Features' worth of evidence for equal weights; 10 by default, as in limma.</param>
    /// <param name="tolerance">
    /// Gain of a last step; limma's 1e-5 by default, which leaves weights about 0.1 % short of the maximum. 1e-14 gives the maximum.
    /// </param>
    /// <param name="threads">Threads at most; 0 for one per core.</param>
    /// <returns>The weights; the reason why there are none if no feature has residual degrees of freedom and variance.</returns>
    /// <exception cref="ArgumentException">Sizes do not fit, or the prior is not above 0.</exception>
    /// <remarks>
    /// Ritchie et al., BMC Bioinformatics 2006. Scoring on the full residual likelihood, with missing cells too, where limma
    /// falls back to one pass gene by gene. Checked against limma 3.54 (method "reml", which its default is for complete data).
    /// </remarks>
    public static Estimate<ArrayWeights> Estimate(
        FeatureMatrix values,
        DesignMatrix design,
        double priorFeatures = 10,
        double tolerance = 1e-5,
        int threads = 0
    )
    {
        if (!(priorFeatures > 0))
            throw new ArgumentException($"Found {priorFeatures}; expected a number above 0.", nameof(priorFeatures));
        var scoring = new ArrayWeightScoring(values, design, priorFeatures, threads);
        if (scoring.Reason != NotEstimable.None)
            return scoring.Reason;
        var converged = scoring.Iterate(tolerance);
        return new ArrayWeights(scoring.Weights(), converged);
    }
}
