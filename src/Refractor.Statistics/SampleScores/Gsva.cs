using Refractor.Statistics.Enrichment;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.SampleScores;

/// <summary>
/// Gene set variation analysis (Hänzelmann, Castelo and Guinney, BMC Bioinformatics 2013): every value is placed within the distribution
/// of its feature over the samples, the features of a sample are ranked by that place, and the score of a set is the deviation of a
/// weighted random walk down the ranking.
/// </summary>
/// <remarks>
/// <para>Scores depend on all samples of the matrix. Features whose measured values are all equal say nothing and are left out
/// (<see cref="SetScores.ConstantFeatures"/>).</para>
/// <para>Missing and infinite values are left out cell by cell: a feature is placed among the samples that have it, and ranked in those. A sample in
/// which no member or nothing but members is measured, or in which all weights of the members are 0, has no score (NaN).</para>
/// <para>Checked against GSVA 1.46 (<c>gsva(method = "gsva")</c>, kernels Gaussian, Poisson and none, mx.diff, abs.ranking) to 1e-9. The
/// kernel sums over the samples are exact, so the order of the samples changes nothing; features of equal place stand in the order of
/// the rows.</para>
/// </remarks>
public static class Gsva
{
    /// <summary>Scores every set in every sample.</summary>
    /// <param name="matrix">
    /// f features × n samples: log expression for the Gaussian kernels, counts for the Poisson kernel; NaN is missing.
    /// </param>
    /// <param name="sets">Sets over the f features.</param>
    /// <param name="options">Settings; R's defaults if null.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The scores do not depend on it.</param>
    /// <returns>
    /// Scores from −1 to 1 (to 2 with <see cref="GsvaOptions.AbsoluteRanking"/>). A set without member has the reason
    /// <see cref="NotEstimable.EmptySet"/>, one of all features <see cref="NotEstimable.OneGroup"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The sets are over another number of features; tau is negative.</exception>
    public static SetScores Score(FeatureMatrix matrix, FeatureSets sets, GsvaOptions? options = null, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        options ??= new GsvaOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Tau, nameof(options));
        var places = SamplePlaces.Of(matrix, options.Kernel, threads);
        var members = SetMembers.Of(sets, matrix, places.IsUsed);
        var values = new double[members.Sets * matrix.Samples];
        SampleLoop.Run(
            places.Descending,
            threads,
            () =>
            {
                var walk = new RankingWalk(matrix.Features, options);
                return (sample, order) =>
                {
                    walk.Fill(order.Order);
                    for (var s = 0; s < members.Sets; s++)
                        values[(s * matrix.Samples) + sample] = walk.Score(members[s]);
                };
            }
        );
        return new SetScores(
            matrix.Samples,
            members.Counts,
            members.Reasons(places.Used),
            values,
            matrix.Features - places.Used
        );
    }
}
