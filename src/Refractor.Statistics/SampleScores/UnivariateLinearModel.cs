using Refractor.Statistics.Distributions;
using Refractor.Statistics.Enrichment;

namespace Refractor.Statistics.SampleScores;

/// <summary>The activities of regulators by univariate linear models, with their tests.</summary>
public sealed class RegulatorActivities
{
    internal RegulatorActivities(SetScores t, double[] logP, int[] degreesOfFreedom) =>
        (T, LogP, DegreesOfFreedom) = (t, logP, degreesOfFreedom);

    /// <summary>t statistics of the slopes: positive where targets of positive weight are high.</summary>
    public SetScores T { get; }

    /// <summary>sets × n natural logarithms of the two-sided p values, not adjusted for their number; NaN where there is none.</summary>
    public double[] LogP { get; }

    /// <summary>n degrees of freedom: features measured in the sample less 2.</summary>
    public int[] DegreesOfFreedom { get; }
}

/// <summary>
/// Activity of a regulator (a transcription factor, a kinase, a pathway) in a sample: the t statistic of the slope when the values of
/// all features of the sample are regressed on the weights of the regulator, which are 0 for features that are not its targets
/// (Badia-i-Mompel et al., Bioinformatics Advances 2022).
/// </summary>
/// <remarks>
/// A score depends on nothing but its own sample. Missing and infinite values are left out sample by sample. Without weights this is Student's t test
/// of targets against all others. Checked against R's <c>lm</c>, one fit a sample and set.
/// </remarks>
public static class UnivariateLinearModel
{
    /// <summary>Scores every regulator in every sample.</summary>
    /// <param name="matrix">f features × n samples, such as log expression or differences to a reference; NaN is missing.</param>
    /// <param name="targets">The targets of each regulator among the f features.</param>
    /// <param name="weights">
    /// For each regulator the weights of its targets, in the order of <see cref="FeatureSets.Members"/>: the mode of regulation, often
    /// 1 or −1. All are 1 if null.
    /// </param>
    /// <param name="threads">How many threads at most; 0 for one per core. The scores do not depend on it.</param>
    /// <returns>
    /// t and p; NaN where fewer than three features are measured or all are equal, and where all weights are. A regulator without
    /// target has the reason <see cref="NotEstimable.EmptySet"/>, one whose weights do not vary over the features
    /// <see cref="NotEstimable.NoVariation"/>.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The sets are over another number of features, or the weights are not as many as the targets.
    /// </exception>
    public static RegulatorActivities Score(
        FeatureMatrix matrix,
        FeatureSets targets,
        IReadOnlyList<IReadOnlyList<double>>? weights = null,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var regulators = Regulator.All(matrix, targets, weights);
        var n = matrix.Samples;
        var (t, logP) = (new double[regulators.Length * n], new double[regulators.Length * n]);
        var degreesOfFreedom = new int[n];
        FeatureLoop.Run(
            n,
            threads,
            SlopeBlock.Width,
            () =>
            {
                var block = new SlopeBlock(matrix);
                return (from, to) =>
                {
                    block.Fill(from, to);
                    for (var j = from; j < to; j++)
                        degreesOfFreedom[j] = Math.Max(0, block.Measured(j - from) - 2);
                    for (var r = 0; r < regulators.Length; r++)
                    {
                        var place = (r * n) + from;
                        block.Score(regulators[r], t.AsSpan(place, to - from));
                        for (var j = from; j < to; j++)
                            logP[(r * n) + j] = StudentT.TwoSided(t[(r * n) + j], degreesOfFreedom[j]).Log;
                    }
                };
            }
        );
        var counts = Array.ConvertAll(regulators, r => r.Targets.Length);
        var reasons = Array.ConvertAll(regulators, r => r.Reason(matrix.Features));
        return new RegulatorActivities(new SetScores(n, counts, reasons, t), logP, degreesOfFreedom);
    }
}
