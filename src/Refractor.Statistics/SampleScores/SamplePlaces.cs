using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.SampleScores;

/// <summary>The place of every value within the distribution of its feature over the samples.</summary>
internal sealed class SamplePlaces
{
    private readonly bool[] _isUsed;

    private SamplePlaces(FeatureMatrix descending, bool[] isUsed) => (Descending, _isUsed) = (descending, isUsed);

    /// <summary>f × n estimates of −P(X ≤ x), so that ascending order is from the highest place down; NaN where there is none.</summary>
    public FeatureMatrix Descending { get; }

    /// <summary>Number of features that vary.</summary>
    public int Used => _isUsed.Count(u => u);

    /// <summary>Whether a feature varies.</summary>
    public bool IsUsed(int feature) => _isUsed[feature];

    /// <summary>Estimates all places.</summary>
    public static SamplePlaces Of(FeatureMatrix matrix, GsvaKernel kernel, int threads)
    {
        var (f, n) = (matrix.Features, matrix.Samples);
        var places = GC.AllocateUninitializedArray<double>(f * n);
        var isUsed = new bool[f];
        FeatureLoop.Run(
            f,
            threads,
            () =>
            {
                var (sorter, distribution) = (new ColumnSorter(n), KernelDistribution.Of(kernel, n));
                var (values, sorted, estimates) = (new double[n], new double[n], new double[n]);
                return (from, to) =>
                {
                    for (var i = from; i < to; i++)
                    {
                        if (matrix.TryGetSingles(i, out var singles))
                            sorter.Sort(singles);
                        else
                            sorter.Sort(SampleColumns.Row<double>(matrix, i));
                        matrix.CopyFeature(i, values);
                        var row = places.AsSpan(i * n, n);
                        row.Fill(double.NaN);
                        isUsed[i] = Fill(sorter.Order, values, distribution, sorted, estimates, row);
                    }
                };
            }
        );
        return new SamplePlaces(FeatureMatrix.Of(f, n, places), isUsed);
    }

    private static bool Fill(
        ReadOnlySpan<int> order,
        ReadOnlySpan<double> values,
        KernelDistribution distribution,
        Span<double> sorted,
        Span<double> estimates,
        Span<double> places
    )
    {
        while (order.Length > 0 && values[order[0]] < distribution.Lowest)
            order = order[1..];
        while (order.Length > 0 && double.IsPositiveInfinity(values[order[^1]]))
            order = order[..^1];
        var m = order.Length;
        for (var i = 0; i < m; i++)
            sorted[i] = values[order[i]];
        if (m == 0 || sorted[0].Equals(sorted[m - 1]))
            return false;
        distribution.Fill(sorted[..m], estimates[..m]);
        for (var i = 0; i < m; i++)
            places[order[i]] = -estimates[i];
        return true;
    }
}
