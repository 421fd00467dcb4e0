using Refractor.Cohorts.Mapping;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// Everything that clinical columns and records say on one endpoint, joined to one time and event a patient: the earliest event if there is
/// one, else the latest time without one.
/// </summary>
internal sealed class FollowUpNotes(
    ClinicalData data,
    ClinicalWords words,
    IReadOnlyList<PatientRecords> records,
    ImportLog log
)
{
    private readonly List<(double Time, bool? Happened)>[] _notes =
    [
        .. data.Patients.Select(_ => new List<(double, bool?)>()),
    ];

    /// <summary>
    /// Time in the unit of the files and event (1, 0, NaN for not known) of every patient. An event without a time makes the outcome
    /// unknown unless another row has the time.
    /// </summary>
    public (double[] Times, double[] Events) Join(OutcomeRule rule, string key)
    {
        AddClinical(rule, key);
        foreach (var table in records)
            AddRecords(rule, table, key);
        var (times, events) = (new double[_notes.Length], new double[_notes.Length]);
        var later = new List<string>();
        for (var p = 0; p < _notes.Length; p++)
        {
            (times[p], events[p]) = Of(_notes[p]);
            if (events[p] == 1 && _notes[p].Exists(n => n.Happened == false && n.Time > times[p]))
                later.Add(data.Patients[p]);
        }
        log.Hold(key, "a later row tells no event; the event counts", later);
        return (times, events);
    }

    private static (double Time, double Happened) Of(List<(double Time, bool? Happened)> notes)
    {
        if (notes.Exists(n => n.Happened == true))
            return (Known(notes, true).DefaultIfEmpty(double.NaN).Min(), 1);
        return notes.Exists(n => n.Happened == false)
            ? (Known(notes, false).DefaultIfEmpty(double.NaN).Max(), 0)
            : (Known(notes, null).DefaultIfEmpty(double.NaN).Max(), double.NaN);
    }

    private static IEnumerable<double> Known(List<(double Time, bool? Happened)> notes, bool? happened) =>
        notes.Where(n => n.Happened == happened && !double.IsNaN(n.Time)).Select(n => n.Time);

    private void AddClinical(OutcomeRule rule, string key)
    {
        var columns = new[] { rule.Time, rule.OtherwiseTime, rule.Event }
            .Select(c => c is null ? null : data.Find(c))
            .ToArray();
        var times = columns.Take(2).OfType<ClinicalColumn>().Select(c => words.Numbers(c, $"{key}.time")).ToList();
        var flags = columns[2] is { } happened ? words.Flags(happened, Meaning.OfEvent(rule), $"{key}.event") : null;
        if (times.Count == 0 && flags is null)
            return;
        for (var p = 0; p < _notes.Length; p++)
            Add(p, times.Select(t => t[p]).FirstOrDefault(t => !double.IsNaN(t), double.NaN), flags?[p], rule);
    }

    private void AddRecords(OutcomeRule rule, PatientRecords table, string key)
    {
        var meaning = Meaning.OfEvent(rule);
        if (rule.Event is { } column)
            _ = words.RecordFlags(table, column, meaning, $"{key}.event");
        foreach (var (patient, values) in table.Select(rule.Time, rule.OtherwiseTime, rule.Event))
        {
            var time = double.NaN;
            foreach (var word in values.Take(2).OfType<string>())
                if (double.IsNaN(time))
                    ClinicalWords.TryNumber(word, out time);
            Add(patient, time, values[2] is { } said ? meaning.Of(said) : null, rule);
        }
    }

    /// <summary>Adds what one row says. Where others are followed as for another endpoint, a time alone is that of an event.</summary>
    private void Add(int patient, double time, bool? happened, OutcomeRule rule)
    {
        var timeTellsEvent = rule.Otherwise is not null || rule.CensoredAt is not null;
        if (happened is null && timeTellsEvent && !double.IsNaN(time))
            happened = true;
        _notes[patient].Add((time, happened));
    }
}
