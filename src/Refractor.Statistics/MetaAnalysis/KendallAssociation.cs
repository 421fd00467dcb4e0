using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.MetaAnalysis;

/// <summary>Kendall's τ_b of few pairs with its two-sided p value.</summary>
/// <param name="Tau">NaN if one of the two does not vary.</param>
/// <param name="P">Exact without ties, else normal with the variance corrected for ties.</param>
internal readonly record struct KendallAssociation(double Tau, PValue P)
{
    private const int LargestExact = 100;

    public static KendallAssociation Of(double[] x, double[] y)
    {
        var n = x.Length;
        var score = 0;
        for (var i = 0; i < n; i++)
        for (var j = 0; j < i; j++)
            score += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
        var (tiesX, tiesY) = (TiesOf(x), TiesOf(y));
        var pairs = n * (n - 1.0) / 2;
        var (pairsX, pairsY) = (pairs - tiesX.Sum(Pairs), pairs - tiesY.Sum(Pairs));
        if (pairsX == 0 || pairsY == 0)
            return new KendallAssociation(double.NaN, PValue.None);
        var isExact = pairsX == pairs && pairsY == pairs && n <= LargestExact;
        var p = isExact
            ? PValue.From(ExactTwoSided(n, (int)((pairs + score) / 2)))
            : Normal.TwoSided(score / Math.Sqrt(VarianceOf(n, tiesX, tiesY)));
        return new KendallAssociation(score / Math.Sqrt(pairsX * pairsY), p);
    }

    private static double[] TiesOf(double[] values) => [.. values.GroupBy(v => v).Select(g => (double)g.Count())];

    private static double Pairs(double ties) => ties * (ties - 1) / 2;

    private static double VarianceOf(double n, double[] tiesX, double[] tiesY)
    {
        static double Quintic(double t) => t * (t - 1) * (2 * t + 5);
        static double Triples(double t) => t * (t - 1) * (t - 2);
        var main = (Quintic(n) - tiesX.Sum(Quintic) - tiesY.Sum(Quintic)) / 18;
        var triples = tiesX.Sum(Triples) * tiesY.Sum(Triples) / (9 * Triples(n));
        var pairs = tiesX.Sum(Pairs) * tiesY.Sum(Pairs) * 2 / (n * (n - 1));
        return main + triples + pairs;
    }

    /// <summary>Twice the smaller tail of the number of concordant pairs when all orders are equally likely.</summary>
    private static double ExactTwoSided(int n, int concordant)
    {
        double[] probabilities = [1];
        for (var size = 2; size <= n; size++)
        {
            var next = new double[probabilities.Length + size - 1];
            for (var i = 0; i < probabilities.Length; i++)
            for (var shift = 0; shift < size; shift++)
                next[i + shift] += probabilities[i] / size;
            probabilities = next;
        }
        return Math.Min(1, 2 * Math.Min(probabilities[..(concordant + 1)].Sum(), probabilities[concordant..].Sum()));
    }
}
