namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>Scores less their mean, in the order of the marker.</summary>
internal sealed class CentredScores
{
    private CentredScores(double[] values) => (Values, SumOfSquares) = (values, values.Sum(v => v * v));

    public double[] Values { get; }

    public double SumOfSquares { get; }

    public static CentredScores Of(double[] scores)
    {
        var mean = scores.Average();
        return new CentredScores(Array.ConvertAll(scores, s => s - mean));
    }

    /// <summary>The size of the low group with the largest standardised |sum|, the smallest among equals, and the standardised sum.</summary>
    public (int Cut, double Z) Best(int[] cuts)
    {
        var (largest, sums) = (0.0, new double[cuts.Length]);
        var (sum, from) = (0.0, 0);
        for (var k = 0; k < cuts.Length; k++)
        {
            for (; from < cuts[k]; from++)
                sum += Values[from];
            sums[k] = sum;
            largest = Math.Max(largest, sum * sum * Weight(cuts[k]));
        }
        // Equals are told apart by more than rounding, which depends on the order of the patients.
        var best = 0;
        while (sums[best] * sums[best] * Weight(cuts[best]) < largest * (1 - 1e-12))
            best++;
        return (cuts[best], sums[best] * Math.Sqrt(Weight(cuts[best])));
    }

    // 1 / variance of the sum of `cut` scores drawn without replacement.
    private double Weight(int cut)
    {
        double n = Values.Length;
        return n * (n - 1) / (cut * (n - cut) * SumOfSquares);
    }
}
