using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.Discrimination;

/// <summary>
/// Harrell's concordance of a marker with survival: the probability that of two patients the one with the higher marker has the event
/// first. 0.5 is chance; below 0.5 a high marker goes with long survival.
/// </summary>
/// <remarks>
/// A pair can be compared if the earlier of its times is an event; a patient censored at the time of another's event counts as living
/// longer. Pairs with equal markers count half. Pairs of events at the same time are not compared, only counted.
/// Literature: Harrell et al., JAMA 1982; Therneau, concordance vignette of R's survival. Checked against
/// R <c>survival::concordance(..., reverse = TRUE)</c>.
/// </remarks>
/// <param name="Value">The concordance, 0 to 1.</param>
/// <param name="StandardError">By the infinitesimal jackknife; the weights by the censoring distribution are taken as known.</param>
/// <param name="Interval">Value ± normal quantile × standard error, within 0 to 1.</param>
/// <param name="Concordant">Weight of the pairs in which the higher marker has the earlier event; a count if nothing is weighted.</param>
/// <param name="Discordant">Weight of the pairs in which the lower marker has the earlier event.</param>
/// <param name="TiedMarker">Weight of the pairs with equal markers and different times.</param>
/// <param name="TiedTime">Weight of the pairs with events at the same time and different markers.</param>
/// <param name="TiedBoth">Weight of the pairs with events at the same time and equal markers.</param>
/// <param name="N">Patients (rows) used.</param>
/// <param name="Events">Events among them.</param>
public sealed record Concordance(
    double Value,
    double StandardError,
    Interval Interval,
    double Concordant,
    double Discordant,
    double TiedMarker,
    double TiedTime,
    double TiedBoth,
    int N,
    int Events
)
{
    /// <summary>Concordance of one marker, such as a risk score or a linear predictor.</summary>
    /// <param name="times">Follow-up of n patients, with entries where there are any.</param>
    /// <param name="marker">n values; NaN is missing.</param>
    /// <param name="options">Weights, strata and interval; none by default.</param>
    /// <returns>The concordance, or <see cref="NotEstimable.NoComparablePairs"/>.</returns>
    /// <exception cref="ArgumentException">A list does not hold n values, a weight is negative, or the level is not between 0 and 1.</exception>
    public static Estimate<Concordance> Of(
        SurvivalTimes times,
        ReadOnlySpan<double> marker,
        ConcordanceOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        options ??= new ConcordanceOptions();
        Check.Length(times.Count, marker.Length, nameof(marker));
        options.Validate(times.Count);
        var usable = times.Where(Usable(marker, options));
        var pairs = ConcordancePairs.Count(usable, marker.ToArray(), options);
        var comparable = pairs.Concordant + pairs.Discordant + pairs.TiedMarker;
        if (!(comparable > 0))
            return NotEstimable.NoComparablePairs;
        var value = (pairs.Concordant + pairs.TiedMarker / 2) / comparable;
        var error = StandardErrorOf(pairs, value, comparable, options.Clusters);
        var half = Normal.Quantile((1 + options.Level) / 2) * error;
        return new Concordance(
            value,
            error,
            new Interval(Math.Max(0, value - half), Math.Min(1, value + half), options.Level),
            pairs.Concordant,
            pairs.Discordant,
            pairs.TiedMarker,
            pairs.TiedTime,
            pairs.TiedBoth,
            usable.N,
            usable.Events
        );
    }

    private static bool[] Usable(ReadOnlySpan<double> marker, ConcordanceOptions options)
    {
        var usable = new bool[marker.Length];
        for (var i = 0; i < usable.Length; i++)
            usable[i] =
                !double.IsNaN(marker[i])
                && !(options.Weights is { } w && double.IsNaN(w[i]))
                && !(options.Strata is { } s && s[i] < 0);
        return usable;
    }

    private static double StandardErrorOf(ConcordancePairs pairs, double value, double comparable, int[]? clusters)
    {
        var influence = new double[pairs.Wins.Length];
        for (var i = 0; i < influence.Length; i++)
            influence[i] = (pairs.Wins[i] - value * pairs.Comparisons[i]) / comparable;
        var units = clusters is null
            ? influence
            : influence.Select((v, i) => (v, c: clusters[i])).GroupBy(x => x.c, x => x.v).Select(g => g.Sum());
        return Math.Sqrt(units.Sum(v => v * v));
    }
}
