namespace Refractor.Statistics.Survival.Cox;

/// <summary>The function of time with which a coefficient is suspected to change.</summary>
public enum TimeTransform
{
    /// <summary>1 − the Kaplan-Meier estimate just before the time: events are spread evenly. Default, as in R.</summary>
    KaplanMeier,

    /// <summary>The time itself; a few late events can decide.</summary>
    Identity,

    /// <summary>Rank of the time among the times of all, censored or not.</summary>
    Rank,

    /// <summary>Logarithm of the time.</summary>
    Log,
}
