namespace Refractor.Statistics.Survival.Screening;

/// <summary>How tied events enter a score test.</summary>
internal enum RiskTies
{
    /// <summary>Variance d(n − d)/(n − 1) × that of one draw: the log-rank test.</summary>
    Hypergeometric,

    /// <summary>Every tied event sees all tied patients at risk.</summary>
    Breslow,

    /// <summary>Tied events leave the risk set one after the other, each as the average of all.</summary>
    Efron,
}
