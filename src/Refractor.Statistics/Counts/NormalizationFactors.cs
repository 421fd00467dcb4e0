namespace Refractor.Statistics.Counts;

/// <summary>
/// Factors that turn library sizes into effective ones, so that a few very abundant genes of a sample do not make all its others look
/// low. Their geometric mean is 1 (edgeR's <c>calcNormFactors</c>).
/// </summary>
public static class NormalizationFactors
{
    private const double UpperQuartileShare = 0.75;

    /// <summary>Trimmed means of log ratios to a reference sample (TMM).</summary>
    /// <param name="counts">f features × n samples of read counts, 0 or more.</param>
    /// <param name="librarySizes">n sizes; null for the sums of the samples.</param>
    /// <returns>n factors.</returns>
    /// <exception cref="ArgumentException">A count is negative or NaN; not n library sizes above 0.</exception>
    /// <remarks>
    /// Robinson and Oshlack, Genome Biol 2010: 30 % of log ratios and 5 % of mean logs trimmed on each side; the reference is the sample
    /// whose upper quartile is nearest the mean. Checked against edgeR 3.40.
    /// </remarks>
    public static double[] Tmm(FeatureMatrix counts, IReadOnlyList<double>? librarySizes = null) =>
        ToReference(counts, librarySizes, NearestUpperQuartile, TrimmedMeans.Tmm);

    /// <inheritdoc cref="Tmm"/>
    /// <summary>TMM with singleton pairing: genes that only one of the two samples has count as well, largest with largest.</summary>
    /// <remarks>For sparse counts. Checked against edgeR 3.40 (method TMMwsp).</remarks>
    public static double[] TmmWithSingletonPairing(FeatureMatrix counts, IReadOnlyList<double>? librarySizes = null) =>
        ToReference(counts, librarySizes, (columns, _) => MostReads(columns), TrimmedMeans.WithSingletonPairing);

    /// <inheritdoc cref="Tmm"/>
    /// <summary>Medians of ratios to the geometric mean of each gene (RLE).</summary>
    /// <remarks>Anders and Huber, Genome Biol 2010. Checked against edgeR 3.40.</remarks>
    public static double[] RelativeLogExpression(FeatureMatrix counts, IReadOnlyList<double>? librarySizes = null)
    {
        var sizes = CountColumns.LibrarySizes(counts, librarySizes);
        // The median of ratios, where DESeq2 takes that of their logarithms: they differ when the number of genes is even.
        var ratios = SizeFactors.LogRatios(counts);
        return Standardised([.. ratios.Zip(sizes, (r, s) => Quantile.Of(Array.ConvertAll(r, Math.Exp), 0.5) / s)]);
    }

    /// <inheritdoc cref="Tmm"/>
    /// <summary>Upper quartiles of the counts per library size, over the genes that any sample has.</summary>
    /// <remarks>Bullard et al., BMC Bioinformatics 2010. Checked against edgeR 3.40.</remarks>
    public static double[] UpperQuartile(FeatureMatrix counts, IReadOnlyList<double>? librarySizes = null) =>
        Standardised(UpperQuartiles(CountColumns.Expressed(counts), CountColumns.LibrarySizes(counts, librarySizes)));

    private static double[] ToReference(
        FeatureMatrix counts,
        IReadOnlyList<double>? librarySizes,
        Func<double[][], double[], int> chooseReference,
        Func<double[], double[], double, double, double> factor
    )
    {
        var sizes = CountColumns.LibrarySizes(counts, librarySizes);
        var columns = CountColumns.Expressed(counts);
        var reference = chooseReference(columns, sizes);
        var factors = new double[columns.Length];
        Parallel.For(
            0,
            columns.Length,
            s => factors[s] = factor(columns[s], columns[reference], sizes[s], sizes[reference])
        );
        return Standardised(factors);
    }

    private static int NearestUpperQuartile(double[][] columns, double[] sizes)
    {
        var quartiles = UpperQuartiles(columns, sizes);
        if (Quantile.Of(quartiles, 0.5) < 1e-20)
            return MostReads(columns);
        var mean = quartiles.Average();
        return IndexOfLargest(Array.ConvertAll(quartiles, q => -Math.Abs(q - mean)));
    }

    private static int MostReads(double[][] columns) =>
        IndexOfLargest(Array.ConvertAll(columns, c => c.Sum(Math.Sqrt)));

    private static double[] UpperQuartiles(double[][] columns, double[] sizes) =>
        [.. columns.Zip(sizes, (c, s) => Quantile.Of(c, UpperQuartileShare) / s)];

    private static double[] Standardised(double[] factors)
    {
        var mean = factors.Average(Math.Log);
        return Array.ConvertAll(factors, f => f / Math.Exp(mean));
    }

    private static int IndexOfLargest(double[] values) => Array.IndexOf(values, values.Max());
}
