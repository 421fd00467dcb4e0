namespace Refractor.Cohorts;

/// <summary>A cohort lacks what was asked of it: an endpoint, a therapy, a layer, a covariate. The message names what it has.</summary>
/// <param name="message">What is lacking, and what there is.</param>
public sealed class CohortLacksException(string message) : ArgumentException(message);
