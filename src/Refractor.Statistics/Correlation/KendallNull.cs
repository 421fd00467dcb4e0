using System.Numerics.Tensors;

namespace Refractor.Statistics.Correlation;

/// <summary>The distribution of the number of concordant pairs over all permutations of n values without ties.</summary>
internal static class KendallNull
{
    /// <summary>Beyond this number the count takes seconds, and the normal distribution is as good.</summary>
    public const int MostPairs = 1000;

    /// <summary>P of the observed number of concordant pairs.</summary>
    public static PValue P(int n, long concordant, Alternative alternative)
    {
        var most = (long)n * (n - 1) / 2;
        var probabilities = LowerHalf(n);
        return alternative.OfTails(
            Math.Log(UpTo(probabilities, concordant, most)),
            Math.Log(UpTo(probabilities, most - concordant, most))
        );
    }

    /// <summary>Probability of at most k, from the lower half of the symmetric distribution.</summary>
    private static double UpTo(double[] lowerHalf, long k, long most)
    {
        var above = most - k - 1;
        return k <= above
            ? TensorPrimitives.Sum<double>(lowerHalf.AsSpan(0, (int)k + 1))
            : 1 - (above < 0 ? 0 : TensorPrimitives.Sum<double>(lowerHalf.AsSpan(0, (int)above + 1)));
    }

    /// <summary>
    /// Probabilities of 0 up to the middle: the m-th value adds 0 to m − 1 concordant pairs, each with probability 1/m. Up to the middle
    /// the sliding sum grows, so that subtracting its tail costs no digits.
    /// </summary>
    private static double[] LowerHalf(int n)
    {
        var size = (int)((long)n * (n - 1) / 4) + 1;
        double[] now = new double[size],
            next = new double[size];
        now[0] = 1;
        for (var m = 2; m <= n; m++)
        {
            var sum = 0.0;
            for (var k = 0; k < size; k++)
            {
                sum += now[k] - (k >= m ? now[k - m] : 0);
                next[k] = sum / m;
            }
            (now, next) = (next, now);
        }
        return now;
    }
}
