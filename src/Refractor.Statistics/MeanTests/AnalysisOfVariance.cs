using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.MeanTests;

/// <summary>Compares the means of two or more groups, whose variances are equal or, with Welch's correction, may differ.</summary>
/// <remarks>
/// Fisher 1925; Welch, Biometrika 1951. Checked against R <c>anova(lm(value ~ group))</c> and <c>oneway.test</c>, see
/// Reference/ranktests.
/// </remarks>
public sealed record AnalysisOfVariance
{
    /// <summary>Statistic.</summary>
    public required double F { get; init; }

    /// <summary>Degrees of freedom between groups: groups − 1.</summary>
    public required int BetweenDegreesOfFreedom { get; init; }

    /// <summary>Degrees of freedom within groups; fractional for Welch's test.</summary>
    public required double WithinDegreesOfFreedom { get; init; }

    /// <summary>P value.</summary>
    public required PValue P { get; init; }

    /// <summary>
    /// Means by ascending label. Their intervals take the variance common to all groups, or for Welch's test that of the group.
    /// </summary>
    public required IReadOnlyList<GroupMean> Means { get; init; }

    /// <summary>Share of the variance that lies between the groups, η², 0 to 1.</summary>
    public required double ExplainedShare { get; init; }

    /// <summary>Tests groups of equal variance.</summary>
    /// <param name="values">n values; NaN is dropped.</param>
    /// <param name="groups">n labels, any integers; a group without values does not count.</param>
    /// <param name="level">Level of the intervals of the means, between 0 and 1.</param>
    /// <returns>
    /// The test; or <see cref="NotEstimable.OneGroup"/> with fewer than two groups,
    /// <see cref="NotEstimable.NoResidualDegreesOfFreedom"/> with one value a group, <see cref="NotEstimable.NoVariation"/> if every
    /// group is constant, <see cref="NotEstimable.OutOfRange"/> if a value is infinite.
    /// </returns>
    /// <exception cref="ArgumentException">The two differ in length, or the level is not between 0 and 1.</exception>
    public static Estimate<AnalysisOfVariance> OneWay(
        ReadOnlySpan<double> values,
        ReadOnlySpan<int> groups,
        double level = 0.95
    )
    {
        AlternativeTails.CheckLevel(level);
        var grouped = GroupedValues.Of(values, groups);
        if (Refuse(grouped) is var reason and not NotEstimable.None)
            return reason;
        var (moments, k) = (Array.ConvertAll(grouped.Groups, g => Moments.Of(g)), grouped.Groups.Length);
        var within = grouped.N - k;
        if (within < 1)
            return NotEstimable.NoResidualDegreesOfFreedom;
        var all = Moments.Of(grouped.All());
        var residual = moments.Sum(m => m.Scatter);
        var between = moments.Sum(m => m.N * (m.Mean - all.Mean) * (m.Mean - all.Mean));
        var variance = residual / within;
        if (Moments.IsRounding(Math.Sqrt(variance), all.Mean))
            return NotEstimable.NoVariation;
        var f = between / (k - 1) / variance;
        return new AnalysisOfVariance
        {
            F = f,
            BetweenDegreesOfFreedom = k - 1,
            WithinDegreesOfFreedom = within,
            P = FDistribution.UpperTail(f, k - 1, within),
            Means = Intervals(grouped, moments, level, _ => (variance, within)),
            ExplainedShare = between / (between + residual),
        };
    }

    /// <summary>Tests groups whose variances may differ.</summary>
    /// <inheritdoc cref="OneWay"/>
    /// <returns>
    /// The test; or <see cref="NotEstimable.OneGroup"/> with fewer than two groups, <see cref="NotEstimable.TooFewValues"/> if a group
    /// has one value, <see cref="NotEstimable.NoVariation"/> if a group is constant, <see cref="NotEstimable.OutOfRange"/> if a value is
    /// infinite.
    /// </returns>
    public static Estimate<AnalysisOfVariance> Welch(
        ReadOnlySpan<double> values,
        ReadOnlySpan<int> groups,
        double level = 0.95
    )
    {
        AlternativeTails.CheckLevel(level);
        var grouped = GroupedValues.Of(values, groups);
        if (Refuse(grouped) is var reason and not NotEstimable.None)
            return reason;
        var moments = Array.ConvertAll(grouped.Groups, g => Moments.Of(g));
        if (moments.Any(m => m.N < 2))
            return NotEstimable.TooFewValues;
        if (moments.Any(m => Moments.IsRounding(Math.Sqrt(m.Variance), m.Mean)))
            return NotEstimable.NoVariation;
        double k = moments.Length;
        var weights = Array.ConvertAll(moments, m => m.N / m.Variance);
        var sum = weights.Sum();
        var mean = moments.Zip(weights, (m, w) => w * m.Mean).Sum() / sum;
        var spread = moments.Zip(weights, (m, w) => (1 - w / sum) * (1 - w / sum) / (m.N - 1)).Sum() / (k * k - 1);
        var f =
            moments.Zip(weights, (m, w) => w * (m.Mean - mean) * (m.Mean - mean)).Sum()
            / ((k - 1) * (1 + 2 * (k - 2) * spread));
        var all = Moments.Of(grouped.All());
        return new AnalysisOfVariance
        {
            F = f,
            BetweenDegreesOfFreedom = moments.Length - 1,
            WithinDegreesOfFreedom = 1 / (3 * spread),
            P = FDistribution.UpperTail(f, k - 1, 1 / (3 * spread)),
            Means = Intervals(grouped, moments, level, m => (m.Variance, m.N - 1)),
            ExplainedShare = 1 - moments.Sum(m => m.Scatter) / all.Scatter,
        };
    }

    private static NotEstimable Refuse(GroupedValues grouped) =>
        grouped.Groups.Length < 2 ? NotEstimable.OneGroup
        : grouped.AnyInfinite ? NotEstimable.OutOfRange
        : NotEstimable.None;

    private static GroupMean[] Intervals(
        GroupedValues grouped,
        Moments[] moments,
        double level,
        Func<Moments, (double Variance, double Df)> precision
    )
    {
        var means = new GroupMean[moments.Length];
        for (var i = 0; i < means.Length; i++)
        {
            var (m, (variance, df)) = (moments[i], precision(moments[i]));
            var reach = StudentT.Quantile((1 - level) / 2, df, Tail.Upper) * Math.Sqrt(variance / m.N);
            means[i] = new GroupMean(
                grouped.Labels[i],
                m.N,
                m.Mean,
                new Interval(m.Mean - reach, m.Mean + reach, level)
            );
        }
        return means;
    }
}
