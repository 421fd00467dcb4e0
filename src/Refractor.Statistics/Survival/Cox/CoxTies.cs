namespace Refractor.Statistics.Survival.Cox;

/// <summary>How events at the same time enter the partial likelihood. Without ties all three agree.</summary>
public enum CoxTies
{
    /// <summary>
    /// Tied patients leave the risk set in shares (Efron, JASA 1977): close to the truth also with many ties. Default of R's coxph and
    /// of lifelines.
    /// </summary>
    Efron,

    /// <summary>Every tied patient meets the full risk set (Breslow, Biometrics 1974). Default of SAS, Stata and scikit-survival.</summary>
    Breslow,

    /// <summary>
    /// Discrete time: the conditional probability of this set of patients among all sets of its size (Cox, JRSS B 1972). Slow with many
    /// ties; no case weights.
    /// </summary>
    Exact,
}
