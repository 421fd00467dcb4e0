using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Correlation;

/// <summary>The distribution of Spearman's ρ over all permutations.</summary>
internal static class SpearmanNull
{
    /// <summary>Most pairs whose permutations are counted; R changes to the series beyond as well.</summary>
    public const int MostEnumerated = 9;

    /// <summary>P of the observed ranks; unknown where the series leaves 0–1.</summary>
    /// <param name="a">Doubled centred ranks.</param>
    /// <param name="b">The same of the other variable; without ties in both if there are more than 9.</param>
    /// <param name="alternative">Greater is a positive correlation.</param>
    public static PValue P(double[] a, double[] b, Alternative alternative)
    {
        if (a.Length <= MostEnumerated)
        {
            var (small, large) = Enumerate(a, b);
            return alternative.OfTails(Math.Log(small), Math.Log(large));
        }
        // Differences of doubled ranks are doubled.
        var s = a.Zip(b, (p, q) => (p - q) * (p - q)).Sum() / 4;
        var (asSmall, asLarge) = Series(s, a.Length);
        if (asSmall > 0 && asLarge > 0)
            return alternative.OfTails(Math.Log(asSmall), Math.Log(asLarge));
        // One permutation of all gives a perfect correlation.
        var one = -SpecialFunctions.LogGamma(a.Length + 1);
        return s == 0 ? alternative.OfTails(0, one)
            : s.Equals(((double)a.Length * a.Length - 1) * a.Length / 3) ? alternative.OfTails(one, 0)
            : PValue.None;
    }

    /// <summary>
    /// Probabilities of a sum of products as small, and as large, as the observed one. The values are placed one after the other; the
    /// state is the set of places taken, so that 2ⁿ states stand for n! permutations.
    /// </summary>
    private static (double AsSmall, double AsLarge) Enumerate(double[] a, double[] b)
    {
        var n = a.Length;
        var states = new Dictionary<int, double>?[1 << n];
        states[0] = new Dictionary<int, double> { [0] = 1 };
        for (var taken = 0; taken < states.Length - 1; taken++)
        {
            var next = System.Numerics.BitOperations.PopCount((uint)taken);
            foreach (var (sum, count) in states[taken]!)
            {
                for (var place = 0; place < n; place++)
                {
                    if ((taken >> place & 1) != 0)
                        continue;
                    var state = states[taken | 1 << place] ??= [];
                    var total = sum + (int)(a[next] * b[place]);
                    state[total] = state.GetValueOrDefault(total) + count;
                }
            }
        }
        var (all, small, large, observed) = (0.0, 0.0, 0.0, (int)a.Zip(b, (p, q) => p * q).Sum());
        foreach (var (sum, count) in states[^1]!)
        {
            all += count;
            small += sum <= observed ? count : 0;
            large += sum >= observed ? count : 0;
        }
        return (small / all, large / all);
    }

    /// <summary>
    /// The Edgeworth series of AS 89 for the sum s of the squared differences of ranks, an even number, which is large where the
    /// correlation is small.
    /// </summary>
    private static (double AsSmall, double AsLarge) Series(double s, double n) =>
        (Tails(s, n).AtLeast, Tails(s + 2, n).Below);

    /// <summary>Probabilities of a sum of squares below s, and of s or more.</summary>
    private static (double Below, double AtLeast) Tails(double s, double n)
    {
        var b = 1 / n;
        var x = (6 * (s - 1) * b / (n * n - 1) - 1) * Math.Sqrt(n - 1);
        var y = x * x;
        var series =
            0.2274
            + b * (0.2531 + 0.1745 * b)
            + y
                * (
                    -0.0758
                    + b * (0.1033 + 0.3932 * b)
                    - y * b * (0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y)))
                );
        var correction = x * b * series / Math.Exp(y / 2);
        return (Normal.Probability(x) - correction, Normal.Probability(x, Tail.Upper) + correction);
    }
}
