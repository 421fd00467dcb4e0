using Refractor.Statistics.Survival;

namespace Refractor.Cohorts;

/// <summary>What became of the patients, by one endpoint.</summary>
/// <param name="Endpoint">An endpoint as the evidence names it, such as <c>OS</c> or <c>pCR</c>.</param>
public abstract record Outcome(string Endpoint)
{
    /// <summary>Patients whose outcome is known.</summary>
    public abstract int Known { get; }

    /// <summary>Patients with the event, or with the response.</summary>
    public abstract int Positive { get; }
}

/// <summary>Time to an event or to the end of observation.</summary>
/// <param name="Endpoint">Such as <c>OS</c>, <c>RFS</c>, <c>DMFS</c>.</param>
/// <param name="Months">n patients, ≥ 0; NaN if not known.</param>
/// <param name="Event">n patients: 1 event, 0 censored, NaN not known.</param>
/// <param name="Origin">What time is counted from, such as "diagnosis"; null if not told.</param>
public sealed record SurvivalOutcome(string Endpoint, double[] Months, double[] Event, string? Origin = null)
    : Outcome(Endpoint)
{
    /// <inheritdoc/>
    public override int Known => Months.Where((m, i) => !double.IsNaN(m) && !double.IsNaN(Event[i])).Count();

    /// <inheritdoc/>
    public override int Positive => Event.Where((e, i) => e == 1 && !double.IsNaN(Months[i])).Count();

    /// <summary>The follow-up of all patients, ready for survival methods.</summary>
    public SurvivalTimes ToSurvivalTimes() => SurvivalTimes.Of(Months, Event);
}

/// <summary>Response or none, such as pathological complete response.</summary>
/// <param name="Endpoint">Such as <c>pCR</c> or <c>ORR</c>.</param>
/// <param name="Responded">n patients; null if not known.</param>
/// <param name="Definition">How response was defined, such as "ypT0/Tis ypN0"; null if not told.</param>
public sealed record ResponseOutcome(string Endpoint, IReadOnlyList<bool?> Responded, string? Definition = null)
    : Outcome(Endpoint)
{
    /// <inheritdoc/>
    public override int Known => Responded.Count(r => r is not null);

    /// <inheritdoc/>
    public override int Positive => Responded.Count(r => r == true);
}
