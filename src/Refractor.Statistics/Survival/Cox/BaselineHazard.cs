using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox;

/// <summary>Cumulative hazard of a patient whose covariates are all 0, in one stratum: a step function that rises at times of events.</summary>
/// <remarks>
/// Breslow's estimate, with Efron's shares for tied events in an Efron fit. Checked against R <c>basehaz(fit, centered = FALSE)</c>.
/// </remarks>
/// <param name="Stratum">Number of the stratum; 0 without strata.</param>
/// <param name="Times">Distinct times of events, ascending.</param>
/// <param name="CumulativeHazard">Value from each of these times on.</param>
public sealed record BaselineHazard(int Stratum, IReadOnlyList<double> Times, IReadOnlyList<double> CumulativeHazard)
{
    /// <summary>The cumulative hazard at a time; 0 before the first event.</summary>
    public double At(double time) => StepFunction.At(Times, CumulativeHazard, time, before: 0);
}
