namespace Refractor.Cohorts.Mapping;

/// <summary>Where an outcome is told: columns of time and event, or one column of response.</summary>
public sealed record OutcomeRule
{
    /// <summary>Column of the time; null for a response.</summary>
    public string? Time { get; init; }

    /// <summary>
    /// Column of the time where the first one is empty, as in the files of TCGA, which hold the days to death and the days to the last
    /// contact apart; null if there is none.
    /// </summary>
    public string? OtherwiseTime { get; init; }

    /// <summary>Unit of the time; null to guess.</summary>
    public TimeUnit? Unit { get; init; }

    /// <summary>Column of the event; null for a response, and where a time alone means an event (<see cref="Otherwise"/>).</summary>
    public string? Event { get; init; }

    /// <summary>
    /// Names of tables of records that are read beside the clinical files. If any row tells an event, the earliest one counts; else the
    /// latest time without an event.
    /// </summary>
    public IReadOnlyList<string> Records { get; init; } = [];

    /// <summary>
    /// Endpoint whose outcome, event included, counts for patients without an event here: <c>OS</c> makes deaths events. Null if the times
    /// of this rule tell how long patients without an event were followed.
    /// </summary>
    public string? Otherwise { get; init; }

    /// <summary>Endpoint at whose time, event or not, patients without an event here are censored; null as for <see cref="Otherwise"/>.</summary>
    public string? CensoredAt { get; init; }

    /// <summary>Words for an event that was observed; empty for the usual ones.</summary>
    public IReadOnlyList<string> Observed { get; init; } = [];

    /// <summary>Words for no event; empty for the usual ones, or for all other words if <see cref="Observed"/> is named.</summary>
    public IReadOnlyList<string> Censored { get; init; } = [];

    /// <summary>Column of the response; null for time to an event.</summary>
    public string? Response { get; init; }

    /// <summary>Words for a response; empty for the usual ones.</summary>
    public IReadOnlyList<string> Responded { get; init; } = [];

    /// <summary>Words for no response; empty for the usual ones, or for all other words if <see cref="Responded"/> is named.</summary>
    public IReadOnlyList<string> NotResponded { get; init; } = [];

    /// <summary>What time is counted from, or how response is defined; null if not told.</summary>
    public string? Definition { get; init; }
}

/// <summary>A unit of time.</summary>
public enum TimeUnit
{
    /// <summary>Days.</summary>
    Days,

    /// <summary>Months of 30.4375 days.</summary>
    Months,

    /// <summary>Years of 365.25 days.</summary>
    Years,
}
