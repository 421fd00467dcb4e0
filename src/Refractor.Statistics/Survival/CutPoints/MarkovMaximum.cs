using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>
/// Probability that a chain of standard normal Z exceeds a bound somewhere, when the correlation of the Z at the sizes l &lt; m of the low
/// group is √(l(n − m) / ((n − l)m)). The correlations multiply along the chain, so that it is Markov, and the density of staying within
/// the bound is carried from cut to cut by one-dimensional integrals.
/// </summary>
internal static class MarkovMaximum
{
    /// <summary>P(max |Z| ≥ z).</summary>
    public static PValue UpperTail(double z, int[] cuts, int n)
    {
        if (!(z > 0))
            return PValue.From(1);
        // Far out the union of all exceedances is as good as exact, and what is lost there to 1 − P would be all digits.
        if (z > 7)
            return MaximumBounds.ImprovedBonferroni(z, cuts, n);
        var narrowest = 1.0;
        for (var k = 1; k < cuts.Length; k++)
            narrowest = Math.Min(narrowest, MaximumBounds.Step(cuts[k - 1], cuts[k], n));
        var (nodes, weights) = GaussLegendre(z, narrowest);
        var within = Array.ConvertAll(nodes, Normal.Density);
        var next = new double[nodes.Length];
        for (var k = 1; k < cuts.Length; k++)
        {
            Carry(nodes, weights, within, next, MaximumBounds.Step(cuts[k - 1], cuts[k], n));
            (within, next) = (next, within);
        }
        var stays = 0.0;
        for (var i = 0; i < nodes.Length; i++)
            stays += weights[i] * within[i];
        return PValue.From(Math.Max(0, 1 - stays));
    }

    private static void Carry(double[] nodes, double[] weights, double[] from, double[] to, double deviation)
    {
        const double reach = 8.5;
        var correlation = Math.Sqrt(1 - deviation * deviation);
        var factor = 1 / (deviation * Math.Sqrt(2 * Math.PI));
        var first = 0;
        for (var j = 0; j < nodes.Length; j++)
        {
            while (first < nodes.Length && correlation * nodes[first] < nodes[j] - reach * deviation)
                first++;
            var sum = 0.0;
            for (var i = first; i < nodes.Length; i++)
            {
                var distance = (nodes[j] - correlation * nodes[i]) / deviation;
                if (distance < -reach)
                    break;
                sum += weights[i] * from[i] * Math.Exp(-distance * distance / 2);
            }
            to[j] = sum * factor;
        }
    }

    // Gaussian quadrature on (−z, z) with about three nodes in the width of the narrowest step: 1e-9 of the integral.
    private static (double[] Nodes, double[] Weights) GaussLegendre(double z, double narrowest)
    {
        var count = Math.Max(40, (int)Math.Ceiling(8 * z / narrowest));
        var (nodes, weights) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var x = -Math.Cos(Math.PI * (i + 0.75) / (count + 0.5));
            var slope = 0.0;
            for (var step = 0; step < 20; step++)
            {
                var (previous, value) = (1.0, x);
                for (var k = 2; k <= count; k++)
                    (previous, value) = (value, ((2 * k - 1) * x * value - (k - 1) * previous) / k);
                slope = count * (x * value - previous) / (x * x - 1);
                var change = value / slope;
                x -= change;
                if (Math.Abs(change) < 1e-15)
                    break;
            }
            (nodes[i], weights[i]) = (z * x, 2 * z / ((1 - x * x) * slope * slope));
        }
        return (nodes, weights);
    }
}
