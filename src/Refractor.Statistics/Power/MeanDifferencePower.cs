using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Power;

/// <summary>
/// Power of the two-sample t test for a difference of means, exact by the noncentral t distribution. As usual, only rejections in the
/// direction of the difference count.
/// </summary>
/// <remarks>Checked against R power.t.test(strict = FALSE), of which n per group is solved to 1e-4.</remarks>
public static class MeanDifferencePower
{
    /// <summary>The probability that the test shows a difference.</summary>
    /// <param name="first">Size of the first group, not necessarily whole, &gt; 0.</param>
    /// <param name="second">Size of the second group, &gt; 0.</param>
    /// <param name="difference">Difference of the means; its sign does not matter.</param>
    /// <param name="sd">Standard deviation within groups, &gt; 0.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Power, alpha (alpha/2 if two-sided) to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double Of(
        double first,
        double second,
        double difference,
        double sd = 1,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        Arguments.CheckPositive(first);
        Arguments.CheckPositive(second);
        Arguments.CheckPositive(sd);
        // One value a group leaves no degree of freedom; R keeps the calculation alive in the same way while it searches n.
        var df = Math.Max(1e-7, first - 1) + Math.Max(1e-7, second - 1);
        var critical = StudentT.Quantile(Rejection.Tail(alpha, twoSided), df, Tail.Upper);
        var noncentrality = Math.Abs(difference) / sd * Math.Sqrt(first / (first + second) * second);
        return NoncentralT.Probability(critical, df, noncentrality, Tail.Upper);
    }

    /// <summary>The size of each of two equal groups that gives a power.</summary>
    /// <param name="power">Power, more than alpha and less than 1.</param>
    /// <param name="difference">Difference of the means, not 0.</param>
    /// <param name="sd">Standard deviation within groups, &gt; 0.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Size per group, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double SizePerGroup(
        double power,
        double difference,
        double sd = 1,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        var distance = Rejection.Distance(power, alpha, twoSided);
        Arguments.CheckPositive(Math.Abs(difference), nameof(difference));
        Arguments.CheckPositive(sd);
        var effect = distance * sd / difference;
        var guess = Math.Log(Math.Max(2, 2 * effect * effect + 1));
        return Math.Exp(
            MonotoneRoot.Find(
                log => Of(Math.Exp(log), Math.Exp(log), difference, sd, alpha, twoSided) - power,
                guess,
                0.1
            )
        );
    }

    /// <summary>The smallest difference of the means that is shown with a power.</summary>
    /// <param name="first">Size of the first group, &gt; 1.</param>
    /// <param name="second">Size of the second group, &gt; 1.</param>
    /// <param name="power">Power, more than alpha and less than 1.</param>
    /// <param name="sd">Standard deviation within groups, &gt; 0.</param>
    /// <param name="alpha">Level of the test, between 0 and 1.</param>
    /// <param name="twoSided">Whether the test is two-sided.</param>
    /// <returns>Difference, &gt; 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public static double DetectableDifference(
        double first,
        double second,
        double power = 0.8,
        double sd = 1,
        double alpha = 0.05,
        bool twoSided = true
    )
    {
        var distance = Rejection.Distance(power, alpha, twoSided);
        Arguments.CheckPositive(first - 1, nameof(first));
        Arguments.CheckPositive(second - 1, nameof(second));
        Arguments.CheckPositive(sd);
        var guess = Math.Log(distance * sd * Math.Sqrt(1 / first + 1 / second));
        return Math.Exp(
            MonotoneRoot.Find(log => Of(first, second, Math.Exp(log), sd, alpha, twoSided) - power, guess, 0.1)
        );
    }
}
