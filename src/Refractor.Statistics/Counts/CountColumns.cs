namespace Refractor.Statistics.Counts;

/// <summary>Read counts sample by sample, without the features that no sample has.</summary>
internal static class CountColumns
{
    /// <summary>Sum of each sample: its library size.</summary>
    public static double[] Sums(FeatureMatrix counts)
    {
        var (sums, row) = (new double[counts.Samples], new double[counts.Samples]);
        for (var f = 0; f < counts.Features; f++)
        {
            counts.CopyFeature(f, row);
            System.Numerics.Tensors.TensorPrimitives.Add(sums, row, sums);
        }
        return sums;
    }

    /// <summary>Columns of the features that at least one sample has.</summary>
    /// <exception cref="ArgumentException">A count is negative or NaN.</exception>
    public static double[][] Expressed(FeatureMatrix counts)
    {
        var columns = new List<double>[counts.Samples];
        for (var s = 0; s < columns.Length; s++)
            columns[s] = new List<double>(counts.Features);
        var row = new double[counts.Samples];
        for (var f = 0; f < counts.Features; f++)
        {
            counts.CopyFeature(f, row);
            Check(row, f);
            if (!Array.Exists(row, c => c > 0))
                continue;
            for (var s = 0; s < row.Length; s++)
                columns[s].Add(row[s]);
        }
        return Array.ConvertAll(columns, c => c.ToArray());
    }

    /// <summary>Library sizes as given, or the sums of the samples.</summary>
    /// <exception cref="ArgumentException">Not n sizes above 0.</exception>
    public static double[] LibrarySizes(FeatureMatrix counts, IReadOnlyList<double>? given)
    {
        double[] sizes = given is null ? Sums(counts) : [.. given];
        if (sizes.Length != counts.Samples || Array.Exists(sizes, s => !(s > 0)))
            throw new ArgumentException(
                $"Found {sizes.Length} library sizes, {sizes.Count(s => !(s > 0))} of them not above 0; expected {counts.Samples} above 0.",
                nameof(given)
            );
        return sizes;
    }

    private static void Check(double[] row, int feature)
    {
        foreach (var count in row)
        {
            if (!(count >= 0))
                throw new ArgumentException(
                    $"Feature {feature} has the count {count}; expected read counts, 0 or more.",
                    nameof(row)
                );
        }
    }
}
