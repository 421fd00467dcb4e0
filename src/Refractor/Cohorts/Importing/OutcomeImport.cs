using Refractor.Cohorts.Mapping;

namespace Refractor.Cohorts.Importing;

/// <summary>Makes outcomes from clinical columns and records.</summary>
internal sealed class OutcomeImport(
    ClinicalData data,
    ClinicalWords words,
    IReadOnlyDictionary<string, PatientRecords> records,
    ImportLog log
)
{
    private readonly Dictionary<string, SurvivalOutcome> _made = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The outcomes whose columns are there; problems are recorded for the others.</summary>
    public IReadOnlyList<Outcome> Make(IReadOnlyDictionary<string, OutcomeRule> rules) =>
        [.. rules.OrderBy(r => Base(r.Value) is null ? 0 : 1).Select(r => Make(r.Key, r.Value)).OfType<Outcome>()];

    /// <summary>The endpoint that tells how patients without an event were followed; it is made before.</summary>
    private static string? Base(OutcomeRule rule) => rule.Otherwise ?? rule.CensoredAt;

    private Outcome? Make(string endpoint, OutcomeRule rule)
    {
        var key = $"outcomes.{endpoint}";
        if (rule.Response is { } response)
            return words.Column(response, $"{key}.response") is { } column
                ? new ResponseOutcome(endpoint, words.Flags(column, Meaning.OfResponse(rule), key), rule.Definition)
                : null;
        if (rule.Time is null || (rule.Event is null && Base(rule) is null))
            return Wrong(
                key,
                "neither time and event nor a response",
                "'time' and 'event', or 'response'; 'time' alone with 'otherwise' or 'censored_at'"
            );
        if (rule.Records.FirstOrDefault(r => !records.ContainsKey(r)) is { } unknown)
            return Wrong($"{key}.records", $"the records '{unknown}'", "a name under 'records' in the mapping");
        if (Base(rule) is { } followed && !_made.ContainsKey(followed))
            return Wrong(key, $"the endpoint '{followed}'", "an endpoint of this mapping with times of its own");
        return Columns(rule, key) ? Survival(endpoint, rule) : null;
    }

    /// <summary>Whether every column that the rule names is in the clinical files or in its records.</summary>
    private bool Columns(OutcomeRule rule, string key) =>
        IsThere(rule.Time!, rule, $"{key}.time")
        && (rule.OtherwiseTime is not { } other || IsThere(other, rule, $"{key}.otherwise_time"))
        && (rule.Event is not { } happened || IsThere(happened, rule, $"{key}.event"));

    private bool IsThere(string column, OutcomeRule rule, string key) =>
        rule.Records.Any(r => records[r].Has(column)) || words.Column(column, key) is not null;

    private Outcome? Wrong(string key, string found, string expected)
    {
        log.Error(key, "mapping", null, found, expected);
        return null;
    }

    private SurvivalOutcome Survival(string endpoint, OutcomeRule rule)
    {
        var key = $"outcomes.{endpoint}";
        rule = EventCoding.Of(rule, rule.Event is { } column ? data.Find(column) : null, data, key, log);
        var notes = new FollowUpNotes(data, words, [.. rule.Records.Select(r => records[r])], log);
        var (times, events) = notes.Join(rule, key);
        var unit = rule.Unit ?? TimeScale.Guess(key, rule.Time!, times, log);
        var months = Array.ConvertAll(times, t => TimeScale.ToMonths(t, unit));
        var place = rule.Records.Count > 0 ? key : data.Find(rule.Time!)!.File;
        var negative = data.Patients.Where((_, p) => months[p] < 0).ToList();
        for (var p = 0; p < months.Length; p++)
            if (months[p] < 0)
                months[p] = double.NaN;
        log.Hold(place, $"{endpoint}: negative times count as missing", negative);
        if (Base(rule) is { } followed)
            FollowAs(_made[followed], months, events, deathsCount: rule.Otherwise is not null, key);
        var halves = data.Patients.Where((_, p) => double.IsNaN(months[p]) != double.IsNaN(events[p])).ToList();
        log.Hold(place, $"{endpoint}: time without event status or the reverse, left out of this endpoint", halves);
        return _made[endpoint] = new SurvivalOutcome(endpoint, months, events, rule.Definition);
    }

    /// <summary>Follows patients without an event as another endpoint does.</summary>
    private void FollowAs(SurvivalOutcome other, double[] months, double[] events, bool deathsCount, string key)
    {
        var afterwards = data.Patients.Where((_, p) => events[p] == 1 && months[p] > other.Months[p]);
        log.Hold(key, $"events later than the end of {other.Endpoint}; they count at their own time", [.. afterwards]);
        for (var p = 0; p < months.Length; p++)
            if (events[p] != 1)
                (months[p], events[p]) = (
                    other.Months[p],
                    deathsCount || double.IsNaN(other.Event[p]) ? other.Event[p] : 0
                );
    }
}
