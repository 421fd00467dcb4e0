using System.Numerics.Tensors;

namespace Refractor.Statistics.Counts;

/// <summary>
/// Negative binomial counts of groups of samples without further covariates, with dispersions from the likelihood given the sums of the
/// groups, for exact tests between two groups (edgeR's classic mode).
/// </summary>
public sealed class GroupedCountModel
{
    // Counts are first made comparable at this dispersion, and then again at the common one found.
    private const double FirstDispersion = 0.01;

    private readonly FeatureMatrix _counts;
    private readonly double[] _sizes;
    private readonly int _threads;
    private readonly EmpiricalDispersions _dispersions;

    private GroupedCountModel(
        FeatureMatrix counts,
        IReadOnlyList<string?> groups,
        double[] sizes,
        int threads,
        EmpiricalDispersions dispersions
    )
    {
        (_counts, Groups, _sizes, _threads, _dispersions) = (counts, groups, sizes, threads, dispersions);
    }

    /// <summary>Group of each sample; null for samples left out.</summary>
    public IReadOnlyList<string?> Groups { get; }

    /// <summary>One dispersion for all genes.</summary>
    public double CommonDispersion => _dispersions.Common;

    /// <summary>Dispersion of the trend at the abundance of a gene; NaN without reads.</summary>
    public double[] TrendedDispersion => [.. _dispersions.Trended];

    /// <summary>Dispersion of a gene, shrunk towards the trend; NaN without reads.</summary>
    public double[] Dispersion => [.. _dispersions.Genewise];

    /// <summary>Prior degrees of freedom of the dispersions; +∞ if they differ from the trend by chance alone.</summary>
    public double PriorDf => _dispersions.PriorDf;

    /// <summary>Log2 reads per million of the average library (logCPM); NaN without reads.</summary>
    public double[] Abundance => [.. _dispersions.Abundance];

    /// <summary>Estimates dispersions.</summary>
    /// <param name="counts">f genes × n samples of read counts, without the genes that hardly any sample has.</param>
    /// <param name="groups">n groups; null leaves the sample out.</param>
    /// <param name="librarySizes">n effective sizes: library size × normalisation factor. Null for the sums of the samples.</param>
    /// <param name="threads">Threads at most; 0 for one per core. The number changes no digit.</param>
    /// <returns>
    /// The model; <see cref="NotEstimable.NoResidualDegreesOfFreedom"/> if no group has two samples, <see cref="NotEstimable.NoEvents"/> if
    /// no gene has five reads.
    /// </returns>
    /// <exception cref="ArgumentException">Sizes do not fit.</exception>
    /// <remarks>
    /// Robinson and Smyth, Biostatistics 2008; Chen, Lun and Smyth, 2014. A gene with a negative or missing count has no model. Checked
    /// against <c>estimateDisp</c> of edgeR 3.40 without a design.
    /// </remarks>
    public static Estimate<GroupedCountModel> Fit(
        FeatureMatrix counts,
        IReadOnlyList<string?> groups,
        IReadOnlyList<double>? librarySizes = null,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count != counts.Samples)
            throw new ArgumentException(
                $"Found {groups.Count} groups; expected {counts.Samples}, the samples of the counts.",
                nameof(groups)
            );
        var sizes = CountColumns.LibrarySizes(counts, librarySizes);
        int[] samples = [.. Enumerable.Range(0, groups.Count).Where(s => groups[s] is not null)];
        int[][] members =
        [
            .. Enumerable.Range(0, samples.Length).GroupBy(i => groups[samples[i]]).Select(g => g.ToArray()),
        ];
        if (samples.Length <= members.Length)
            return NotEstimable.NoResidualDegreesOfFreedom;
        var rows = new CountRows(counts, samples, sizes, threads);
        var informative = EmpiricalDispersions.Informative(rows);
        if (informative.Length == 0)
            return NotEstimable.NoEvents;
        var first = EmpiricalDispersions.CommonOf(informative, ConditionalProfiles(rows, members, FirstDispersion));
        var columns = Array.ConvertAll(members, m => Indicator(m, samples.Length));
        var dispersions = EmpiricalDispersions.Of(rows, columns, ConditionalProfiles(rows, members, first))!;
        return new GroupedCountModel(counts, groups, sizes, threads, dispersions);
    }

    /// <summary>Exact tests of the difference between two groups in every gene.</summary>
    /// <param name="reference">The group that effects are measured from.</param>
    /// <param name="group">The group compared with it.</param>
    /// <exception cref="ArgumentException">No sample has one of these groups, or they are the same.</exception>
    public ExactCountTest Test(string reference, string group)
    {
        if (reference == group)
            throw new ArgumentException($"Found '{group}' twice; expected two groups.", nameof(group));
        var (from, to) = (SamplesOf(reference, nameof(reference)), SamplesOf(group, nameof(group)));
        return new ExactCountTest(
            new CountRows(_counts, [.. from, .. to], _sizes, _threads),
            from.Length,
            _dispersions
        );
    }

    private int[] SamplesOf(string group, string parameter)
    {
        int[] samples = [.. Enumerable.Range(0, Groups.Count).Where(s => Groups[s] == group)];
        return samples.Length > 0
            ? samples
            : throw new ArgumentException(
                $"No sample is in group '{group}'; expected one of {string.Join(", ", Groups.Where(g => g is not null).Distinct())}.",
                parameter
            );
    }

    private static double[] Indicator(int[] members, int samples)
    {
        var column = new double[samples];
        foreach (var s in members)
            column[s] = 1;
        return column;
    }

    // Likelihoods on the grid given the sums of the groups, of counts made comparable at a dispersion.
    private static double[][] ConditionalProfiles(CountRows rows, int[][] members, double dispersion)
    {
        var profiles = new double[rows.Features][];
        var groups = Array.ConvertAll(members, m => new ComparableCounts(rows.LogSizes, m, rows.LogSizes.Average()));
        rows.ForEach(
            EmpiricalDispersions.Informative(rows),
            () =>
            {
                var workers = Array.ConvertAll(groups, g => g.Worker());
                return (gene, counts) =>
                {
                    var profile = profiles[gene] = new double[DispersionGrid.Dispersions.Length];
                    foreach (var worker in workers)
                    {
                        var comparable = worker(counts, dispersion);
                        TensorPrimitives.Max(comparable, 0, comparable);
                        for (var j = 0; j < profile.Length; j++)
                            profile[j] += ConditionalCounts.LogLikelihood(comparable, DispersionGrid.Dispersions[j]);
                    }
                };
            }
        );
        return profiles;
    }
}
