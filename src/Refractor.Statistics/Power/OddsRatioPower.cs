using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Power;

/// <summary>
/// Power of the Wald test of a log odds ratio between two groups, with its variance 1/a + 1/b + 1/c + 1/d at the expected counts (Woolf,
/// Ann Hum Genet 1955).
/// </summary>
/// <remarks>Checked against the formula in R.</remarks>
public static class OddsRatioPower
{
    /// <summary>The probability that the test shows an odds ratio other than 1.</summary>
    /// <param name="first">Size of the first group, &gt; 0.</param>
    /// <param name="reference">Size of the reference group, &gt; 0.</param>
    /// <param name="proportion">Proportion with the outcome in the reference group, between 0 and 1.</param>
    /// <param name="oddsRatio">True odds ratio, first group over reference, &gt; 0.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Power.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double Of(
        double first,
        double reference,
        double proportion,
        double oddsRatio,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        Arguments.CheckPositive(first);
        Arguments.CheckPositive(reference);
        var error = Math.Sqrt(
            1 / (first * Variance(proportion, oddsRatio)) + 1 / (reference * Variance(proportion, 1))
        );
        return Normal.Probability(Math.Abs(Math.Log(oddsRatio)) / error - Rejection.Critical(alpha, twoSided));
    }

    /// <summary>The size of each of two equal groups that gives a power.</summary>
    /// <param name="power">Power, more than alpha and less than 1.</param>
    /// <param name="proportion">Proportion with the outcome in the reference group, between 0 and 1.</param>
    /// <param name="oddsRatio">True odds ratio, &gt; 0, not 1.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Size per group, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double SizePerGroup(
        double power,
        double proportion,
        double oddsRatio,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        var variance = 1 / Variance(proportion, oddsRatio) + 1 / Variance(proportion, 1);
        Arguments.CheckPositive(Math.Abs(Math.Log(oddsRatio)), nameof(oddsRatio));
        var root = Rejection.Distance(power, alpha, twoSided) / Math.Log(oddsRatio);
        return root * root * variance;
    }

    /// <summary>The smallest odds ratio above 1 that is shown with a power.</summary>
    /// <param name="first">Size of the first group, &gt; 0.</param>
    /// <param name="reference">Size of the reference group, &gt; 0.</param>
    /// <param name="proportion">Proportion with the outcome in the reference group, between 0 and 1.</param>
    /// <param name="power">Power, more than alpha and less than 1.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Odds ratio, &gt; 1; NaN if none is shown: the power falls again where hardly any subject lacks the outcome.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double DetectableOddsRatio(
        double first,
        double reference,
        double proportion,
        double power = 0.8,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        Rejection.Distance(power, alpha, twoSided);
        const double step = 0.05;
        for (var log = step; log < 20; log += step)
            if (Of(first, reference, proportion, Math.Exp(log), alpha, twoSided) >= power)
                return Math.Exp(
                    MonotoneRoot.FindWithin(
                        w => Of(first, reference, proportion, Math.Exp(w), alpha, twoSided) - power,
                        log - step,
                        log
                    )
                );
        return double.NaN;
    }

    /// <summary>p (1 − p) in the group with this odds ratio to the reference.</summary>
    private static double Variance(double proportion, double oddsRatio)
    {
        Rejection.CheckInside(proportion, nameof(proportion));
        Arguments.CheckPositive(oddsRatio);
        var odds = proportion / (1 - proportion) * oddsRatio;
        return odds / ((1 + odds) * (1 + odds));
    }
}
