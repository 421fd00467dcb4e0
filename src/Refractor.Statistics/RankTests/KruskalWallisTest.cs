using Refractor.Statistics.Distributions;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.RankTests;

/// <summary>Compares the location of two or more groups by the ranks of their values.</summary>
/// <param name="H">Statistic, corrected for ties; χ² distributed if all groups are alike.</param>
/// <param name="DegreesOfFreedom">Groups that have values, less one.</param>
/// <param name="P">P value.</param>
/// <param name="N">Number of values.</param>
/// <remarks>Kruskal and Wallis, JASA 1952. Checked against R <c>kruskal.test</c>, see Reference/ranktests.</remarks>
public sealed record KruskalWallisTest(double H, int DegreesOfFreedom, PValue P, int N)
{
    /// <summary>Tests values by group.</summary>
    /// <param name="values">n values; NaN is dropped, infinite values have their rank.</param>
    /// <param name="groups">n labels, any integers; a group without values does not count.</param>
    /// <returns>
    /// The test; or <see cref="NotEstimable.OneGroup"/> with fewer than two groups, <see cref="NotEstimable.NoVariation"/> if all values
    /// are equal.
    /// </returns>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static Estimate<KruskalWallisTest> Of(ReadOnlySpan<double> values, ReadOnlySpan<int> groups)
    {
        var grouped = GroupedValues.Of(values, groups);
        if (grouped.Groups.Length < 2)
            return NotEstimable.OneGroup;
        var ranks = Midranks.Of(grouped.All());
        double n = ranks.Length;
        var ties = TieTerms.OfSorted([.. ranks.Select(r => (int)(2 * r)).Order()]);
        if (ties >= n * n * n - n)
            return NotEstimable.NoVariation;
        var (sum, from) = (0.0, 0);
        foreach (var group in grouped.Groups)
        {
            var deviation = 0.0;
            for (var i = from; i < from + group.Length; i++)
                deviation += ranks[i] - (n + 1) / 2;
            sum += deviation * deviation / group.Length;
            from += group.Length;
        }
        var h = 12 * sum / (n * (n + 1)) / (1 - ties / (n * n * n - n));
        var df = grouped.Groups.Length - 1;
        return new KruskalWallisTest(h, df, ChiSquared.UpperTail(h, df), ranks.Length);
    }
}
