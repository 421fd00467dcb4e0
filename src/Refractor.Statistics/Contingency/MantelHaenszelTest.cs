using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>The Mantel-Haenszel analysis of one 2 × 2 table in each of several strata, such as cohorts.</summary>
/// <param name="OddsRatio">Common odds ratio Σ(a d / n) / Σ(b c / n), first group over reference.</param>
/// <param name="Interval">Its interval by the variance of Robins, Breslow and Greenland (Biometrics 1986).</param>
/// <param name="LogStandardError">Standard error of the logarithm of the common odds ratio.</param>
/// <param name="Statistic">χ² with 1 degree of freedom, with the continuity correction if asked for.</param>
/// <param name="P">Its p value.</param>
/// <param name="BreslowDay">Are the odds ratios of the strata equal?</param>
/// <param name="Tarone">The same with the correction of Tarone (Biometrika 1985), which makes it asymptotically exact.</param>
/// <param name="Strata">Number of strata used: those with more than one subject.</param>
/// <param name="N">Number of subjects in them.</param>
/// <remarks>Mantel and Haenszel 1959. Checked against R mantelhaen.test and metafor::rma.mh.</remarks>
public sealed record MantelHaenszelTest(
    double OddsRatio,
    Interval Interval,
    double LogStandardError,
    double Statistic,
    PValue P,
    Estimate<HomogeneityTest> BreslowDay,
    Estimate<HomogeneityTest> Tarone,
    int Strata,
    long N
)
{
    /// <summary>Tests the common odds ratio.</summary>
    /// <param name="strata">One table each; those with fewer than two subjects are left out.</param>
    /// <param name="continuityCorrection">
    /// Whether |Σ a − Σ E(a)| is made smaller by ½ if it is at least ½; true as in R.
    /// </param>
    /// <param name="level">Coverage of the interval.</param>
    /// <returns>The test; not estimable if no stratum has two groups and two outcomes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the level is not between 0 and 1.</exception>
    public static Estimate<MantelHaenszelTest> Of(
        IReadOnlyList<TwoByTwo> strata,
        bool continuityCorrection = true,
        double level = 0.95
    )
    {
        var z = Levels.Quantile(level);
        var used = Usable(strata);
        if (used.All(t => t.HasEmptyMargin))
            return used.Length == 0 ? NotEstimable.TooFewValues : used[0].Reason;
        double excess = 0,
            variance = 0;
        foreach (var table in used)
        {
            excess += table.A - Expected(table);
            variance += HypergeometricVariance(table);
        }
        var distance = Math.Abs(excess);
        if (continuityCorrection && distance >= 0.5)
            distance -= 0.5;
        var statistic = distance * distance / variance;
        var (ratio, error) = CommonOddsRatio(used);
        var log = Math.Log(ratio);
        return new MantelHaenszelTest(
            ratio,
            new Interval(Math.Exp(log - z * error), Math.Exp(log + z * error), level),
            error,
            statistic,
            ChiSquared.UpperTail(statistic, 1),
            HomogeneityTest.BreslowDay(used, ratio),
            HomogeneityTest.Tarone(used, ratio),
            used.Length,
            used.Sum(t => t.N)
        );
    }

    internal static TwoByTwo[] Usable(IReadOnlyList<TwoByTwo> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        foreach (var table in strata)
            table.Check(nameof(strata));
        return [.. strata.Where(t => t.N > 1)];
    }

    private static double Expected(TwoByTwo t) => t.FirstRow * ((double)t.FirstColumn / t.N);

    private static double HypergeometricVariance(TwoByTwo t)
    {
        double n = t.N;
        return t.FirstRow / n * (t.SecondRow / n) * t.FirstColumn * t.SecondColumn / (n - 1);
    }

    private static (double Ratio, double LogError) CommonOddsRatio(TwoByTwo[] strata)
    {
        double r = 0,
            s = 0,
            rr = 0,
            rs = 0,
            ss = 0;
        foreach (var t in strata)
        {
            double n = t.N;
            var (agree, disagree) = (((double)t.A + t.D) / n, ((double)t.B + t.C) / n);
            var (main, other) = (t.A * (t.D / n), t.B * (t.C / n));
            r += main;
            s += other;
            rr += agree * main;
            rs += agree * other + disagree * main;
            ss += disagree * other;
        }
        return (r / s, Math.Sqrt(rr / (2 * r * r) + rs / (2 * r * s) + ss / (2 * s * s)));
    }
}
