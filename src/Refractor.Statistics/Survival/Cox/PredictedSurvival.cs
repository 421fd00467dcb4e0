using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox;

/// <summary>Survival that a Cox model predicts for a patient with given covariates.</summary>
/// <remarks>
/// exp(−cumulative hazard). The standard error joins that of the baseline hazard and that of the coefficients (Tsiatis, Ann Stat 1981);
/// intervals are formed on the logarithm of survival. Checked against R <c>survfit(coxph)</c>.
/// </remarks>
/// <param name="Times">Distinct times of events in the stratum, ascending.</param>
/// <param name="Survival">Survival from each of these times on, 0 to 1.</param>
/// <param name="StandardError">Standard error of the logarithm of survival.</param>
/// <param name="Intervals">Interval of the survival, within 0 to 1.</param>
public sealed record PredictedSurvival(
    IReadOnlyList<double> Times,
    IReadOnlyList<double> Survival,
    IReadOnlyList<double> StandardError,
    IReadOnlyList<Interval> Intervals
)
{
    /// <summary>The survival at a time; 1 before the first event.</summary>
    public double At(double time) => StepFunction.At(Times, Survival, time, before: 1);
}
