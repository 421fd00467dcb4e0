using System.Numerics.Tensors;
using Refractor.Statistics.Enrichment;
using Refractor.Statistics.Normalisation;

namespace Refractor.Statistics.SampleScores;

/// <summary>
/// The combined z-score of a set (Lee et al., PLoS Comput Biol 2008): every feature is standardised over the samples; a sample's score
/// is the sum of the members' z-scores over the square root of their number.
/// </summary>
/// <remarks>
/// Scores depend on all samples of the matrix. Features whose measured values are all equal are left out
/// (<see cref="SetScores.ConstantFeatures"/>). Missing and infinite values are left out of mean, standard deviation and sum; a sample without a
/// measured member has no score (NaN). Checked against GSVA 1.46 (<c>gsva(method = "zscore")</c>) to 1e-9.
/// </remarks>
public static class CombinedZScore
{
    /// <summary>Scores every set in every sample.</summary>
    /// <param name="matrix">f features × n samples on an additive scale such as log expression; NaN is missing.</param>
    /// <param name="sets">Sets over the f features.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The scores do not depend on it.</param>
    /// <returns>Scores of variance 1 where members are independent; a set without member has <see cref="NotEstimable.EmptySet"/>.</returns>
    /// <exception cref="ArgumentException">The sets are over another number of features.</exception>
    public static SetScores Score(FeatureMatrix matrix, FeatureSets sets, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var moments = FeatureMoments.Of(matrix, threads);
        var members = SetMembers.Of(sets, matrix, moments.Varies);
        var n = matrix.Samples;
        var values = new double[members.Sets * n];
        FeatureLoop.Run(
            members.Sets,
            threads,
            1,
            () =>
            {
                var (buffer, counts) = (new double[n], new double[n]);
                return (from, _) => Sum(matrix, moments, members[from], buffer, counts, values.AsSpan(from * n, n));
            }
        );
        return new SetScores(n, members.Counts, members.EmptySets, values, moments.Constant);
    }

    private static void Sum(
        FeatureMatrix matrix,
        FeatureMoments moments,
        ReadOnlySpan<int> members,
        Span<double> buffer,
        Span<double> counts,
        Span<double> scores
    )
    {
        counts.Fill(members.Length);
        foreach (var member in members)
        {
            matrix.CopyFeature(member, buffer);
            for (var j = 0; moments.Measured[member] < buffer.Length && j < buffer.Length; j++)
                counts[j] -= double.IsFinite(buffer[j]) ? 0 : 1;
            moments.StandardiseAndFill(member, buffer);
            TensorPrimitives.Add(scores, buffer, scores);
        }
        TensorPrimitives.Sqrt<double>(counts, counts);
        TensorPrimitives.Divide(scores, counts, scores);
    }
}
