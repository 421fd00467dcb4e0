namespace Refractor.Statistics.Counts;

/// <summary>Sequencing depths of samples relative to each other (DESeq2's <c>estimateSizeFactorsForMatrix</c>).</summary>
public static class SizeFactors
{
    /// <summary>The median, over the genes that every sample has, of the ratio of the count to the geometric mean of the gene.</summary>
    /// <param name="counts">f features × n samples of read counts, 0 or more.</param>
    /// <returns>n factors; NaN if no gene has reads in every sample.</returns>
    /// <remarks>Anders and Huber, Genome Biol 2010. Checked against DESeq2 1.38.</remarks>
    public static double[] MedianOfRatios(FeatureMatrix counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Array.ConvertAll(LogRatios(counts), r => Math.Exp(Quantile.Of(r, 0.5)));
    }

    /// <summary>For each sample, the log ratios to the geometric mean of the genes that every sample has.</summary>
    internal static double[][] LogRatios(FeatureMatrix counts)
    {
        var ratios = new List<double>[counts.Samples];
        for (var s = 0; s < ratios.Length; s++)
            ratios[s] = [];
        var row = new double[counts.Samples];
        for (var f = 0; f < counts.Features; f++)
        {
            counts.CopyFeature(f, row);
            var mean = row.Average(Math.Log);
            if (!double.IsFinite(mean))
                continue;
            for (var s = 0; s < row.Length; s++)
                ratios[s].Add(Math.Log(row[s]) - mean);
        }
        return Array.ConvertAll(ratios, r => r.ToArray());
    }
}
