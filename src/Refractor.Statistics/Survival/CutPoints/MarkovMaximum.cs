using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>
/// Probability that a chain of standard normal Z exceeds a bound somewhere, when the correlation of the Z at the sizes l &lt; m of the low
/// group is √(l(n − m) / ((n − l)m)). The correlations multiply along the chain, so that it is Markov, and the density of staying within
/// the bound is carried from cut to cut by one-dimensional integrals.
/// </summary>
internal static class MarkovMaximum
{
    /// <summary>P(max |Z| ≥ z), added up over the cut at which the chain first leaves, so that small ones keep their digits.</summary>
    public static PValue UpperTail(double z, int[] cuts, int n)
    {
        if (!(z > 0))
            return PValue.From(1);
        // The density at the bound would not be a normal double any more, and neighbours are all that matters there.
        if (z > 37)
            return MaximumBounds.ImprovedBonferroni(z, cuts, n);
        var narrowest = 1.0;
        for (var k = 1; k < cuts.Length; k++)
            narrowest = Math.Min(narrowest, MaximumBounds.Step(cuts[k - 1], cuts[k], n));
        var (nodes, weights) = GaussLegendre(z, narrowest);
        var within = Array.ConvertAll(nodes, Normal.Density);
        var next = new double[nodes.Length];
        var left = Normal.TwoSided(z).Value;
        for (var k = 1; k < cuts.Length; k++)
        {
            var step = new Transition(z, MaximumBounds.Step(cuts[k - 1], cuts[k], n));
            left += step.Leaves(nodes, weights, within);
            step.Carry(nodes, weights, within, next);
            (within, next) = (next, within);
        }
        return PValue.From(left);
    }

    /// <summary>From one cut to the next.</summary>
    /// <param name="bound">The bound.</param>
    /// <param name="deviation">√(1 − ρ²).</param>
    private readonly struct Transition(double bound, double deviation)
    {
        private readonly double _correlation = Math.Sqrt(1 - deviation * deviation);

        // The density grows away from the bound, and with it the distance from which the chain still comes.
        private readonly double _reach = 7 + bound * deviation;

        /// <summary>Probability of being within the bound before and beyond it now.</summary>
        public double Leaves(double[] nodes, double[] weights, double[] within)
        {
            var sum = 0.0;
            for (var i = nodes.Length - 1; i >= 0; i--)
            {
                var distance = (bound - _correlation * nodes[i]) / deviation;
                if (distance > _reach)
                    break;
                sum += weights[i] * within[i] * Normal.Probability(distance, Tail.Upper);
            }
            return 2 * sum;
        }

        /// <summary>Density of having stayed within the bound, now.</summary>
        public void Carry(double[] nodes, double[] weights, double[] from, double[] to)
        {
            var factor = 1 / (deviation * Math.Sqrt(2 * Math.PI));
            var first = 0;
            // The density is even, so that half of it is enough.
            for (var j = 0; j < (nodes.Length + 1) / 2; j++)
            {
                while (first < nodes.Length && _correlation * nodes[first] < nodes[j] - _reach * deviation)
                    first++;
                var sum = 0.0;
                for (var i = first; i < nodes.Length; i++)
                {
                    var distance = (nodes[j] - _correlation * nodes[i]) / deviation;
                    if (distance < -_reach)
                        break;
                    sum += weights[i] * from[i] * Math.Exp(-distance * distance / 2);
                }
                to[j] = to[^(j + 1)] = sum * factor;
            }
        }
    }

    // Gaussian quadrature on (−z, z). The nodes lie at most π/4 of the narrowest step apart, where sums of a normal density still equal its
    // integral to 1e-13.
    private static (double[] Nodes, double[] Weights) GaussLegendre(double z, double narrowest)
    {
        var count = Math.Max(40, (int)Math.Ceiling(4 * z / narrowest));
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
