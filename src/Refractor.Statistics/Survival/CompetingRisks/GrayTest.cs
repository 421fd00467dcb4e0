using System.Collections.Immutable;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Survival.CompetingRisks;

/// <summary>Gray's test: whether the cumulative incidence of a cause is the same in two or more groups.</summary>
/// <param name="ChiSquared">Statistic; χ² distributed if it is.</param>
/// <param name="DegreesOfFreedom">Groups − 1.</param>
/// <param name="P">Two-sided p.</param>
/// <param name="Z">With two groups: events of the second more than expected, in standard deviations. Else NaN.</param>
/// <param name="Groups">Numbers of the groups, ascending.</param>
/// <remarks>Gray, Ann Stat 1988. Checked against R <c>cmprsk::cuminc</c>, also with ties, strata and rho.</remarks>
public sealed record GrayTest(double ChiSquared, int DegreesOfFreedom, PValue P, double Z, ImmutableArray<int> Groups)
{
    /// <summary>Tests whether groups differ in the cumulative incidence of a cause.</summary>
    /// <param name="times">Follow-up of n patients.</param>
    /// <param name="cause">The cause, from 1; all others compete with it.</param>
    /// <param name="groups">n numbers from 0; a negative number leaves the patient out.</param>
    /// <param name="strata">n numbers; groups are compared within strata. Negative leaves out. None by default.</param>
    /// <param name="rho">Events are weighted by (1 − F)^rho, with F the incidence of all groups together; 0 by default.</param>
    /// <returns>
    /// The test, or why there is none: <see cref="NotEstimable.OneGroup"/>, <see cref="NotEstimable.NoEvents"/> of the cause, or
    /// <see cref="NotEstimable.ZeroVariance"/>.
    /// </returns>
    /// <exception cref="ArgumentException">A list does not hold n values, the cause is below 1, or rho is no number.</exception>
    public static Estimate<GrayTest> Of(
        CompetingTimes times,
        int cause,
        ReadOnlySpan<int> groups,
        ReadOnlySpan<int> strata = default,
        double rho = 0
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        CompetingTimes.CheckCause(cause);
        Check.Length(times.Count, groups.Length, nameof(groups));
        if (!strata.IsEmpty)
            Check.Length(times.Count, strata.Length, nameof(strata));
        if (!double.IsFinite(rho))
            throw new ArgumentException($"{rho} is no finite number.", nameof(rho));
        var keep = new bool[times.Count];
        for (var i = 0; i < keep.Length; i++)
            keep[i] = groups[i] >= 0 && (strata.IsEmpty || strata[i] >= 0);
        var usable = times.Where(keep);
        if (usable.N == 0)
            return NotEstimable.TooFewValues;
        var sums = new GraySums(usable, groups);
        if (sums.Numbers.Length < 2)
            return NotEstimable.OneGroup;
        if (usable.EventsOf(cause) == 0)
            return NotEstimable.NoEvents;
        foreach (var stratum in usable.Split(strata))
            sums.Add(stratum, cause, groups, rho);
        return Test(sums);
    }

    private static Estimate<GrayTest> Test(GraySums sums)
    {
        // The scores of all groups sum to 0: the first is left out.
        var size = sums.Numbers.Length - 1;
        var (variance, score) = (new double[size, size], sums.Score[1..]);
        for (var i = 0; i < size; i++)
        for (var j = 0; j < size; j++)
            variance[i, j] = sums.Variance[i + 1, j + 1];
        if (Cholesky.Of(variance) is not { } factor)
            return NotEstimable.ZeroVariance;
        var z = size == 1 ? score[0] / Math.Sqrt(variance[0, 0]) : double.NaN;
        factor.SolveLower(score);
        var chiSquared = score.Sum(v => v * v);
        return new GrayTest(
            chiSquared,
            size,
            Distributions.ChiSquared.UpperTail(chiSquared, size),
            z,
            [.. sums.Numbers]
        );
    }
}
