namespace Refractor.Statistics.LinearModels;

/// <summary>
/// Correlation of samples of one block, such as a patient, after the design is accounted for: the consensus over all features (limma's
/// <c>duplicateCorrelation</c>), to be given to <see cref="LinearModelOptions.Correlation"/>.
/// </summary>
public sealed class BlockCorrelation
{
    // Shares of the most extreme features on each side that the consensus leaves out.
    private const double DefaultTrim = 0.15;

    private BlockCorrelation(double consensus, double[] byFeature)
    {
        (Consensus, ByFeature) = (consensus, byFeature);
    }

    /// <summary>tanh of the trimmed mean of atanh of the correlations of the features.</summary>
    public double Consensus { get; }

    /// <summary>Correlation of each feature, between the least that the largest block allows and 0.99; NaN where it has none.</summary>
    public double[] ByFeature { get; }

    /// <summary>Estimates the correlation.</summary>
    /// <param name="values">f features × n samples; NaN is missing.</param>
    /// <param name="design">n samples × p coefficients, without the blocks.</param>
    /// <param name="blocks">n labels; a sample without label is left out.</param>
    /// <param name="weights">Precision weights, f × n; null for equal ones.</param>
    /// <param name="trim">Share of features left out on each side of the consensus.</param>
    /// <param name="threads">Threads at most; 0 for one per core.</param>
    /// <returns>
    /// The correlations; <see cref="NotEstimable.NoComparablePairs"/> if no block has two samples, <see cref="NotEstimable.Collinear"/>
    /// if the design contains the blocks, <see cref="NotEstimable.TooFewValues"/> if no feature has enough values.
    /// </returns>
    /// <exception cref="ArgumentException">Sizes do not fit.</exception>
    /// <remarks>
    /// Smyth, Michaud and Scott, Bioinformatics 2005. Residual maximum likelihood for each feature, to convergence, from sums over blocks:
    /// no matrix of n × n is formed. Weighted values are correlated as limma has it: after each is scaled by the root of its weight. Checked against limma 3.54 and statmod.
    /// </remarks>
    public static Estimate<BlockCorrelation> Estimate(
        FeatureMatrix values,
        DesignMatrix design,
        IReadOnlyList<string?> blocks,
        FeatureMatrix? weights = null,
        double trim = DefaultTrim,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(blocks);
        if (!(trim >= 0 && trim < 0.5))
            throw new ArgumentException($"Found a trim of {trim}; expected one from 0 to below 0.5.", nameof(trim));
        if (blocks.Count != values.Samples)
            throw new ArgumentException(
                $"Found {blocks.Count} block labels; expected {values.Samples}, the samples of the matrix.",
                nameof(blocks)
            );
        var labelled = Array.ConvertAll([.. blocks], b => b is null ? 0.0 : 1.0);
        var plan = new ModelPlan(
            values,
            design,
            new LinearModelOptions { Weights = weights, SampleWeights = labelled }
        );
        var numbers = Blocks.Number(blocks);
        var common = new BlockLikelihood(plan.Common, numbers);
        if (common.LargestBlock < 2)
            return NotEstimable.NoComparablePairs;
        if (common.IsInDesign)
            return NotEstimable.Collinear;
        var correlations = new double[values.Features];
        FeatureLoop.Run(
            values.Features,
            threads,
            () =>
            {
                var worker = new BlockCorrelationWorker(values, plan, numbers, common);
                return (from, to) =>
                {
                    for (var f = from; f < to; f++)
                        correlations[f] = worker.Estimate(f);
                };
            }
        );
        var consensus = Consent(correlations, trim);
        return double.IsNaN(consensus) ? NotEstimable.TooFewValues : new BlockCorrelation(consensus, correlations);
    }

    private static double Consent(double[] correlations, double trim)
    {
        double[] transformed = [.. correlations.Where(r => !double.IsNaN(r)).Select(Math.Atanh).Order()];
        var cut = (int)(trim * transformed.Length);
        return transformed.Length == 0 ? double.NaN : Math.Tanh(transformed[cut..^cut].Average());
    }
}
