using Refractor.Cohorts.Mapping;
using Refractor.Vocabulary;

namespace Refractor.Cohorts.Importing;

/// <summary>Tells from clinical columns and from records who was given what. What nothing tells is not known, never "not given".</summary>
internal sealed class TreatmentImport(
    ClinicalData data,
    ClinicalWords words,
    IReadOnlyDictionary<string, PatientRecords> records,
    Lexicon lexicon,
    ImportLog log
)
{
    private readonly Lazy<DrugNames> _names = new(() => new DrugNames(lexicon));
    private readonly Dictionary<string, DrugRecords> _drugs = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The treatments whose columns and records are there; problems are recorded for the others.</summary>
    public List<Treatment> Make(IReadOnlyDictionary<string, TreatmentRule> rules)
    {
        var treatments = new List<Treatment>();
        foreach (var (therapy, rule) in rules)
            if (Given(therapy, rule) is { } given)
                treatments.Add(new Treatment(therapy, given, rule.Randomised));
        return treatments;
    }

    private bool?[]? Given(string therapy, TreatmentRule rule)
    {
        var key = $"treatments.{therapy}";
        var told = rule.Also.Prepend(rule).Select(r => Told(therapy, r, key)).ToList();
        if (told.Contains(null))
            return null;
        var contradictory = data.Patients.Where(
            (_, p) => told.Exists(t => t![p] == true) && told.Exists(t => t![p] == false)
        );
        log.Hold(key, "one source says given and another not given; given counts", [.. contradictory]);
        return
        [
            .. data.Patients.Select(
                (_, p) =>
                    told.Exists(t => t![p] == true) ? true
                    : told.Exists(t => t![p] == false) ? false
                    : (bool?)null
            ),
        ];
    }

    private bool?[]? Told(string therapy, TreatmentRule rule, string key)
    {
        var told =
            rule.All is { } all ? words.Everybody(all)
            : rule.Records is { } name ? InRecords(therapy, rule, name, key)
            : rule.Column is { } column && words.Column(column, key) is { } found
                ? words.Flags(found, Meaning.OfTreatment(rule), key)
            : null;
        return told is null || rule.Tells is not { } side ? told : Array.ConvertAll(told, t => t == side ? t : null);
    }

    private bool?[]? InRecords(string therapy, TreatmentRule rule, string name, string key)
    {
        if (!records.TryGetValue(name, out var table))
            return Missing(key, $"the records '{name}'", "a name under 'records' in the mapping");
        var (yes, no, open) = (
            new bool[data.Patients.Count],
            new bool[data.Patients.Count],
            new bool[data.Patients.Count]
        );
        if (rule.Column is { } column)
        {
            if (!table.Has(column))
                return Missing(
                    key,
                    $"the column '{column}'",
                    $"a column of the records: {string.Join(", ", table.Columns.Take(40))}"
                );
            foreach (var (patient, said) in words.RecordFlags(table, column, Meaning.OfTreatment(rule), key))
                (yes[patient], no[patient]) = (yes[patient] | said, no[patient] | !said);
        }
        else if (table.Rule.Drug is null)
            foreach (var (patient, _) in table.Select())
                yes[patient] = true;
        else if (lexicon.FindTherapy(therapy) is not { } known)
            return Missing(
                key,
                $"the therapy '{therapy}'",
                "a name of the vocabulary, such as chemotherapy or taxane, where drugs are read"
            );
        else
        {
            var drugs = Drugs(table);
            for (var p = 0; p < yes.Length; p++)
                (yes[p], open[p]) = (drugs.WasGiven(p, known), drugs.LeavesOpen(p, known));
        }
        var complete = Complete(rule.CompleteFor, table);
        return
        [
            .. yes.Select(
                (y, p) =>
                    y ? true
                    : no[p] || (complete[p] && !open[p]) ? false
                    : (bool?)null
            ),
        ];
    }

    private bool[] Complete(Completeness completeness, PatientRecords table)
    {
        var complete = new bool[data.Patients.Count];
        Array.Fill(complete, completeness == Completeness.AllPatients);
        if (completeness == Completeness.PatientsWithRows)
            foreach (var (patient, _) in table.Select())
                complete[patient] = true;
        return complete;
    }

    private DrugRecords Drugs(PatientRecords table)
    {
        if (!_drugs.TryGetValue(table.Name, out var drugs))
            _drugs.Add(table.Name, drugs = new DrugRecords(table, data.Patients.Count, lexicon, _names.Value, log));
        return drugs;
    }

    private bool?[]? Missing(string key, string found, string expected)
    {
        log.Error(key, "mapping", null, found, expected);
        return null;
    }
}
