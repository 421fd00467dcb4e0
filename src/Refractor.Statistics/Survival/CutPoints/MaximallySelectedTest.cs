using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>
/// The cut-off of a marker that separates its low and high groups best, with p values that know that it was looked for. The p of the
/// test at the cut-off itself would be far too small (Altman et al., J Natl Cancer Inst 1994).
/// </summary>
/// <param name="CutOff">The largest marker value of the low group.</param>
/// <param name="Low">Patients at or below the cut-off.</param>
/// <param name="High">Patients above.</param>
/// <param name="Z">
/// Standardised statistic at the cut-off: positive where the high group has earlier events, higher outcomes or more cases.
/// </param>
/// <param name="Cuts">Number of cut-offs looked at.</param>
/// <param name="AsymptoticP">
/// Probability that the largest |Z| of all cut-offs is as large if marker and outcome are independent, with the Z jointly normal. They
/// form a Markov chain, so that this is calculated, not simulated.
/// </param>
/// <param name="ImprovedBonferroniP">Upper bound by Lausen and Schumacher, Comput Stat Data Anal 1996, from pairs of neighbouring cut-offs.</param>
/// <param name="LausenSchumacherP">Approximation by Lausen and Schumacher, Biometrics 1992, for a continuous marker.</param>
/// <param name="PermutationP">(1 + permutations as extreme) / (1 + permutations); unknown if none was asked for.</param>
/// <remarks>
/// Z is the linear rank statistic with its permutation variance, Hothorn and Lausen, Comput Stat Data Anal 2003. Checked against
/// R <c>coin::maxstat_test</c>.
/// </remarks>
public sealed record MaximallySelectedTest(
    double CutOff,
    int Low,
    int High,
    double Z,
    int Cuts,
    PValue AsymptoticP,
    PValue ImprovedBonferroniP,
    PValue LausenSchumacherP,
    PValue PermutationP
)
{
    /// <summary>The cut-off that separates survival best: log-rank scores.</summary>
    /// <param name="times">Follow-up of n patients.</param>
    /// <param name="marker">n values; NaN is missing.</param>
    /// <param name="options">Which cut-offs are looked at, and permutations.</param>
    /// <returns>The test; or NoEvents, NoVariation (no cut-off is allowed), TooFewValues.</returns>
    /// <exception cref="ArgumentException">The lists differ in length, or a fraction is not between 0 and 1.</exception>
    public static Estimate<MaximallySelectedTest> LogRank(
        SurvivalTimes times,
        ReadOnlySpan<double> marker,
        CutPointOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        Check.Length(times.Count, marker.Length, nameof(marker));
        var keep = new bool[marker.Length];
        for (var i = 0; i < keep.Length; i++)
            keep[i] = !double.IsNaN(marker[i]);
        var used = times.Where(keep);
        if (used.N > 0 && used.Events == 0)
            return NotEstimable.NoEvents;
        return Of(LogRankScores.Of(used), marker, options);
    }

    /// <summary>The cut-off that separates an outcome best by Wilcoxon's rank-sum test.</summary>
    /// <param name="outcome">n values; NaN is missing.</param>
    /// <param name="marker">n values; NaN is missing.</param>
    /// <param name="options">Which cut-offs are looked at, and permutations.</param>
    /// <inheritdoc cref="LogRank(SurvivalTimes, ReadOnlySpan{double}, CutPointOptions?)"/>
    public static Estimate<MaximallySelectedTest> RankSum(
        ReadOnlySpan<double> outcome,
        ReadOnlySpan<double> marker,
        CutPointOptions? options = null
    )
    {
        Check.Length(outcome.Length, marker.Length, nameof(marker));
        var known = outcome.ToArray();
        for (var i = 0; i < known.Length; i++)
            if (double.IsNaN(marker[i]))
                known[i] = double.NaN;
        return Of(Midranks.Of(known), marker, options);
    }

    /// <summary>
    /// The cut-off that separates cases from controls best: of all points of the ROC curve that with the largest standardised difference.
    /// </summary>
    /// <param name="cases">n flags.</param>
    /// <param name="marker">n values; NaN is missing.</param>
    /// <param name="options">Which cut-offs are looked at, and permutations.</param>
    /// <inheritdoc cref="LogRank(SurvivalTimes, ReadOnlySpan{double}, CutPointOptions?)"/>
    public static Estimate<MaximallySelectedTest> Cases(
        ReadOnlySpan<bool> cases,
        ReadOnlySpan<double> marker,
        CutPointOptions? options = null
    )
    {
        Check.Length(cases.Length, marker.Length, nameof(marker));
        var scores = new double[cases.Length];
        for (var i = 0; i < scores.Length; i++)
            scores[i] =
                double.IsNaN(marker[i]) ? double.NaN
                : cases[i] ? 1
                : 0;
        return Of(scores, marker, options);
    }

    private static Estimate<MaximallySelectedTest> Of(
        double[] scores,
        ReadOnlySpan<double> marker,
        CutPointOptions? options
    )
    {
        options ??= new CutPointOptions();
        options.Validate();
        var rows = Enumerable.Range(0, scores.Length).Where(i => !double.IsNaN(scores[i])).ToArray();
        if (rows.Length < 2)
            return NotEstimable.TooFewValues;
        var values = marker.ToArray();
        Array.Sort(rows, (a, b) => values[a] != values[b] ? values[a].CompareTo(values[b]) : a.CompareTo(b));
        var ordered = CentredScores.Of(Array.ConvertAll(rows, i => scores[i]));
        var cuts = options.Allowed(rows.Length, k => values[rows[k]] == values[rows[k + 1]]);
        if (cuts.Length == 0)
            return NotEstimable.NoVariation;
        if (!(ordered.SumOfSquares > 0))
            return NotEstimable.ZeroVariance;
        var (cut, z) = ordered.Best(cuts);
        var size = Math.Abs(z);
        return new MaximallySelectedTest(
            values[rows[cut - 1]],
            cut,
            rows.Length - cut,
            -z,
            cuts.Length,
            MarkovMaximum.UpperTail(size, cuts, rows.Length),
            MaximumBounds.ImprovedBonferroni(size, cuts, rows.Length),
            MaximumBounds.LausenSchumacher(size, cuts[0], cuts[^1], rows.Length),
            PermutedMaximum.UpperTail(size, ordered, cuts, options)
        );
    }
}
