using Refractor.Cohorts.Mapping;

namespace Refractor.Cohorts.Importing;

/// <summary>Makes outcomes from clinical columns.</summary>
internal sealed class OutcomeImport(ClinicalData data, ClinicalWords words, ImportLog log)
{
    private const double DaysInMonth = 30.4375;
    private const int MonthsInYear = 12;

    /// <summary>The outcomes whose columns are there; problems are recorded for the others.</summary>
    public IReadOnlyList<Outcome> Make(IReadOnlyDictionary<string, OutcomeRule> rules) =>
        [.. rules.Select(r => Make(r.Key, r.Value)).OfType<Outcome>()];

    private Outcome? Make(string endpoint, OutcomeRule rule)
    {
        var key = $"outcomes.{endpoint}";
        if (rule.Response is { } response)
            return words.Column(response, $"{key}.response") is { } column
                ? new ResponseOutcome(endpoint, words.Flags(column, Meaning.OfResponse(rule), key), rule.Definition)
                : null;
        if (rule.Time is null || rule.Event is null)
        {
            log.Error(
                key,
                "mapping",
                null,
                "neither time and event nor a response",
                "'time' and 'event', or 'response'"
            );
            return null;
        }
        return
            words.Column(rule.Time, $"{key}.time") is { } time
            && words.Column(rule.Event, $"{key}.event") is { } happened
            ? Survival(endpoint, rule, time, happened)
            : null;
    }

    private double[] Times(OutcomeRule rule, ClinicalColumn column, string key)
    {
        var times = words.Numbers(column, $"{key}.time");
        if (rule.OtherwiseTime is { } name && words.Column(name, $"{key}.otherwise_time") is { } other)
            foreach (var (p, time) in words.Numbers(other, $"{key}.otherwise_time").Index())
                if (double.IsNaN(times[p]))
                    times[p] = time;
        return times;
    }

    private SurvivalOutcome Survival(string endpoint, OutcomeRule rule, ClinicalColumn time, ClinicalColumn happened)
    {
        var key = $"outcomes.{endpoint}";
        var times = Times(rule, time, key);
        var unit = rule.Unit ?? GuessUnit(key, time.Name, times);
        var months = Array.ConvertAll(times, t => ToMonths(t, unit));
        var events = Events(rule, happened, key);
        var negative = data.Patients.Where((_, p) => months[p] < 0).ToList();
        for (var p = 0; p < months.Length; p++)
            if (months[p] < 0)
                months[p] = double.NaN;
        log.Hold(time.File, $"{endpoint}: negative times count as missing", negative);
        var halves = data.Patients.Where((_, p) => double.IsNaN(months[p]) != double.IsNaN(events[p])).ToList();
        log.Hold(time.File, $"{endpoint}: time without event status or the reverse, left out of this endpoint", halves);
        return new SurvivalOutcome(endpoint, months, events, rule.Definition);
    }

    private double[] Events(OutcomeRule rule, ClinicalColumn column, string key)
    {
        var values = column
            .Values(data.Patients.Count)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToArray();
        // R codes events as 1 and 2 as well as 0 and 1; both words alone decide between the two codings.
        if (rule.Observed.Count == 0 && values is ["1", "2"])
        {
            log.Guessed($"{key}.observed", "2 is an event, 1 is censored", "the column holds 1 and 2 only");
            rule = rule with { Observed = ["2"], Censored = ["1"] };
        }
        var flags = words.Flags(column, Meaning.OfEvent(rule), key);
        return Array.ConvertAll(
            flags,
            f =>
                f is null ? double.NaN
                : f.Value ? 1
                : 0
        );
    }

    private TimeUnit GuessUnit(string key, string column, double[] times)
    {
        var name = column.ToUpperInvariant();
        var longest = times.Where(t => !double.IsNaN(t)).DefaultIfEmpty(0).Max();
        var (unit, because) =
            name.Contains("MONTH", StringComparison.Ordinal) ? (TimeUnit.Months, "the name of the column")
            : name.Contains("DAY", StringComparison.Ordinal) ? (TimeUnit.Days, "the name of the column")
            : name.Contains("YEAR", StringComparison.Ordinal) ? (TimeUnit.Years, "the name of the column")
            : longest > 600 ? (TimeUnit.Days, FormattableString.Invariant($"the longest time is {longest:G6}"))
            : longest > 40 ? (TimeUnit.Months, FormattableString.Invariant($"the longest time is {longest:G6}"))
            : (TimeUnit.Years, FormattableString.Invariant($"the longest time is {longest:G6}"));
        log.Guessed($"{key}.unit", unit.ToString().ToLowerInvariant(), because);
        return unit;
    }

    private static double ToMonths(double time, TimeUnit unit) =>
        unit switch
        {
            TimeUnit.Days => time / DaysInMonth,
            TimeUnit.Years => time * MonthsInYear,
            _ => time,
        };
}
