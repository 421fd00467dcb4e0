namespace Refractor.Statistics.Distributions;

/// <summary>
/// The noncentral t distribution: (Z + δ) / s with Z standard normal and df s² a χ² with df degrees of freedom. It carries the power of t
/// tests.
/// </summary>
/// <remarks>The mean over s of the normal tail of t s − δ. Checked against R pt with ncp, which is exact to 1e-12 in absolute terms.</remarks>
public static class NoncentralT
{
    /// <summary>P(T ≤ t) or P(T &gt; t).</summary>
    /// <param name="t">Where.</param>
    /// <param name="df">Degrees of freedom, &gt; 0; may be +∞.</param>
    /// <param name="noncentrality">δ, any number.</param>
    /// <param name="tail">Which tail.</param>
    public static double Probability(double t, double df, double noncentrality, Tail tail = Tail.Lower)
    {
        Arguments.CheckPositive(df);
        if (double.IsNaN(t + df + noncentrality))
            return double.NaN;
        return double.IsPositiveInfinity(df)
            ? Normal.Probability(t - noncentrality, tail)
            : Math.Min(1, ChiMixture.Mean(df, s => Normal.Probability(t * s - noncentrality, tail)));
    }

    /// <inheritdoc cref="Probability"/>
    /// <summary>Natural logarithm of P(T ≤ t) or P(T &gt; t).</summary>
    public static double LogProbability(double t, double df, double noncentrality, Tail tail = Tail.Lower) =>
        Math.Log(Probability(t, df, noncentrality, tail));
}
