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
        var (best, square, sum, from) = (cuts[0], -1.0, 0.0, 0);
        var sumAtBest = 0.0;
        foreach (var cut in cuts)
        {
            for (; from < cut; from++)
                sum += Values[from];
            var found = sum * sum * Weight(cut);
            // A tie that rounding decides would depend on the order of the patients.
            if (found > square * (1 + 1e-12))
                (best, square, sumAtBest) = (cut, found, sum);
        }
        return (best, sumAtBest * Math.Sqrt(Weight(best)));
    }

    // 1 / variance of the sum of `cut` scores drawn without replacement.
    private double Weight(int cut)
    {
        double n = Values.Length;
        return n * (n - 1) / (cut * (n - cut) * SumOfSquares);
    }
}
