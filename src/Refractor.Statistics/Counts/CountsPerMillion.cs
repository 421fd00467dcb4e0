namespace Refractor.Statistics.Counts;

/// <summary>Counts per million reads of the library (edgeR's <c>cpm</c>).</summary>
public static class CountsPerMillion
{
    /// <summary>Counts per million, on the plain scale.</summary>
    /// <param name="counts">f features × n samples of read counts.</param>
    /// <param name="librarySizes">n effective sizes: library size × normalisation factor. Null for the sums of the samples.</param>
    /// <returns>f × n values.</returns>
    /// <exception cref="ArgumentException">Not n library sizes above 0.</exception>
    public static FeatureMatrix Of(FeatureMatrix counts, IReadOnlyList<double>? librarySizes = null)
    {
        var sizes = CountColumns.LibrarySizes(counts, librarySizes);
        return Map(counts, (count, s) => count / sizes[s] * 1e6);
    }

    /// <summary>Base-2 logarithms of counts per million, with a prior count that keeps low counts from scattering.</summary>
    /// <param name="counts">f features × n samples of read counts.</param>
    /// <param name="librarySizes">n effective sizes: library size × normalisation factor. Null for the sums of the samples.</param>
    /// <param name="prior">Reads added to each count, in proportion to the library size; 2 by default, as in edgeR.</param>
    /// <returns>f × n values.</returns>
    /// <exception cref="ArgumentException">Not n library sizes above 0.</exception>
    public static FeatureMatrix Log(FeatureMatrix counts, IReadOnlyList<double>? librarySizes = null, double prior = 2)
    {
        var sizes = CountColumns.LibrarySizes(counts, librarySizes);
        var mean = sizes.Average();
        var added = Array.ConvertAll(sizes, s => s / mean * prior);
        return Map(counts, (count, s) => Math.Log2((count + added[s]) / (sizes[s] + 2 * added[s]) * 1e6));
    }

    internal static FeatureMatrix Map(FeatureMatrix counts, Func<double, int, double> value)
    {
        var n = counts.Samples;
        var mapped = new double[counts.Features * n];
        FeatureLoop.Run(
            counts.Features,
            0,
            () =>
                (from, to) =>
                {
                    for (var f = from; f < to; f++)
                    {
                        var row = mapped.AsSpan(f * n, n);
                        counts.CopyFeature(f, row);
                        for (var s = 0; s < n; s++)
                            row[s] = value(row[s], s);
                    }
                }
        );
        return FeatureMatrix.Of(counts.Features, n, mapped);
    }
}
