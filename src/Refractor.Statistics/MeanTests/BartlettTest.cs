using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.MeanTests;

/// <summary>Compares the variances of two or more groups; sensitive to values that are not normally distributed.</summary>
/// <param name="ChiSquare">Statistic; χ² distributed if all variances are alike.</param>
/// <param name="DegreesOfFreedom">Groups − 1.</param>
/// <param name="P">P value.</param>
/// <param name="Variances">Variance of each group by ascending label, with its interval.</param>
/// <remarks>Bartlett, Proc R Soc A 1937. Checked against R <c>bartlett.test</c>, see Reference/ranktests.</remarks>
public sealed record BartlettTest(
    double ChiSquare,
    int DegreesOfFreedom,
    PValue P,
    IReadOnlyList<GroupVariance> Variances
)
{
    /// <summary>Tests values by group.</summary>
    /// <param name="values">n values; NaN is dropped.</param>
    /// <param name="groups">n labels, any integers; a group without values does not count.</param>
    /// <param name="level">Level of the intervals of the variances, between 0 and 1.</param>
    /// <returns>
    /// The test; or <see cref="NotEstimable.OneGroup"/> with fewer than two groups, <see cref="NotEstimable.TooFewValues"/> if a group
    /// has one value, <see cref="NotEstimable.ZeroVariance"/> if a group is constant, <see cref="NotEstimable.OutOfRange"/> if a value
    /// is infinite.
    /// </returns>
    /// <exception cref="ArgumentException">The two differ in length, or the level is not between 0 and 1.</exception>
    public static Estimate<BartlettTest> Of(ReadOnlySpan<double> values, ReadOnlySpan<int> groups, double level = 0.95)
    {
        AlternativeTails.CheckLevel(level);
        var grouped = GroupedValues.Of(values, groups);
        if (grouped.Groups.Length < 2)
            return NotEstimable.OneGroup;
        if (grouped.AnyInfinite)
            return NotEstimable.OutOfRange;
        var moments = Array.ConvertAll(grouped.Groups, g => Moments.Of(g));
        if (moments.Any(m => m.N < 2))
            return NotEstimable.TooFewValues;
        if (moments.Any(m => Moments.IsRounding(Math.Sqrt(m.Variance), m.Mean)))
            return NotEstimable.ZeroVariance;
        double df = grouped.N - moments.Length;
        var pooled = moments.Sum(m => m.Scatter) / df;
        var sum = moments.Sum(m => (m.N - 1) * Math.Log(pooled / m.Variance));
        var correction = 1 + (moments.Sum(m => 1.0 / (m.N - 1)) - 1 / df) / (3.0 * (moments.Length - 1));
        var k = moments.Length - 1;
        return new BartlettTest(
            sum / correction,
            k,
            ChiSquared.UpperTail(sum / correction, k),
            [.. moments.Select((m, i) => Variance(grouped.Labels[i], m, level))]
        );
    }

    private static GroupVariance Variance(int label, Moments m, double level)
    {
        var tail = (1 - level) / 2;
        var interval = new Interval(
            m.Scatter / ChiSquared.Quantile(tail, m.N - 1, Tail.Upper),
            m.Scatter / ChiSquared.Quantile(tail, m.N - 1),
            level
        );
        return new GroupVariance(label, m.N, m.Variance, interval);
    }
}

/// <summary>The variance of one group.</summary>
/// <param name="Group">Label of the group.</param>
/// <param name="N">Number of values.</param>
/// <param name="Variance">Variance with divisor N − 1.</param>
/// <param name="Interval">Interval by the χ² distribution.</param>
public readonly record struct GroupVariance(int Group, int N, double Variance, Interval Interval);
