using System.Collections.Immutable;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Survival.LogRank;

/// <summary>Compares the survival of two or more groups by the log-rank test or a test of the G-rho family.</summary>
/// <param name="ChiSquared">Statistic; χ² distributed if survival is the same in all groups.</param>
/// <param name="DegreesOfFreedom">Groups with expected events − 1.</param>
/// <param name="P">Two-sided p.</param>
/// <param name="Z">
/// With two groups: (observed − expected) of the second, divided by its standard deviation; positive if the second has more events than
/// expected. Else NaN.
/// </param>
/// <param name="Groups">Observed and expected events, by ascending number of the group.</param>
/// <remarks>
/// Mantel, Cancer Chemother Rep 1966; Harrington and Fleming, Biometrika 1982. Ties: hypergeometric variance. Checked against
/// R <c>survival::survdiff</c>, and with late entry against the score test of <c>coxph(ties = "exact")</c>.
/// </remarks>
public sealed record LogRankTest(
    double ChiSquared,
    int DegreesOfFreedom,
    PValue P,
    double Z,
    ImmutableArray<LogRankGroup> Groups
)
{
    /// <summary>Tests whether groups differ in survival.</summary>
    /// <param name="times">Follow-up of n patients, with entries where there are any.</param>
    /// <param name="groups">n numbers from 0; a negative number leaves the patient out.</param>
    /// <param name="strata">n numbers; patients are compared within strata and the strata added up. Negative leaves out. None by default.</param>
    /// <param name="rho">
    /// Events are weighted by S(t−)^rho, with S of all groups together: 0 log-rank (default), 1 Peto and Peto's Wilcoxon test, which looks
    /// at early differences.
    /// </param>
    /// <returns>
    /// The test, or why there is none: <see cref="NotEstimable.OneGroup"/>, <see cref="NotEstimable.NoEvents"/>, or
    /// <see cref="NotEstimable.ZeroVariance"/> if all at risk have the event at once.
    /// </returns>
    /// <exception cref="ArgumentException">A list does not hold n values, or rho is no number.</exception>
    public static Estimate<LogRankTest> Of(
        SurvivalTimes times,
        ReadOnlySpan<int> groups,
        ReadOnlySpan<int> strata = default,
        double rho = 0
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        Check.Length(times.Count, groups.Length, nameof(groups));
        if (!strata.IsEmpty)
            Check.Length(times.Count, strata.Length, nameof(strata));
        if (!double.IsFinite(rho))
            throw new ArgumentException($"{rho} is no finite number.", nameof(rho));
        var usable = times.Where(HaveNumbers(groups, strata));
        var sums = new LogRankSums(usable, groups);
        if (sums.Numbers.Length < 2)
            return usable.N == 0 ? NotEstimable.TooFewValues : NotEstimable.OneGroup;
        if (usable.Events == 0)
            return NotEstimable.NoEvents;
        foreach (var stratum in Strata.Split(usable, strata))
            sums.Add(stratum, rho);
        return Test(sums);
    }

    /// <summary>Tests every pair of groups, each on the patients of these two alone.</summary>
    /// <param name="times">Follow-up of n patients.</param>
    /// <param name="groups">n numbers from 0; negative leaves out.</param>
    /// <param name="strata">n numbers of strata; none by default.</param>
    /// <param name="rho">Weight of the events; see <see cref="Of"/>.</param>
    /// <returns>
    /// The pairs by ascending numbers. Their p values are not adjusted for their number: <see cref="MultipleTesting.AdjustedP"/> does that.
    /// </returns>
    /// <exception cref="ArgumentException">A list does not hold n values, or rho is no number.</exception>
    public static IReadOnlyList<PairwiseLogRank> Pairwise(
        SurvivalTimes times,
        ReadOnlySpan<int> groups,
        ReadOnlySpan<int> strata = default,
        double rho = 0
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        Check.Length(times.Count, groups.Length, nameof(groups));
        var numbers = new LogRankSums(times.Where(HaveNumbers(groups, [])), groups).Numbers;
        var pairs = new List<PairwiseLogRank>();
        var pair = new int[groups.Length];
        for (var b = 1; b < numbers.Length; b++)
        for (var a = 0; a < b; a++)
        {
            for (var i = 0; i < pair.Length; i++)
                pair[i] = groups[i] == numbers[a] || groups[i] == numbers[b] ? groups[i] : -1;
            pairs.Add(new PairwiseLogRank(numbers[a], numbers[b], Of(times, pair, strata, rho)));
        }
        return pairs;
    }

    private static Estimate<LogRankTest> Test(LogRankSums sums)
    {
        var tested = Enumerable.Range(0, sums.Numbers.Length).Where(j => sums.Expected[j] > 0).ToArray();
        if (tested.Length < 2)
            return NotEstimable.OneGroup;
        // The differences of all groups sum to 0: the first is left out.
        var size = tested.Length - 1;
        var (variance, difference) = (new double[size, size], new double[size]);
        for (var i = 0; i < size; i++)
        {
            difference[i] = sums.Observed[tested[i + 1]] - sums.Expected[tested[i + 1]];
            for (var j = 0; j < size; j++)
                variance[i, j] = sums.Variance[tested[i + 1], tested[j + 1]];
        }
        if (Cholesky.Of(variance) is not { } factor)
            return NotEstimable.ZeroVariance;
        var z = size == 1 ? difference[0] / Math.Sqrt(variance[0, 0]) : double.NaN;
        factor.SolveLower(difference);
        var chiSquared = difference.Sum(v => v * v);
        return new LogRankTest(
            chiSquared,
            size,
            Distributions.ChiSquared.UpperTail(chiSquared, size),
            sums.Numbers.Length == 2 ? z : double.NaN,
            [.. sums.Numbers.Select((n, j) => new LogRankGroup(n, sums.Count[j], sums.Observed[j], sums.Expected[j]))]
        );
    }

    private static bool[] HaveNumbers(ReadOnlySpan<int> groups, ReadOnlySpan<int> strata)
    {
        var have = new bool[groups.Length];
        for (var i = 0; i < have.Length; i++)
            have[i] = groups[i] >= 0 && (strata.IsEmpty || strata[i] >= 0);
        return have;
    }
}
