namespace Refractor.Statistics.Distributions;

/// <summary>
/// The studentised range: the range of k standard normal values divided by an independent standard deviation with df degrees of freedom.
/// It carries Tukey's honest significant differences.
/// </summary>
/// <remarks>
/// The double integral of Copenhaver and Holland (J Stat Comput Simul 1988) by the trapezoidal rule, which converges exponentially for
/// such smooth, quickly falling functions. Checked against R ptukey and qtukey.
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
        if (upper is 0 or 1)
            return upper == 0 ? double.PositiveInfinity : 0;
        double low = 0,
            high = 4;
        while (UpperTail(high, groups, df) > upper)
            (low, high) = (high, 2 * high);
        while (high - low > 1e-13 * high)
        {
            var middle = 0.5 * (low + high);
            if (middle == low || middle == high)
                break;
            (low, high) = UpperTail(middle, groups, df) > upper ? (middle, high) : (low, middle);
        }
        return 0.5 * (low + high);
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
        return double.IsPositiveInfinity(df) ? RangeUpperTail(q, groups) : OverStandardDeviation(q, groups, df);
    }

    /// <summary>∫ density of log s × P(range &gt; q s), s² a mean square with df degrees of freedom.</summary>
    private static double OverStandardDeviation(double q, double groups, double df)
    {
        // In u = log s the density is a Gumbel-like bell of width 1 / √(2 df); it falls slowest on the left, as exp(df u).
        var width = 1 / Math.Sqrt(2 * df);
        var step = Math.Min(0.25 * width, 0.12);
        double sum = 0;
        for (var side = -1; side <= 1; side += 2)
        for (var i = side < 0 ? -1 : 0; ; i += side)
        {
            var u = i * step;
            var logDensity = SaddlePoint.LogPoisson(0.5 * df, 0.5 * df * Math.Exp(2 * u)) + Math.Log(df);
            var add = Math.Exp(logDensity) * RangeUpperTail(q * Math.Exp(u), groups);
            sum += add;
            if (logDensity < -42 && (add < 1e-17 * sum || logDensity < -740))
                break;
        }
        return Math.Min(1, sum * step);
    }

    /// <summary>P(range &gt; w) = k ∫ φ(z) [Φ(z)^(k−1) − (Φ(z) − Φ(z − w))^(k−1)] dz, the range running downwards from the largest z.</summary>
    private static double RangeUpperTail(double w, double groups)
    {
        const double step = 0.125;
        var sum = 0.0;
        for (var z = -9.0; z <= 9 + w && z <= 40; z += step)
        {
            var below = Normal.Probability(z);
            var rest = Normal.Probability(z - w) / below;
            var inside = Elementary.Expm1((groups - 1) * Elementary.Log1p(-rest));
            sum += Normal.Density(z) * Math.Pow(below, groups - 1) * -inside;
        }
        return Math.Min(1, groups * sum * step);
    }

    private static void Check(double groups, double df)
    {
        if (groups < 2)
            throw new ArgumentOutOfRangeException(nameof(groups), groups, "expected at least 2.");
        Arguments.CheckPositive(df);
    }
}
