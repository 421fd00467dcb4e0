using System.Numerics.Tensors;
using Refractor.Statistics.Enrichment;
using Refractor.Statistics.LinearAlgebra;
using Refractor.Statistics.Normalisation;

namespace Refractor.Statistics.SampleScores;

/// <summary>
/// Pathway level analysis of gene expression (Tomfohr, Lu and Kepler, BMC Bioinformatics 2005): the members of a set are standardised
/// over the samples; their first right singular vector, the pattern that explains most of their variance, is the score.
/// </summary>
/// <remarks>
/// <para>The sign of a singular vector is free. Here the mean correlation of the scores with the members is positive: a high score means
/// high members, as far as they agree. Where that mean is 0, as for two members that oppose each other, the scores are skewed to the right.</para>
/// <para>Scores depend on all samples of the matrix. Features whose measured values are all equal are left out
/// (<see cref="SetScores.ConstantFeatures"/>). A missing or infinite value stands at the mean of its feature; a sample without a measured member
/// has no score (NaN).</para>
/// <para>Checked against GSVA 1.46 (<c>gsva(method = "plage")</c>) to 1e-8 up to the sign. Where the two largest singular values are
/// equal, the pattern is not determined.</para>
/// </remarks>
public static class Plage
{
    // Below this mean correlation the sign would be left to rounding.
    private const double Undecided = 1e-10;

    /// <summary>Scores every set in every sample.</summary>
    /// <param name="matrix">f features × n samples on an additive scale such as log expression; NaN is missing.</param>
    /// <param name="sets">Sets over the f features.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The scores do not depend on it.</param>
    /// <returns>
    /// Scores of mean 0, whose squares sum to 1 over the samples; a set without member has <see cref="NotEstimable.EmptySet"/>.
    /// </returns>
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
            () => (from, _) => Fill(matrix, moments, members[from], values.AsSpan(from * n, n))
        );
        return new SetScores(n, members.Counts, members.EmptySets, values, moments.Constant);
    }

    private static void Fill(
        FeatureMatrix matrix,
        FeatureMoments moments,
        ReadOnlySpan<int> members,
        Span<double> scores
    )
    {
        var (n, k) = (scores.Length, members.Length);
        if (k == 0)
        {
            scores.Fill(double.NaN);
            return;
        }
        var rows = new double[k * n];
        var missing = new int[n];
        for (var i = 0; i < k; i++)
        {
            var row = rows.AsSpan(i * n, n);
            matrix.CopyFeature(members[i], row);
            for (var j = 0; moments.Measured[members[i]] < n && j < n; j++)
                missing[j] += double.IsFinite(row[j]) ? 0 : 1;
            moments.StandardiseAndFill(members[i], row);
        }
        Pattern(rows, k, scores);
        for (var j = 0; j < n; j++)
            scores[j] = missing[j] == k ? double.NaN : scores[j];
    }

    // The vector belongs to the smaller of the two matrices of inner products.
    private static void Pattern(double[] rows, int k, Span<double> pattern)
    {
        var n = pattern.Length;
        if (k <= n)
        {
            var (weights, _) = LeadingEigenvector.Of(GramMatrix.Of(rows, n), k);
            for (var i = 0; i < k; i++)
                TensorPrimitives.MultiplyAdd(rows.AsSpan(i * n, n), weights[i], pattern, pattern);
        }
        else
            LeadingEigenvector.Of(GramMatrix.Of(Transpose(rows, k, n), k), n).Vector.CopyTo(pattern);
        TensorPrimitives.Divide(pattern, TensorPrimitives.Norm<double>(pattern), pattern);
        if (IsOpposed(rows, k, pattern))
            TensorPrimitives.Negate(pattern, pattern);
    }

    private static bool IsOpposed(double[] rows, int k, ReadOnlySpan<double> pattern)
    {
        var n = pattern.Length;
        var (agreement, cubes) = (0.0, 0.0);
        for (var i = 0; i < k; i++)
            agreement += TensorPrimitives.Dot(rows.AsSpan(i * n, n), pattern);
        foreach (var score in pattern)
            cubes += score * score * score;
        return Math.Abs(agreement) > Undecided * k * Math.Sqrt(n) ? agreement < 0 : cubes < 0;
    }

    private static double[] Transpose(double[] rows, int k, int n)
    {
        var columns = new double[rows.Length];
        for (var i = 0; i < k; i++)
        for (var j = 0; j < n; j++)
            columns[(j * k) + i] = rows[(i * n) + j];
        return columns;
    }
}
