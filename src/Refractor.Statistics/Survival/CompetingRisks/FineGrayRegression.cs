using Refractor.Statistics.Survival.Cox;

namespace Refractor.Statistics.Survival.CompetingRisks;

/// <summary>
/// Regression of the cumulative incidence of one cause on covariates (Fine and Gray, J Am Stat Assoc 1999): a Cox model in which
/// patients with another event stay at risk, with a weight that falls with the probability of not being censored.
/// </summary>
/// <remarks>Checked against R <c>cmprsk::crr</c> (one group of censoring, no covariates that change with time).</remarks>
public static class FineGrayRegression
{
    /// <summary>Fits a model.</summary>
    /// <param name="times">Follow-up of n patients.</param>
    /// <param name="cause">The cause, from 1; all others compete with it.</param>
    /// <param name="covariates">Terms of n values; a patient that misses one is left out.</param>
    /// <param name="level">Coverage of the intervals.</param>
    /// <returns>
    /// The model, or why there is none: TooFewValues, NoEvents, Collinear, Separation (the effect of a covariate has no finite estimate)
    /// or NotConverged.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A term does not hold n values, there is no term, the cause is below 1, or the level is not between 0 and 1.
    /// </exception>
    public static Estimate<FineGrayModel> Fit(
        CompetingTimes times,
        int cause,
        IReadOnlyList<Covariate> covariates,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(covariates);
        CompetingTimes.CheckCause(cause);
        Check.Level(level);
        foreach (var covariate in covariates)
            Check.Length(times.Count, covariate.Count, nameof(covariates));
        var columns = covariates.SelectMany(c => c.Columns).ToArray();
        if (columns.Length == 0)
            throw new ArgumentException("No covariate was given.", nameof(covariates));
        var keep = new bool[times.Count];
        for (var i = 0; i < keep.Length; i++)
            keep[i] = Array.TrueForAll(columns, c => double.IsFinite(c[i]));
        var used = times.Where(keep);
        if (used.N < 2)
            return NotEstimable.TooFewValues;
        if (used.EventsOf(cause) == 0)
            return NotEstimable.NoEvents;
        var likelihood = new FineGrayLikelihood(used, cause, columns);
        var fit = FineGrayNewton.Maximise(likelihood);
        return fit.Reason != NotEstimable.None
            ? fit.Reason
            : FineGrayModel.Of(likelihood, fit, [.. covariates.SelectMany(c => c.ColumnNames)], level);
    }
}
