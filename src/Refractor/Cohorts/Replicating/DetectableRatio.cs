using Refractor.Cohorts.Selecting;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Replicating;

/// <summary>
/// The smallest ratio that a cohort shows with 80 % power at a two-sided 5 %: for hazards by the events (Schoenfeld, Biometrics 1983; Hsieh
/// and Lavori, Control Clin Trials 2000), for odds by the variance of the score (Hsieh, Bloch and Larsen, Stat Med 1998).
/// </summary>
public static class DetectableRatio
{
    /// <summary>
    /// The size that is looked for when a publication gives none that can be compared: 1.5 for one standard deviation, 2 for a status.
    /// Smaller effects would not change what is done for a patient.
    /// </summary>
    public static double LookedFor(CohortFeature feature) => feature.IsStatus ? 2 : 1.5;

    // z(0.975) + z(0.8).
    private const double Distance = 1.959963984540054 + 0.8416212335729143;

    /// <summary>The ratio above 1; its inverse is detectable as well. Infinite if nothing is.</summary>
    /// <param name="effect">The effect, of which patients and events count.</param>
    /// <param name="spread">Variance of the feature in its unit: 1 for a standard deviation, q(1 − q) for a status of share q.</param>
    public static double Of(Testing.Effect effect, double spread)
    {
        var information =
            effect.Metric == Metric.HazardRatio ? effect.Events * spread
            : effect.N == 0 ? 0
            : effect.N * spread * (effect.Events / (double)effect.N) * (1 - (effect.Events / (double)effect.N));
        return information > 0 ? Math.Exp(Distance / Math.Sqrt(information)) : double.PositiveInfinity;
    }

    /// <summary>The variance of a feature in the unit of its effect.</summary>
    public static double Spread(CohortFeature feature, Population population)
    {
        if (!feature.IsStatus)
            return 1;
        var patients = population.Indices();
        var share = patients.Length == 0 ? 0 : patients.Average(p => feature.Values[p]);
        return share * (1 - share);
    }
}
