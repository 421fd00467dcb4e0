namespace Refractor.Statistics.Distributions;

/// <summary>
/// The studentised range: the range of k standard normal values divided by an independent standard deviation with df degrees of freedom.
/// It carries Tukey's honest significant differences.
/// </summary>
/// <remarks>
/// The double integral of Copenhaver and Holland (J Stat Comput Simul 1988) by the trapezoidal rule, of the upper tail, so that small p
/// keep their digits; R's ptukey is exact to about 1e-10 in absolute terms. Checked against R ptukey and qtukey, and for two groups
/// against Student's t.
/// </remarks>
public static class StudentizedRange
{
    /// <summary>P(Q ≤ q) or P(Q &gt; q).</summary>
    /// <param name="q">Range over standard deviation; below 0 all mass is above.</param>
    /// <param name="groups">Number of groups k, ≥ 2.</param>
    /// <param name="df">Degrees of freedom of the standard deviation, &gt; 0; may be +∞.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double q, double groups, double df, Tail tail = Tail.Lower)
    {
        var upper = UpperTail(q, groups, df);
        return tail == Tail.Upper ? upper : 1 - upper;
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(Q ≤ q) or P(Q &gt; q).</summary>
    public static double LogProbability(double q, double groups, double df, Tail tail = Tail.Lower)
    {
        var upper = UpperTail(q, groups, df);
        return tail == Tail.Upper ? Math.Log(upper) : Elementary.Log1p(-upper);
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>The p value of Tukey's test: P(Q &gt; q).</summary>
    public static PValue PValueOf(double q, double groups, double df) => PValue.From(UpperTail(q, groups, df));

    /// <inheritdoc cref="Probability"/>
    /// <summary>The q with this probability of the tail.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="df">Degrees of freedom.</param>
    /// <param name="tail">Which tail.</param>
    public static double Quantile(double p, double groups, double df, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(p);
        Check(groups, df);
        var upper = tail == Tail.Upper ? p : 1 - p;
        if (double.IsNaN(upper + groups + df))
            return double.NaN;
        return upper switch
        {
            0 => double.PositiveInfinity,
            1 => 0,
            _ => Math.Exp(
                MonotoneRoot.Find(log => Math.Log(upper) - Math.Log(UpperTail(Math.Exp(log), groups, df)), 1, 0.5)
            ),
        };
    }

    private static double UpperTail(double q, double groups, double df)
    {
        Check(groups, df);
        if (double.IsNaN(q + groups + df))
            return double.NaN;
        if (q <= 0)
            return 1;
        if (double.IsPositiveInfinity(q))
            return 0;
        var range = new NormalRange(groups);
        var upper = double.IsPositiveInfinity(df)
            ? range.UpperTail(q)
            : ChiMixture.Mean(df, s => range.UpperTail(q * s));
        return Math.Min(1, upper);
    }

    private static void Check(double groups, double df)
    {
        if (groups < 2)
            throw new ArgumentOutOfRangeException(nameof(groups), groups, "expected at least 2.");
        Arguments.CheckPositive(df);
    }

    /// <summary>
    /// P(range &gt; w) = k ∫ φ(z) [Φ(z)^(k−1) − (Φ(z) − Φ(z − w))^(k−1)] dz, where z is the largest of k values.
    /// </summary>
    private sealed class NormalRange
    {
        private const double Step = 0.2;
        private const double Lowest = -9;
        private const double Highest = 39;

        private readonly double _groups;
        private readonly double[] _below;
        private readonly double[] _density;

        public NormalRange(double groups)
        {
            _groups = groups;
            var count = (int)((Highest - Lowest) / Step) + 1;
            _below = new double[count];
            _density = new double[count];
            for (var i = 0; i < count; i++)
            {
                var z = Lowest + i * Step;
                _below[i] = Normal.Probability(z);
                _density[i] = groups * Step * Normal.Density(z) * Math.Pow(_below[i], groups - 1);
            }
        }

        public double UpperTail(double w)
        {
            var sum = 0.0;
            for (var i = 0; i < _below.Length; i++)
            {
                var rest = Normal.Probability(Lowest + i * Step - w) / _below[i];
                var term = -_density[i] * Elementary.Expm1((_groups - 1) * Elementary.Log1p(-rest));
                sum += term;
                if (term < 1e-18 * sum && i * Step + Lowest > 0.5 * w + 1)
                    break;
            }
            return sum;
        }
    }
}
