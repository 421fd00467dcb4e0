using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Power;

/// <summary>
/// Power of the comparison of two proportions in equal groups, such as response rates, by the normal approximation. Only rejections in the
/// direction of the difference count.
/// </summary>
/// <remarks>Fleiss, Statistical Methods for Rates and Proportions, 1981. Checked against R power.prop.test(strict = FALSE).</remarks>
public static class ProportionDifferencePower
{
    /// <summary>The probability that the test shows a difference.</summary>
    /// <param name="perGroup">Size of each group, &gt; 0.</param>
    /// <param name="first">Proportion in the first group, 0 to 1.</param>
    /// <param name="second">Proportion in the second group, 0 to 1.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Power.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double Of(double perGroup, double first, double second, double alpha = 0.05, bool twoSided = true)
    {
        Arguments.CheckPositive(perGroup);
        var (none, some) = StandardDeviations(first, second);
        var critical = Rejection.Critical(alpha, twoSided);
        return Normal.Probability((Math.Sqrt(perGroup) * Math.Abs(first - second) - critical * none) / some);
    }

    /// <summary>The size of each group that gives a power.</summary>
    /// <param name="power">Power, more than alpha and less than 1.</param>
    /// <param name="first">Proportion in the first group, 0 to 1.</param>
    /// <param name="second">Proportion in the second group, another.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Size per group, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double SizePerGroup(
        double power,
        double first,
        double second,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        Rejection.CheckInside(power, nameof(power));
        Arguments.CheckPositive(Math.Abs(first - second), nameof(second));
        var (none, some) = StandardDeviations(first, second);
        var root = (Rejection.Critical(alpha, twoSided) * none + Normal.Quantile(power) * some) / (first - second);
        return root * root;
    }

    /// <summary>The smallest proportion above that of the reference that is shown with a power.</summary>
    /// <param name="perGroup">Size of each group, &gt; 0.</param>
    /// <param name="reference">Proportion in the reference group, 0 to below 1.</param>
    /// <param name="power">Power, more than alpha and less than 1.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>The proportion in the other group; NaN if even 1 is not shown.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double DetectableProportion(
        double perGroup,
        double reference,
        double power = 0.8,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        Rejection.Distance(power, alpha, twoSided);
        if (Of(perGroup, 1, reference, alpha, twoSided) < power)
            return double.NaN;
        return MonotoneRoot.FindWithin(p => Of(perGroup, p, reference, alpha, twoSided) - power, reference, 1);
    }

    /// <summary>√n times the standard error of the difference, without and with a difference.</summary>
    private static (double None, double Some) StandardDeviations(double first, double second)
    {
        Arguments.CheckProbability(first);
        Arguments.CheckProbability(second);
        var sum = first + second;
        return (Math.Sqrt(sum * (1 - sum / 2)), Math.Sqrt(first * (1 - first) + second * (1 - second)));
    }
}
