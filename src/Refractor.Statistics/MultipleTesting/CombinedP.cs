using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.MultipleTesting;

/// <summary>One p value from several tests of the same question, such as one gene in several cohorts.</summary>
/// <param name="P">The combined p value, one-sided where the given ones are.</param>
/// <param name="Statistic">χ² of Fisher, z of Stouffer or the Cauchy mean; infinite beyond the range of a double.</param>
/// <param name="N">Number of p values used: NaN is left out.</param>
/// <remarks>Checked against the formulas in R: pchisq, qnorm and pnorm, pcauchy.</remarks>
public sealed record CombinedP(PValue P, double Statistic, int N)
{
    /// <summary>Fisher's method for independent tests: −2 Σ log p is χ² with 2 n degrees of freedom (Fisher 1932).</summary>
    /// <param name="p">P values, 0 to 1; NaN is left out.</param>
    /// <returns>The combined p value; not estimable if all are NaN.</returns>
    /// <exception cref="ArgumentException">A value lies outside 0 to 1.</exception>
    public static Estimate<CombinedP> Fisher(ReadOnlySpan<double> p) => FisherOfLog(Logarithms(p));

    /// <inheritdoc cref="Fisher"/>
    /// <param name="logP">Natural logarithms of p values.</param>
    public static Estimate<CombinedP> FisherOfLog(ReadOnlySpan<double> logP)
    {
        double sum = 0;
        var n = 0;
        foreach (var value in logP)
        {
            Arguments.CheckLogProbability(value, nameof(logP));
            if (double.IsNaN(value))
                continue;
            sum -= 2 * value;
            n++;
        }
        return n == 0 ? NotEstimable.TooFewValues : new CombinedP(ChiSquared.UpperTail(sum, 2 * n), sum, n);
    }

    /// <summary>
    /// Stouffer's method for independent one-sided tests: Σ w z / √Σ w² is standard normal, z the upper quantile of p (Stouffer 1949;
    /// weights after Liptak 1958, such as √n of each cohort).
    /// </summary>
    /// <param name="p">One-sided p values, 0 to 1, all of the same direction; NaN is left out.</param>
    /// <param name="weights">As many weights, ≥ 0; equal when empty.</param>
    /// <returns>The combined one-sided p value; not estimable if all are NaN, or if there is both a 0 and a 1.</returns>
    /// <exception cref="ArgumentException">A value lies outside 0 to 1, or the lengths differ.</exception>
    public static Estimate<CombinedP> Stouffer(ReadOnlySpan<double> p, ReadOnlySpan<double> weights = default)
    {
        var z = new double[p.Length];
        for (var i = 0; i < z.Length; i++)
            z[i] = Normal.Quantile(p[i], Tail.Upper);
        return StoufferOfZ(z, weights);
    }

    /// <inheritdoc cref="Stouffer"/>
    /// <param name="logP">Natural logarithms of one-sided p values.</param>
    /// <param name="weights">As many weights, ≥ 0; equal when empty.</param>
    public static Estimate<CombinedP> StoufferOfLog(ReadOnlySpan<double> logP, ReadOnlySpan<double> weights = default)
    {
        var z = new double[logP.Length];
        for (var i = 0; i < z.Length; i++)
            z[i] = Normal.QuantileOfLog(logP[i], Tail.Upper);
        return StoufferOfZ(z, weights);
    }

    /// <summary>
    /// The Cauchy combination (ACAT), valid in the tail also for dependent tests: the mean of tan((½ − p) π) is standard Cauchy (Liu and
    /// Xie, J Am Stat Assoc 2020).
    /// </summary>
    /// <param name="p">P values, 0 to 1; NaN is left out.</param>
    /// <param name="weights">As many weights, ≥ 0; equal when empty. They are scaled to sum 1.</param>
    /// <returns>The combined p value; not estimable if all are NaN, or if there is both a 0 and a 1.</returns>
    /// <exception cref="ArgumentException">A value lies outside 0 to 1, or the lengths differ.</exception>
    public static Estimate<CombinedP> Cauchy(ReadOnlySpan<double> p, ReadOnlySpan<double> weights = default) =>
        CauchyCombination.Of(Logarithms(p), weights);

    /// <inheritdoc cref="Cauchy"/>
    /// <param name="logP">Natural logarithms of p values.</param>
    /// <param name="weights">As many weights, ≥ 0; equal when empty.</param>
    public static Estimate<CombinedP> CauchyOfLog(ReadOnlySpan<double> logP, ReadOnlySpan<double> weights = default) =>
        CauchyCombination.Of(logP, weights);

    internal static double WeightOf(ReadOnlySpan<double> weights, int i)
    {
        if (weights.IsEmpty)
            return 1;
        Arguments.CheckNotNegative(weights[i], nameof(weights));
        return weights[i];
    }

    private static Estimate<CombinedP> StoufferOfZ(double[] z, ReadOnlySpan<double> weights)
    {
        if (!weights.IsEmpty)
            Arguments.CheckSameLength(weights.Length, z.Length, nameof(weights));
        double sum = 0,
            squares = 0;
        var n = 0;
        for (var i = 0; i < z.Length; i++)
        {
            var weight = WeightOf(weights, i);
            if (double.IsNaN(z[i]) || weight == 0)
                continue;
            sum += weight * z[i];
            squares += weight * weight;
            n++;
        }
        if (n == 0)
            return NotEstimable.TooFewValues;
        var statistic = sum / Math.Sqrt(squares);
        return double.IsNaN(statistic)
            ? NotEstimable.OutOfRange
            : new CombinedP(PValue.FromLog(Normal.LogProbability(statistic, Tail.Upper)), statistic, n);
    }

    private static double[] Logarithms(ReadOnlySpan<double> p)
    {
        var logarithms = new double[p.Length];
        for (var i = 0; i < p.Length; i++)
        {
            Arguments.CheckProbability(p[i], nameof(p));
            logarithms[i] = p[i] > 0.5 ? Elementary.Log1p(p[i] - 1) : Math.Log(p[i]);
        }
        return logarithms;
    }
}
