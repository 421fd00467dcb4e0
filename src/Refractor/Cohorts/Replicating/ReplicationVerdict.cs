namespace Refractor.Cohorts.Replicating;

/// <summary>What a cohort says of a published finding.</summary>
public enum ReplicationVerdict
{
    /// <summary>
    /// The effect points where the finding does and its interval excludes none; for a published null result, none is seen although one
    /// of the size looked for would have been.
    /// </summary>
    Agrees,

    /// <summary>No effect is shown, although one of the size looked for would have been seen in four of five such cohorts.</summary>
    Weaker,

    /// <summary>The effect points the other way and its interval excludes none; for a published null result, an effect is shown.</summary>
    Opposite,

    /// <summary>No effect is shown, and the cohort is too small to have shown one of the size looked for.</summary>
    Underpowered,

    /// <summary>The cohort cannot test the finding; the reason says why.</summary>
    NotTestable,
}
