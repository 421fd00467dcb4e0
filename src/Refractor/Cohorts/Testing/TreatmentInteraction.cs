using Refractor.Statistics;
using Interval = Refractor.Statistics.Interval;
using PValue = Refractor.Statistics.PValue;

namespace Refractor.Cohorts.Testing;

/// <summary>
/// Whether a feature changes the benefit of a therapy: its effect among those who were given it and among those who were not, and the
/// ratio of the two. Only this tells predictive from prognostic.
/// </summary>
/// <param name="Therapy">The therapy.</param>
/// <param name="Treated">Effect of the feature among the treated.</param>
/// <param name="Untreated">Effect among the untreated.</param>
/// <param name="Ratio">Effect among the treated over that among the untreated; NaN if it is not estimable.</param>
/// <param name="Interval">Its 95 % interval.</param>
/// <param name="P">Two-sided p of a ratio of 1.</param>
/// <param name="Randomised">Whether chance decided who was given the therapy; if not, its indication confounds the comparison.</param>
/// <param name="Reason">Why there is no ratio.</param>
public sealed record TreatmentInteraction(
    string Therapy,
    Effect Treated,
    Effect Untreated,
    double Ratio,
    Interval Interval,
    PValue P,
    bool Randomised,
    NotEstimable Reason
);
