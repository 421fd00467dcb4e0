using Refractor.Statistics.Enrichment;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.SampleScores;

/// <summary>How ssGSEA treats features of equal value in a sample.</summary>
public enum SsgseaTies
{
    /// <summary>Equal values share the mean of their ranks, in weights and in positions: the order of the rows does not matter.</summary>
    MeanRank,

    /// <summary>
    /// As R's GSVA up to 1.46: weights from the integer part of the mean rank, positions in the order of the rows. Another order of the
    /// rows gives other scores.
    /// </summary>
    AsGsva,
}

/// <summary>
/// Single-sample gene set enrichment analysis: how far the members of a set stand above the other features in the ranking of one sample.
/// </summary>
/// <remarks>
/// <para>With r the rank of a feature among the n measured in the sample (1 is lowest) and w = r^α, the score of a set of k members is
/// Σ w r / Σ w − (n (n + 1) / 2 − Σ r) / (n − k), sums over the members: the area between the running sums of Barbie et al. (Nature
/// 2009) in closed form.</para>
/// <para>A score depends on nothing but its own sample. Infinite values have their rank. Missing values are left out sample by sample: they take no rank, and a sample
/// without a single measured member, or with no other feature, has no score (NaN).</para>
/// <para>Checked against GSVA 1.46 (<c>gsva(method = "ssgsea")</c>, ssgsea.norm TRUE and FALSE) to 1e-9 with
/// <see cref="SsgseaTies.AsGsva"/>; both forms are one where no values are tied.</para>
/// </remarks>
public static class Ssgsea
{
    /// <summary>Scores every set in every sample.</summary>
    /// <param name="matrix">f features × n samples on any scale that orders the features of a sample; NaN is missing.</param>
    /// <param name="sets">Sets over the f features.</param>
    /// <param name="alpha">
    /// Exponent of the rank in the weights, ≥ 0. 0.25 is the value of Barbie et al. and GSVA; 1 weighs the top of the ranking more.
    /// </param>
    /// <param name="ties">How equal values are treated.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The scores do not depend on it.</param>
    /// <returns>
    /// Raw scores, in ranks; <see cref="SetScores.DividedByRange"/> gives those of GSVA's default. Without measured member a set has the
    /// reason <see cref="NotEstimable.EmptySet"/>, with all features as members <see cref="NotEstimable.OneGroup"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The sets are over another number of features; alpha is negative.</exception>
    public static SetScores Score(
        FeatureMatrix matrix,
        FeatureSets sets,
        double alpha = 0.25,
        SsgseaTies ties = SsgseaTies.MeanRank,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfNegative(alpha);
        var members = SetMembers.Of(sets, matrix);
        var weights = SsgseaRanks.Weights(matrix.Features, alpha, ties);
        var values = new double[members.Sets * matrix.Samples];
        SampleLoop.Run(
            matrix,
            threads,
            () =>
            {
                var ranks = new SsgseaRanks(matrix.Features, weights, ties);
                return (sample, order) =>
                {
                    ranks.Fill(order);
                    for (var s = 0; s < members.Sets; s++)
                        values[(s * matrix.Samples) + sample] = ranks.Score(members[s]);
                };
            }
        );
        return new SetScores(matrix.Samples, members.Counts, members.Reasons(matrix.Features), values);
    }
}
