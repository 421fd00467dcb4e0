using Refractor.Statistics.Distributions;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.RankTests;

/// <summary>Compares the spread of two or more groups by normal scores of the distances from the medians; robust against outliers.</summary>
/// <param name="ChiSquare">Statistic; χ² distributed if all groups are alike.</param>
/// <param name="DegreesOfFreedom">Groups that have values, less one.</param>
/// <param name="P">P value.</param>
/// <param name="N">Number of values.</param>
/// <remarks>
/// The median-centred version of Conover, Johnson and Johnson, Technometrics 1981. Checked against R <c>fligner.test</c>, see
/// Reference/ranktests.
/// </remarks>
public sealed record FlignerKilleenTest(double ChiSquare, int DegreesOfFreedom, PValue P, int N)
{
    /// <summary>Tests values by group.</summary>
    /// <param name="values">n values; NaN is dropped.</param>
    /// <param name="groups">n labels, any integers; a group without values does not count.</param>
    /// <returns>
    /// The test; or <see cref="NotEstimable.OneGroup"/> with fewer than two groups, <see cref="NotEstimable.NoVariation"/> if all values
    /// lie equally far from their median, <see cref="NotEstimable.OutOfRange"/> if a value is infinite.
    /// </returns>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static Estimate<FlignerKilleenTest> Of(ReadOnlySpan<double> values, ReadOnlySpan<int> groups)
    {
        var grouped = GroupedValues.Of(values, groups);
        if (grouped.Groups.Length < 2)
            return NotEstimable.OneGroup;
        if (grouped.AnyInfinite)
            return NotEstimable.OutOfRange;
        var distances = grouped.Groups.SelectMany(DistancesFromMedian).ToArray();
        var n = distances.Length;
        var scores = Array.ConvertAll(
            Midranks.Of(distances),
            // The lower tail 1/2 + r/2(n + 1), taken as upper tail to keep the digits of the largest ranks.
            r => Normal.Quantile((n + 1 - r) / (2 * (n + 1.0)), tail: Tail.Upper)
        );
        var mean = scores.Average();
        var variance = scores.Sum(a => (a - mean) * (a - mean)) / (n - 1);
        if (distances.Max().Equals(distances.Min()))
            return NotEstimable.NoVariation;
        var (sum, from) = (0.0, 0);
        foreach (var group in grouped.Groups)
        {
            var deviation = scores.Skip(from).Take(group.Length).Sum(a => a - mean);
            sum += deviation * deviation / group.Length;
            from += group.Length;
        }
        var df = grouped.Groups.Length - 1;
        return new FlignerKilleenTest(sum / variance, df, ChiSquared.UpperTail(sum / variance, df), n);
    }

    private static IEnumerable<double> DistancesFromMedian(double[] group)
    {
        var sorted = group.Order().ToArray();
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return group.Select(v => Math.Abs(v - median));
    }
}
