namespace Refractor.Statistics.Distributions;

/// <summary>The standard normal distribution.</summary>
/// <remarks>Checked against R pnorm, qnorm and dnorm, and against 50-digit arithmetic in the far tails.</remarks>
public static class Normal
{
    /// <summary>P(Z ≤ z) or P(Z &gt; z).</summary>
    public static double Probability(double z, Tail tail = Tail.Lower) => LogTailOf(z).ProbabilityOf(tail);

    /// <summary>Natural logarithm of P(Z ≤ z) or P(Z &gt; z); does not underflow.</summary>
    public static double LogProbability(double z, Tail tail = Tail.Lower) => LogTailOf(z).LogOf(tail);

    /// <summary>The probability of a value at least as far from 0: 2 P(Z &gt; |z|).</summary>
    public static PValue TwoSided(double z) => PValue.FromLog(TwoSidedLog(z));

    /// <summary>Natural logarithms of the two-sided probabilities of many values; 20,000 take about 0.3 ms.</summary>
    /// <param name="z">Values.</param>
    /// <param name="logP">Receives as many logarithms.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void TwoSidedLog(ReadOnlySpan<double> z, Span<double> logP)
    {
        Arguments.CheckSameLength(logP.Length, z.Length, nameof(logP));
        ManyTails.NormalTwoSided(z, logP);
    }

    /// <summary>Density.</summary>
    public static double Density(double z) => Math.Exp(LogDensity(z));

    /// <summary>Natural logarithm of the density.</summary>
    public static double LogDensity(double z) => -0.5 * z * z - Elementary.HalfLogTwoPi;

    /// <summary>The z with P(Z ≤ z) = p, or with P(Z &gt; z) = p.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="tail">The tail that p is the probability of.</param>
    public static double Quantile(double p, Tail tail = Tail.Lower)
    {
        Arguments.CheckProbability(p);
        var excess = p - 0.5;
        if (Math.Abs(excess) <= 0.25)
            return tail == Tail.Lower ? Central(excess) : Central(-excess);
        return FromTail(QuantileSolver.Target(p, tail));
    }

    /// <summary>The z whose tail has this natural logarithm of probability.</summary>
    /// <param name="logP">−∞ to 0.</param>
    /// <param name="tail">The tail that it belongs to.</param>
    public static double QuantileOfLog(double logP, Tail tail = Tail.Lower)
    {
        Arguments.CheckLogProbability(logP);
        return FromTail(QuantileSolver.TargetOfLog(logP, tail));
    }

    internal static double TwoSidedLog(double z)
    {
        var x = Math.Abs(z);
        var (square, error) = Elementary.Square(x);
        return double.IsInfinity(square)
            ? double.NegativeInfinity
            : Math.Log(ErrorFunction.ScaledComplement(x / Elementary.SqrtTwo)) - 0.5 * (square + error);
    }

    private static LogTail LogTailOf(double z) =>
        new(TwoSidedLog(z) - Elementary.LogTwo, z < 0 ? Tail.Lower : Tail.Upper);

    private static double FromTail(LogTail target)
    {
        if (double.IsNaN(target.Log))
            return double.NaN;
        var z = UpperQuantile(target.Log);
        return target.Tail == Tail.Lower ? -z : z;
    }

    /// <summary>
    /// The upper quantile for log p ≤ log ½: Newton on the logarithm of the tail, which is concave, from the approximation 26.2.23 of
    /// Abramowitz and Stegun.
    /// </summary>
    private static double UpperQuantile(double logP)
    {
        if (double.IsNegativeInfinity(logP))
            return double.PositiveInfinity;
        var t = Math.Sqrt(-2 * logP);
        var z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        for (var i = 0; i < 8; i++)
        {
            var scaled = ErrorFunction.ScaledComplement(z / Elementary.SqrtTwo);
            // Tail over density is a multiple of the scaled function: exponentials cancel.
            var log = Math.Log(0.5 * scaled) - 0.5 * z * z;
            var step = (log - logP) * scaled * 1.25331413731550025121;
            z += step;
            if (Math.Abs(step) <= 1e-15 * z)
                break;
        }
        return z;
    }

    /// <summary>Newton on P(Z ≤ z) − ½ = density × (z + z³/3 + z⁵/(3·5) + …), so that z keeps its digits near 0.</summary>
    private static double Central(double excess)
    {
        const double sqrtTwoPi = 2.50662827463100050242;
        var z = excess * sqrtTwoPi;
        for (var i = 0; i < 8; i++)
        {
            double term = z,
                sum = z;
            for (var k = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); k += 2)
            {
                term *= z * z / k;
                sum += term;
            }
            var step = excess * sqrtTwoPi * Math.Exp(0.5 * z * z) - sum;
            z += step;
            if (Math.Abs(step) <= 1e-15 * Math.Abs(z))
                break;
        }
        return z;
    }
}
